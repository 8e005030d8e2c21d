import { recipeOf } from '@schakelbord/shared/domain/recipes'
import { phaseOf } from '@schakelbord/shared/domain/phases'
import { disciplineOf } from '@schakelbord/shared/domain/disciplines'
import { formatRange, formatWeek } from '@schakelbord/shared/calendar/date-names'
import { isoWeekOf } from '@schakelbord/shared/calendar/iso-week'
import { useLayoutEffect, useRef, useState } from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import { useCalendarHost } from '../calendar-host.ts'
import { PhaseShape } from './phase-shape.tsx'
import { recipeLookOf } from './recipe-look.ts'
import { useActivity, useConnectionCount } from './use-activity.ts'

/** What can be done from the preview. */
export interface CardPreviewProps {
  readonly id: string
  onOpen(): void
  onMove(): void
  /** Units: days, signed. */
  onShift(days: number): void
  onDelete(): void
  onClose(): void
}

/** A few lines about the selected card, beside it, with the ways to move it without dragging. */
export function CardPreview({ id, onOpen, onMove, onShift, onDelete, onClose }: CardPreviewProps) {
  const { view, readOnly } = useCalendarHost()
  const { locale, messages } = useLanguage()
  const { calendar } = messages
  const activity = useActivity(id)
  const connections = useConnectionCount(id)
  const box = useRef<HTMLElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  useLayoutEffect(() => {
    const card = document.querySelector(`[data-card="${CSS.escape(id)}"]`)
    const own = box.current
    if (card === null || own === null) return
    setPlace(besides(card.getBoundingClientRect(), own.offsetWidth, own.offsetHeight))
  }, [id, activity?.start, activity?.end])
  if (activity === undefined || activity.gone) return null
  const group = activity.targetGroupIds[0]
  const owners = activity.owners.map(({ discipline, personId }) => {
    const person = personId === null ? undefined : view.get('people', personId)?.name
    const name = disciplineOf(discipline)?.name[locale] ?? discipline
    return person === undefined ? name : `${person} (${name})`
  })
  const where = activity.placeId === null ? undefined : view.get('places', activity.placeId)?.name
  return (
    <section
      ref={box}
      className={`cal-preview ${recipeLookOf(activity.recipeId).hueClass}`}
      aria-label={calendar.preview.label}
      style={place ?? { left: -9999, top: 0 }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h3 className="cal-preview-title">{activity.title || calendar.untitled}</h3>
      <dl className="cal-facts">
        <dt>{calendar.axis.targetGroup}</dt>
        <dd>
          {(group === undefined ? undefined : view.get('targetGroups', group)?.name) ?? calendar.noLane.targetGroup}
        </dd>
        <dt>{calendar.preview.when}</dt>
        <dd>
          {activity.start === null
            ? calendar.notDated
            : `${formatWeek(isoWeekOf(activity.start), locale)} · ${formatRange({ start: activity.start, end: activity.end ?? activity.start }, locale)}`}
        </dd>
        {where !== undefined && (
          <>
            <dt>{calendar.axis.place}</dt>
            <dd>{where}</dd>
          </>
        )}
        <dt>{calendar.axis.recipe}</dt>
        <dd>{recipeOf(activity.recipeId)?.shortName[locale]}</dd>
        <dt>{calendar.preview.phase}</dt>
        <dd>
          <PhaseShape phase={activity.phase} /> {phaseOf(activity.phase)?.name[locale]}
        </dd>
        <dt>{calendar.preview.collection}</dt>
        <dd>{calendar.connectionCount(connections)}</dd>
        {owners.length > 0 && (
          <>
            <dt>{calendar.preview.team}</dt>
            <dd>{owners.join(', ')}</dd>
          </>
        )}
      </dl>
      <div className="cal-preview-actions">
        <button type="button" className="cal-button cal-button-ink" onClick={onOpen}>
          {calendar.preview.open}
        </button>
        {!readOnly && (
          <>
            <button type="button" className="cal-button" onClick={onMove}>
              {calendar.move.menu}
            </button>
            {activity.start !== null && (
              <>
                <button type="button" className="cal-button" onClick={() => onShift(-7)}>
                  {calendar.preview.weekBack}
                </button>
                <button type="button" className="cal-button" onClick={() => onShift(7)}>
                  {calendar.preview.weekOn}
                </button>
              </>
            )}
            <button type="button" className="cal-button" onClick={onDelete}>
              {calendar.preview.toBin}
            </button>
          </>
        )}
        <button type="button" className="cal-button cal-preview-close" onClick={onClose}>
          {messages.app.close}
        </button>
      </div>
    </section>
  )
}

/** Beside the card where there is room: below it, else above, never over the edge. */
function besides(card: DOMRect, width: number, height: number): { left: number; top: number } {
  const margin = 8
  const left = Math.min(Math.max(margin, card.left), window.innerWidth - width - margin)
  const below = card.bottom + margin
  const top = below + height + margin <= window.innerHeight ? below : card.top - height - margin
  return { left, top: Math.max(margin, Math.min(top, window.innerHeight - height - margin)) }
}
