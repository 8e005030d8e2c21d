import { weeksOf, type CalendarPeriod, type PeriodWeek } from '@schakelbord/shared/calendar/calendar-period'
import type { Activity } from '@schakelbord/shared/model/activity'

/** A week of the agenda and what starts or goes on in it. */
export interface AgendaWeek {
  readonly week: PeriodWeek
  readonly ids: readonly string[]
}

/** The weeks of a period with their activities by date; what began before the period stands in its first week. */
export function agendaWeeksOf(period: CalendarPeriod, activities: readonly Activity[]): readonly AgendaWeek[] {
  const dated = activities
    .flatMap(({ id, start, end, title }) => (start === null ? [] : [{ id, start, end: end ?? start, title }]))
    .filter(({ start, end }) => start <= period.to && end >= period.from)
    .sort((a, b) => (a.start === b.start ? (a.title < b.title ? -1 : 1) : a.start < b.start ? -1 : 1))
  const weeks = weeksOf(period)
  return weeks.map((week, index) => ({
    week,
    ids: dated
      .filter(({ start }) => (index === 0 ? start <= week.to : start >= week.from && start <= week.to))
      .map(({ id }) => id),
  }))
}
