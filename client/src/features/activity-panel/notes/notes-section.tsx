import { lazy, Suspense, type ReactNode } from 'react'
import { notesOf } from '@schakelbord/shared/model/board-document'
import { useMessages } from '#i18n/use-language.ts'
import { useSession } from '#sync/use-session.ts'
import { Section } from '../sections/section.tsx'

const NotesEditor = lazy(async () => ({ default: (await import('./notes-editor.tsx')).NotesEditor }))

/** Room to write together about one activity; the editor is fetched when a panel first shows it. */
export function NotesSection({
  activityId,
  disabled,
}: {
  readonly activityId: string
  readonly disabled: boolean
}): ReactNode {
  const t = useMessages().panel
  const { board, presence } = useSession()
  return (
    <Section id="notes" title={t.sections.notes}>
      <p className="ap-help">{t.notesHelp}</p>
      <Suspense fallback={<p className="ap-help">{t.loadingNotes}</p>}>
        <NotesEditor fragment={notesOf(board, activityId)} awareness={presence.awareness} editable={!disabled} />
      </Suspense>
    </Section>
  )
}
