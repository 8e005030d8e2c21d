import type { PlainDate } from './plain-date.ts'
import type { PlainTime } from './plain-time.ts'
import { temporal } from './temporal.ts'

/**
 * A moment, with what the clock on the wall says there.
 *
 * Units: `epochMs` is milliseconds since 1970-01-01T00:00Z, `offsetMinutes` is minutes ahead of UTC.
 * Shape: `local` is `YYYY-MM-DDTHH:MM:SS`, `offset` is `+02:00`.
 */
export type ZonedInstant = { epochMs: number; offsetMinutes: number; local: string; offset: string }

/**
 * The moment a time on a day falls in a time zone.
 *
 * A time the clock skips in spring moves on by the hour that is skipped (02:30 becomes 03:30); of a time the clock
 * shows twice in autumn the first is meant.
 *
 * Errors: throws a RangeError for a time zone the platform does not know.
 * Source: RFC 5545 §3.3.5; Temporal disambiguation “compatible”.
 */
export function zonedInstant(date: PlainDate, time: PlainTime, timeZone: string): ZonedInstant {
  const { PlainDateTime } = temporal()
  const zoned = PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
  return {
    epochMs: zoned.epochMilliseconds,
    offsetMinutes: zoned.offsetNanoseconds / 60e9,
    local: zoned.toPlainDateTime().toString({ smallestUnit: 'second' }),
    offset: zoned.offset,
  }
}

/** Whether the platform knows a time zone by this name. */
export function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string' || name === '') return false
  try {
    temporal().Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
