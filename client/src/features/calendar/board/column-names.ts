import { formatLongDay, formatWeek } from '@schakelbord/shared/calendar/date-names'
import { isoWeekOf } from '@schakelbord/shared/calendar/iso-week'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { fromDayNumber } from '@schakelbord/shared/calendar/plain-date'
import { dayOfColumn, type TimeAxis } from './time-axis.ts'

/** A column as it is read aloud. */
export function longColumnName(axis: TimeAxis, column: number, locale: Locale): string {
  const day = fromDayNumber(dayOfColumn(axis, column))
  if (axis.daysPerColumn === 1) return formatLongDay(day, locale)
  return `${formatWeek(isoWeekOf(day), locale)}, ${formatLongDay(day, locale)}`
}
