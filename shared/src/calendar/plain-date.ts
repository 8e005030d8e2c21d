import { civilOfDayNumber, dayNumberOfCivil, daysInMonth, dayOfWeekOfDayNumber } from './day-number.ts'
import type { DayNumber } from './day-number.ts'

declare const plainDateBrand: unique symbol

/**
 * A calendar day without a time or a time zone.
 *
 * Shape: `YYYY-MM-DD`, a real day of the Gregorian calendar, year 0000–9999; sorts as text.
 */
export type PlainDate = string & { readonly [plainDateBrand]: true }

/** The first day that can be written. */
export const firstPlainDate = '0000-01-01' as PlainDate

/** The last day that can be written. */
export const lastPlainDate = '9999-12-31' as PlainDate

const firstDayNumber = dayNumberOfCivil(0, 1, 1)
const lastDayNumber = dayNumberOfCivil(9999, 12, 31)
const shape = /^\d{4}-\d{2}-\d{2}$/

/** Reads a day strictly: the text itself when it is a real day as `YYYY-MM-DD`, else null. */
export function parsePlainDate(text: unknown): PlainDate | null {
  return isPlainDate(text) ? text : null
}

/** Whether a value is a real day written as `YYYY-MM-DD`. */
export function isPlainDate(text: unknown): text is PlainDate {
  if (typeof text !== 'string' || !shape.test(text)) return false
  const month = digits(text, 5, 7)
  if (month < 1 || month > 12) return false
  const day = digits(text, 8, 10)
  return day >= 1 && day <= daysInMonth(digits(text, 0, 4), month)
}

/**
 * A day from text that is known to be one, such as a constant.
 *
 * Errors: throws a RangeError with the text when it is not a day; use `parsePlainDate` for what comes from outside.
 */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a day written as YYYY-MM-DD: ${JSON.stringify(text)}`)
  return text
}

/**
 * A day from its parts; a day past the end of the month becomes the month's last.
 *
 * Errors: throws a RangeError for a year outside 0–9999 or a month outside 1–12.
 */
export function plainDateOf(year: number, month: number, day: number): PlainDate {
  if (!(year >= 0 && year <= 9999 && month >= 1 && month <= 12)) {
    throw new RangeError(`no such month: year ${year}, month ${month}`)
  }
  return write(year, month, Math.min(Math.max(1, day), daysInMonth(year, month)))
}

/** The year of a day. */
export function yearOf(date: PlainDate): number {
  return digits(date, 0, 4)
}

/** The month of a day, 1–12. */
export function monthOf(date: PlainDate): number {
  return digits(date, 5, 7)
}

/** The day of the month of a day, 1–31. */
export function dayOfMonth(date: PlainDate): number {
  return digits(date, 8, 10)
}

/** The integer days from 1970-01-01 to a day. */
export function toDayNumber(date: PlainDate): DayNumber {
  return dayNumberOfCivil(yearOf(date), monthOf(date), dayOfMonth(date))
}

/**
 * The day of a day number; beyond the years 0000–9999 the first or last day that can be written.
 *
 * Units: whole days; a fraction counts as the day it lies in.
 * Errors: throws a RangeError for NaN.
 */
export function fromDayNumber(dayNumber: DayNumber): PlainDate {
  if (Number.isNaN(dayNumber)) throw new RangeError('a day number must be a number, got NaN')
  if (dayNumber <= firstDayNumber) return firstPlainDate
  if (dayNumber >= lastDayNumber) return lastPlainDate
  const { year, month, day } = civilOfDayNumber(Math.floor(dayNumber))
  return write(year, month, day)
}

/** The day a number of days later, or earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return days === 0 ? date : fromDayNumber(toDayNumber(date) + days)
}

/** The same day a number of months later or earlier; where that month is shorter, its last day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const monthIndex = yearOf(date) * 12 + monthOf(date) - 1 + months
  const year = Math.floor(monthIndex / 12)
  if (year < 0) return firstPlainDate
  if (year > 9999) return lastPlainDate
  return plainDateOf(year, monthIndex - year * 12 + 1, dayOfMonth(date))
}

/** The same day a number of years later or earlier; 29 February becomes 28 where the year has none. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12)
}

/** How many days `later` lies after `earlier`; negative when it lies before. */
export function daysBetween(earlier: PlainDate, later: PlainDate): number {
  return toDayNumber(later) - toDayNumber(earlier)
}

/** Orders two days: negative when the first is earlier, 0 when equal. */
export function comparePlainDates(a: PlainDate, b: PlainDate): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The earlier of two days. */
export function earlierOf(a: PlainDate, b: PlainDate): PlainDate {
  return a <= b ? a : b
}

/** The later of two days. */
export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a >= b ? a : b
}

/** The ISO day of the week: 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: PlainDate): number {
  return dayOfWeekOfDayNumber(toDayNumber(date))
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(date: PlainDate): boolean {
  return dayOfWeek(date) > 5
}

/** The first day of the month a day lies in. */
export function startOfMonth(date: PlainDate): PlainDate {
  return write(yearOf(date), monthOf(date), 1)
}

/** The last day of the month a day lies in. */
export function endOfMonth(date: PlainDate): PlainDate {
  const year = yearOf(date)
  const month = monthOf(date)
  return write(year, month, daysInMonth(year, month))
}

/** The first of January of the year a day lies in. */
export function startOfYear(date: PlainDate): PlainDate {
  return write(yearOf(date), 1, 1)
}

/** The last of December of the year a day lies in. */
export function endOfYear(date: PlainDate): PlainDate {
  return write(yearOf(date), 12, 31)
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - 48
  return value
}

function write(year: number, month: number, day: number): PlainDate {
  const head = year > 999 ? String(year) : String(year).padStart(4, '0')
  return `${head}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as PlainDate
}
