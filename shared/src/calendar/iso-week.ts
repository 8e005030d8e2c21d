import { dayNumberOfCivil, dayOfWeekOfDayNumber } from './day-number.ts'
import { addDays, fromDayNumber, toDayNumber, yearOf } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'

/**
 * A week that starts on Monday; `year` is the year its Thursday lies in.
 *
 * Source: ISO 8601, week date.
 */
export type IsoWeek = { year: number; week: number }

const shape = /^(\d{4})-W(\d{2})$/

/** The week a day lies in; around New Year its year may differ from the day's. */
export function isoWeekOf(date: PlainDate): IsoWeek {
  const dayNumber = toDayNumber(date)
  const thursday = dayNumber - dayOfWeekOfDayNumber(dayNumber) + 4
  const year = yearOf(fromDayNumber(thursday))
  return { year, week: Math.floor((thursday - dayNumberOfCivil(year, 1, 1)) / 7) + 1 }
}

/** The Monday of the week a day lies in. */
export function startOfIsoWeek(date: PlainDate): PlainDate {
  const dayNumber = toDayNumber(date)
  return fromDayNumber(dayNumber - dayOfWeekOfDayNumber(dayNumber) + 1)
}

/** The Sunday of the week a day lies in. */
export function endOfIsoWeek(date: PlainDate): PlainDate {
  return addDays(startOfIsoWeek(date), 6)
}

/** The Monday of a week. */
export function mondayOf(week: IsoWeek): PlainDate {
  return fromDayNumber(firstMonday(week.year) + (week.week - 1) * 7)
}

/** How many weeks a year of weeks has: 52 or 53. */
export function weeksInIsoYear(year: number): number {
  return (firstMonday(year + 1) - firstMonday(year)) / 7
}

/** Writes a week as `2027-W07`. */
export function formatIsoWeek(week: IsoWeek): string {
  return `${String(week.year).padStart(4, '0')}-W${String(week.week).padStart(2, '0')}`
}

/** Reads `2027-W07` strictly: null when it is not written so, or when the year has no such week. */
export function parseIsoWeek(text: unknown): IsoWeek | null {
  const found = typeof text === 'string' ? shape.exec(text) : null
  if (found === null) return null
  const year = Number(found[1])
  const week = Number(found[2])
  return week >= 1 && week <= weeksInIsoYear(year) ? { year, week } : null
}

function firstMonday(year: number): number {
  // 4 January always lies in week 1.
  const fourth = dayNumberOfCivil(year, 1, 4)
  return fourth - dayOfWeekOfDayNumber(fourth) + 1
}
