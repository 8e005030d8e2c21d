import { plainDate } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'
import { temporal } from './temporal.ts'

/**
 * The day it is now in a time zone.
 *
 * Errors: throws a RangeError for a time zone the platform does not know.
 */
export function todayIn(timeZone: string): PlainDate {
  return plainDate(temporal().Now.plainDateISO(timeZone).toString())
}

/**
 * The day it is in a time zone at a moment.
 *
 * Units: `epochMs` is milliseconds since 1970-01-01T00:00Z.
 * Errors: throws a RangeError for a time zone the platform does not know.
 */
export function dateAt(epochMs: number, timeZone: string): PlainDate {
  const moment = temporal().Instant.fromEpochMilliseconds(epochMs)
  return plainDate(moment.toZonedDateTimeISO(timeZone).toPlainDate().toString())
}
