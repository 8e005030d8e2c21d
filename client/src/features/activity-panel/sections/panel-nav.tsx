import type { ReactNode } from 'react'
import type { Phase } from '@schakelbord/shared/model/activity'
import { useMessages } from '#i18n/use-language.ts'

const SECTIONS = [
  'core',
  'when',
  'who',
  'why',
  'collection',
  'recipe',
  'messages',
  'steps',
  'measures',
  'checklist',
  'lookBack',
  'notes',
] as const

/** The way to each part of a long panel. */
export function PanelNav({ phase, onLead }: { readonly phase: Phase; onLead(section: string): void }): ReactNode {
  const t = useMessages().panel
  const looksBack = phase === 'held' || phase === 'learned'
  return (
    <nav className="ap-nav" aria-label={t.parts}>
      <ul>
        {SECTIONS.filter((id) => id !== 'lookBack' || looksBack).map((id) => (
          <li key={id}>
            <button type="button" className="ap-nav-button" onClick={() => onLead(id)}>
              {t.sections[id]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
