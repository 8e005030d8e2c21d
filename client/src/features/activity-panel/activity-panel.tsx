import { useEffect, useRef, type ReactNode } from 'react'
import { restoreEntity } from '@schakelbord/shared/commands/restore-entity'
import { useMessages } from '#i18n/use-language.ts'
import { useBoardView, useSession, useSessionStatus } from '#sync/use-session.ts'
import { focusField } from './focus-field.ts'
import { NotesSection } from './notes/notes-section.tsx'
import { PanelHeader } from './panel-header.tsx'
import { RecipeSection } from './recipe/recipe-section.tsx'
import { ChecklistSection } from './sections/checklist-section.tsx'
import { ConnectionsSection } from './sections/connections-section.tsx'
import { CoreSection } from './sections/core-section.tsx'
import { LookBackSection } from './sections/look-back-section.tsx'
import { MeasuresSection } from './sections/measures-section.tsx'
import { MessagesSection } from './sections/messages-section.tsx'
import { OpenQuestions } from './sections/open-questions.tsx'
import { PanelNav } from './sections/panel-nav.tsx'
import { PhaseSection } from './sections/phase-section.tsx'
import { StepsSection } from './sections/steps-section.tsx'
import { WhenSection } from './sections/when-section.tsx'
import { WhoSection } from './sections/who-section.tsx'
import { WhySection } from './sections/why-section.tsx'
import { useCoveredBoard } from './use-covered-board.ts'
import './activity-panel.css'

/** One activity beside the board: everything it says, everything it asks. */
export function ActivityPanel({
  activityId,
  onClose,
}: {
  readonly activityId: string
  readonly onClose: () => void
}): ReactNode {
  // A card of its own per activity, so that nothing typed for one ends up with another.
  return <Panel key={activityId} activityId={activityId} onClose={onClose} />
}

function Panel({ activityId, onClose }: { readonly activityId: string; readonly onClose: () => void }): ReactNode {
  const t = useMessages().panel
  const session = useSession()
  const { writable } = useSessionStatus()
  const panel = useRef<HTMLElement>(null)
  const activity = useBoardView(`activities/${activityId}`, (view) => view.get('activities', activityId))
  const untitled = activity?.title === ''

  // The focus goes into the panel when it opens, and back to the card when it closes.
  useEffect(() => {
    const element = panel.current
    const before = document.activeElement
    if (untitled) focusField(element, 'title')
    else element?.focus({ preventScroll: true })
    return () => {
      const { activeElement } = document
      const wasHere = activeElement === document.body || (element?.contains(activeElement) ?? false)
      if (wasHere) requestAnimationFrame(() => giveFocusBack(activityId, before))
    }
    // Only when the panel opens and closes, not when somebody empties the title.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [activityId])

  useCoveredBoard()

  const disabled = !writable
  return (
    <aside
      ref={panel}
      className="ap"
      tabIndex={-1}
      aria-label={t.panelOf(activity?.title || t.untitled)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.stopPropagation()
          onClose()
        }
      }}
    >
      {activity === undefined ? (
        <Absent sentence={t.notHere} onClose={onClose} />
      ) : activity.gone ? (
        <Absent sentence={t.inBin(activity.title || t.untitled)} onClose={onClose}>
          <button
            type="button"
            className="ap-button"
            disabled={disabled}
            onClick={() => session.run(restoreEntity, { kind: 'activities', id: activityId })}
          >
            {t.restore}
          </button>
        </Absent>
      ) : (
        <>
          <PanelHeader activity={activity} disabled={disabled} onClose={onClose} />
          <div className="ap-body">
            {disabled ? <p className="ap-hint">{t.readOnly}</p> : null}
            <PhaseSection activity={activity} disabled={disabled} />
            <OpenQuestions activity={activity} onLead={(field) => focusField(panel.current, field)} />
            <PanelNav phase={activity.phase} onLead={(section) => focusSection(panel.current, section)} />
            <CoreSection activity={activity} disabled={disabled} />
            <WhenSection activity={activity} disabled={disabled} />
            <WhoSection activity={activity} disabled={disabled} />
            <WhySection activity={activity} disabled={disabled} />
            <ConnectionsSection activity={activity} disabled={disabled} />
            <RecipeSection activity={activity} disabled={disabled} />
            <MessagesSection activity={activity} disabled={disabled} />
            <StepsSection activity={activity} disabled={disabled} />
            <MeasuresSection activity={activity} disabled={disabled} />
            <ChecklistSection activity={activity} disabled={disabled} />
            {activity.phase === 'held' || activity.phase === 'learned' ? (
              <LookBackSection activity={activity} disabled={disabled} />
            ) : null}
            <NotesSection activityId={activityId} disabled={disabled} />
          </div>
        </>
      )}
    </aside>
  )
}

function Absent({
  sentence,
  onClose,
  children,
}: {
  readonly sentence: string
  onClose(): void
  readonly children?: ReactNode
}): ReactNode {
  const t = useMessages().panel
  return (
    <div className="ap-absent">
      <p>{sentence}</p>
      <div className="ap-buttons">
        {children}
        <button type="button" className="ap-button" onClick={onClose}>
          {t.backToBoard}
        </button>
      </div>
    </div>
  )
}

function focusSection(panel: HTMLElement | null, id: string): void {
  const section = panel?.querySelector<HTMLElement>(`#ap-${CSS.escape(id)}`)
  section?.scrollIntoView({ block: 'start' })
  section?.focus({ preventScroll: true })
}

function giveFocusBack(activityId: string, before: Element | null): void {
  const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(activityId)}"]`)
  if (card) card.focus({ preventScroll: true })
  else if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
}
