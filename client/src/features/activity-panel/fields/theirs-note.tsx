import type { ReactNode } from 'react'
import { useMessages } from '#i18n/use-language.ts'

/** Says that a colleague changed the field I am typing in, and offers their text. */
export function TheirsNote({ theirs, onTake }: { readonly theirs: string | null; onTake(): void }): ReactNode {
  const t = useMessages().panel
  if (theirs === null) return null
  return (
    <p className="ap-theirs" role="status">
      {t.colleagueWrote(theirs)}{' '}
      <button type="button" className="ap-link" onPointerDown={(event) => event.preventDefault()} onClick={onTake}>
        {t.takeTheirs}
      </button>
    </p>
  )
}
