import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts'

/**
 * The day a date falls on, once its activity stands at `start`.
 *
 * A date is kept with the start it was laid out from (its *anchor*); when the activity moves, it moves along without
 * being written. No anchor: the date stands still. No start: there is no day yet.
 */
export function resolveAnchored(
  date: PlainDate | null,
  anchor: PlainDate | null,
  start: PlainDate | null,
): PlainDate | null {
  if (date === null || anchor === null) return date
  if (start === null) return null
  return addDays(date, daysBetween(anchor, start))
}
