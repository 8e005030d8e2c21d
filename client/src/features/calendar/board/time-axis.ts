import { periodOf, type CalendarPeriod, type Zoom } from '@schakelbord/shared/calendar/calendar-period'
import type { DateRange } from '@schakelbord/shared/calendar/date-range'
import { dayOfWeekOfDayNumber, type DayNumber } from '@schakelbord/shared/calendar/day-number'
import { fromDayNumber, toDayNumber, type PlainDate } from '@schakelbord/shared/calendar/plain-date'

/**
 * The days a board shows, cut into equal columns: days in a month, whole weeks in a quarter or a year.
 *
 * Units: `firstDay` is the day number column 0 starts on.
 */
export interface TimeAxis {
  readonly zoom: Zoom
  readonly period: CalendarPeriod
  readonly firstDay: DayNumber
  readonly daysPerColumn: 1 | 7
  readonly columns: number
}

/** The axis of the month, quarter or year a day lies in. */
export function timeAxisOf(date: PlainDate, zoom: Zoom): TimeAxis {
  const period = periodOf(date, zoom)
  const from = toDayNumber(period.from)
  const to = toDayNumber(period.to)
  if (zoom === 'month') return { zoom, period, firstDay: from, daysPerColumn: 1, columns: to - from + 1 }
  const firstDay = from - dayOfWeekOfDayNumber(from) + 1
  return { zoom, period, firstDay, daysPerColumn: 7, columns: Math.floor((to - firstDay) / 7) + 1 }
}

/** The column a day falls in; before the axis it is negative, after it at least `columns`. */
export function columnOfDay(axis: TimeAxis, day: DayNumber): number {
  return Math.floor((day - axis.firstDay) / axis.daysPerColumn)
}

/** The first day of a column. */
export function dayOfColumn(axis: TimeAxis, column: number): DayNumber {
  return axis.firstDay + column * axis.daysPerColumn
}

/** The days of a column, both ends included. */
export function rangeOfColumn(axis: TimeAxis, column: number): DateRange {
  const first = dayOfColumn(axis, column)
  return { start: fromDayNumber(first), end: fromDayNumber(first + axis.daysPerColumn - 1) }
}

/** Whether a day lies on the axis. */
export function isOnAxis(axis: TimeAxis, day: DayNumber): boolean {
  const column = columnOfDay(axis, day)
  return column >= 0 && column < axis.columns
}
