declare const plainTimeBrand: unique symbol

/**
 * A time of day without a date or a time zone.
 *
 * Shape: `HH:MM`, 00:00–23:59; sorts as text.
 */
export type PlainTime = string & { readonly [plainTimeBrand]: true }

const shape = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const lastMinute = 24 * 60 - 1

/** Reads a time strictly: the text itself when it is `HH:MM`, else null. */
export function parsePlainTime(text: unknown): PlainTime | null {
  return isPlainTime(text) ? text : null
}

/** Whether a value is a time written as `HH:MM`. */
export function isPlainTime(text: unknown): text is PlainTime {
  return typeof text === 'string' && shape.test(text)
}

/** Orders two times: negative when the first is earlier, 0 when equal. */
export function comparePlainTimes(a: PlainTime, b: PlainTime): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The whole minutes from midnight to a time. */
export function minutesOfDay(time: PlainTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The time a number of minutes after midnight, kept within the day. */
export function timeOfMinutes(minutes: number): PlainTime {
  const kept = Math.min(Math.max(0, Math.floor(minutes)), lastMinute)
  return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}` as PlainTime
}
