import { formatRange, formatWeek } from '@schakelbord/shared/calendar/date-names'
import { contains } from '@schakelbord/shared/calendar/date-range'
import type { CalendarPeriod } from '@schakelbord/shared/calendar/calendar-period'
import type { PlainDate } from '@schakelbord/shared/calendar/plain-date'
import { EllipsisVertical, Plus } from 'lucide-react'
import { memo, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import { useView } from '#sync/use-view.ts'
import type { BoardInteraction } from '../board/board-interaction.ts'
import { useCalendarHost } from '../calendar-host.ts'
import { ListedCard } from '../card/listed-card.tsx'
import { useActivity } from '../card/use-activity.ts'
import { agendaWeeksOf } from './agenda-weeks.ts'

/** What the agenda shows and asks for. */
export interface CalendarAgendaProps {
  readonly period: CalendarPeriod
  readonly today: PlainDate
  readonly interaction: BoardInteraction
  onAdd(start: PlainDate): void
  onMove(activityId: string): void
}

/** The calendar as a list by week: complete and editable, for small screens and for who reads by ear. */
export function CalendarAgenda({ period, today, interaction, onAdd, onMove }: CalendarAgendaProps) {
  const { view, readOnly } = useCalendarHost()
  const { locale, messages } = useLanguage()
  const { calendar } = messages
  const activities = useView(view, 'activities', () => view.all('activities'))
  const weeks = useMemo(() => agendaWeeksOf(period, activities), [period, activities])
  const selectedId = useSyncExternalStore(interaction.subscribe, () => interaction.get().selectedId)
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const show = (): void => {
      const now = list.current?.querySelector<HTMLElement>('[data-now]')
      if (now) now.scrollIntoView({ block: 'start' })
      else if (list.current) list.current.scrollTop = 0
    }
    show()
    // Weeks out of sight get their true height only when they are drawn.
    const frame = requestAnimationFrame(show)
    return () => cancelAnimationFrame(frame)
  }, [period])
  return (
    <div className="cal-agenda" ref={list} role="region" aria-label={calendar.agenda.label}>
      {weeks.map(({ week, ids }) => {
        const range = { start: week.from, end: week.to }
        const isNow = contains(range, today)
        const name = `${formatWeek(week, locale)} · ${formatRange(range, locale)}`
        return (
          <section key={week.firstDay} className="cal-agenda-week" data-now={isNow ? '' : undefined}>
            <div className="cal-agenda-head">
              <h3>
                {name} {isNow && <span className="cal-agenda-now">{calendar.toolbar.today}</span>}
              </h3>
              {!readOnly && (
                <button
                  type="button"
                  className="cal-button cal-square"
                  aria-label={calendar.agenda.add(name)}
                  onClick={() => onAdd(isNow ? today : week.from)}
                >
                  <Plus aria-hidden="true" />
                </button>
              )}
            </div>
            {ids.length === 0 && <p className="cal-agenda-empty">{calendar.agenda.emptyWeek}</p>}
            <ul>
              {ids.map((id) => (
                <AgendaEntry key={id} id={id} isSelected={id === selectedId} onMove={onMove} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

const AgendaEntry = memo(function AgendaEntry({
  id,
  isSelected,
  onMove,
}: {
  readonly id: string
  readonly isSelected: boolean
  onMove(activityId: string): void
}) {
  const { view, readOnly } = useCalendarHost()
  const { locale, messages } = useLanguage()
  const activity = useActivity(id)
  if (activity === undefined || activity.start === null) return null
  const group = activity.targetGroupIds[0]
  const name = group === undefined ? undefined : view.get('targetGroups', group)?.name
  return (
    <li className="cal-agenda-entry">
      <p className="cal-agenda-when">
        <time dateTime={activity.start}>
          {formatRange({ start: activity.start, end: activity.end ?? activity.start }, locale)}
        </time>{' '}
        · {name ?? messages.calendar.noLane.targetGroup}
      </p>
      <div className="cal-agenda-line">
        <ListedCard id={id} isSelected={isSelected} />
        {!readOnly && (
          <button
            type="button"
            className="cal-button cal-square"
            aria-label={messages.calendar.move.menu}
            // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- ARIA 1.3, younger than the lint's list; one attribute where a hidden element was
            aria-description={activity.title || messages.calendar.untitled}
            onClick={() => onMove(id)}
          >
            <EllipsisVertical aria-hidden="true" />
          </button>
        )}
      </div>
    </li>
  )
})
