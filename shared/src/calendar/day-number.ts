/**
 * Integer days since 1970-01-01 in the proleptic Gregorian calendar, for arithmetic and layout.
 *
 * Units: days. A plain number, so that sums need no conversion.
 */
export type DayNumber = number

/** Year, month 1–12 and day of the month 1–31. */
export type CivilDate = { year: number; month: number; day: number }

const daysPerEra = 146_097
const daysFromEraStartToEpoch = 719_468

/**
 * The day number of a civil date.
 *
 * Source: Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, days_from_civil.
 */
export function dayNumberOfCivil(year: number, month: number, day: number): DayNumber {
  const shiftedYear = month <= 2 ? year - 1 : year
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysPerEra + dayOfEra - daysFromEraStartToEpoch
}

/**
 * The civil date of a day number.
 *
 * Source: Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, civil_from_days.
 */
export function civilOfDayNumber(dayNumber: DayNumber): CivilDate {
  const shifted = dayNumber + daysFromEraStartToEpoch
  const era = Math.floor(shifted / daysPerEra)
  const dayOfEra = shifted - era * daysPerEra
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** The ISO day of the week of a day number: 1 is Monday, 7 is Sunday. */
export function dayOfWeekOfDayNumber(dayNumber: DayNumber): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}

/** Whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** How many days a month 1–12 of a year has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
