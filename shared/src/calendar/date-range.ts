import { addDays, daysBetween, earlierOf, laterOf, parsePlainDate } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'

/**
 * Days from `start` to `end`, both included.
 *
 * Shape: `end` is never before `start`.
 */
export type DateRange = { start: PlainDate; end: PlainDate }

/** A range of two days in either order. */
export function dateRange(a: PlainDate, b: PlainDate): DateRange {
  return { start: earlierOf(a, b), end: laterOf(a, b) }
}

/** Reads a start and an end strictly: null when one is not a day or the end lies before the start. */
export function parseDateRange(start: unknown, end: unknown): DateRange | null {
  const first = parsePlainDate(start)
  const last = parsePlainDate(end)
  return first === null || last === null || last < first ? null : { start: first, end: last }
}

/** How many days a range has, at least 1. */
export function lengthInDays(range: DateRange): number {
  return daysBetween(range.start, range.end) + 1
}

/** Whether two ranges share at least one day. */
export function overlaps(a: DateRange, b: DateRange): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** Whether a day lies in a range. */
export function contains(range: DateRange, date: PlainDate): boolean {
  return range.start <= date && date <= range.end
}

/** Whether every day of `inner` lies in `outer`. */
export function covers(outer: DateRange, inner: DateRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The days two ranges share, or null when there are none. */
export function intersection(a: DateRange, b: DateRange): DateRange | null {
  const start = laterOf(a.start, b.start)
  const end = earlierOf(a.end, b.end)
  return start <= end ? { start, end } : null
}

/** The same number of days, later or earlier. */
export function shiftRange(range: DateRange, days: number): DateRange {
  return { start: addDays(range.start, days), end: addDays(range.end, days) }
}

/** The same number of days from another start. */
export function moveRangeTo(range: DateRange, start: PlainDate): DateRange {
  return { start, end: addDays(start, daysBetween(range.start, range.end)) }
}

/** The day itself when it lies in the range, else the range's nearest day. */
export function clampDate(date: PlainDate, range: DateRange): PlainDate {
  return earlierOf(laterOf(date, range.start), range.end)
}

/** Every day of a range in order. */
export function daysOf(range: DateRange): PlainDate[] {
  return Array.from({ length: lengthInDays(range) }, (_, index) => addDays(range.start, index))
}
