import type { DateRange } from './date-range.ts'
import type { IsoWeek } from './iso-week.ts'
import type { Locale } from './locale.ts'
import { dayOfMonth, dayOfWeek, monthOf, plainDateOf, toDayNumber, yearOf } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'

/** How much of a name is written: `februari` or `feb`. */
export type NameWidth = 'long' | 'short'

const msPerDay = 86_400_000
const intlLocales = { nl: 'nl-NL', en: 'en-GB' } as const
const weekWords = { nl: { long: 'week', short: 'wk' }, en: { long: 'week', short: 'wk' } } as const
// A day in each month, and a day for each day of the week: 4 January 2027 is a Monday.
const daysByPart = {
  month: Array.from({ length: 12 }, (_, index) => toDayNumber(plainDateOf(2027, index + 1, 1))),
  weekday: Array.from({ length: 7 }, (_, index) => toDayNumber(plainDateOf(2027, 1, 4 + index))),
} as const
// A board writes thousands of days and only these names, so each is asked of Intl once.
const nameLists = new Map<string, readonly string[]>()

/**
 * The name of a month 1–12: `februari`, `feb`.
 *
 * Errors: throws a RangeError for another month.
 */
export function monthName(month: number, locale: Locale, width: NameWidth = 'long'): string {
  return nameOf('month', month, locale, width)
}

/**
 * The name of a day of the week 1–7, Monday first: `maandag`, `ma`.
 *
 * Errors: throws a RangeError for another day.
 */
export function weekdayName(weekday: number, locale: Locale, width: NameWidth = 'long'): string {
  return nameOf('weekday', weekday, locale, width)
}

/** A day for a card or a column: `di 9 feb`. */
export function formatDay(date: PlainDate, locale: Locale): string {
  return `${weekdayName(dayOfWeek(date), locale, 'short')} ${formatDayAndMonth(date, locale)}`
}

/** A day where another year may be meant: `di 9 feb 2027`. */
export function formatDayWithYear(date: PlainDate, locale: Locale): string {
  return `${formatDay(date, locale)} ${yearOf(date)}`
}

/** A day in full, to be read aloud: `dinsdag 9 februari 2027`. */
export function formatLongDay(date: PlainDate, locale: Locale): string {
  const month = monthName(monthOf(date), locale)
  return `${weekdayName(dayOfWeek(date), locale)} ${dayOfMonth(date)} ${month} ${yearOf(date)}`
}

/** A day without its weekday: `9 feb`. */
export function formatDayAndMonth(date: PlainDate, locale: Locale): string {
  return `${dayOfMonth(date)} ${monthName(monthOf(date), locale, 'short')}`
}

/** A month with its year: `februari 2027`. */
export function formatMonth(date: PlainDate, locale: Locale, width: NameWidth = 'long'): string {
  return `${monthName(monthOf(date), locale, width)} ${yearOf(date)}`
}

/** A range as short as it can be: `di 9 feb`, `9–12 feb`, `28 feb – 3 mrt`, `30 dec 2027 – 2 jan 2028`. */
export function formatRange(range: DateRange, locale: Locale): string {
  const { start, end } = range
  if (start === end) return formatDay(start, locale)
  if (yearOf(start) !== yearOf(end)) {
    return `${formatDayAndMonth(start, locale)} ${yearOf(start)} – ${formatDayAndMonth(end, locale)} ${yearOf(end)}`
  }
  if (monthOf(start) === monthOf(end)) return `${dayOfMonth(start)}–${formatDayAndMonth(end, locale)}`
  return `${formatDayAndMonth(start, locale)} – ${formatDayAndMonth(end, locale)}`
}

/** A range in full, to be read aloud: `dinsdag 9 februari 2027 tot en met vrijdag 12 februari 2027`. */
export function formatLongRange(range: DateRange, locale: Locale): string {
  if (range.start === range.end) return formatLongDay(range.start, locale)
  const until = locale === 'nl' ? 'tot en met' : 'to'
  return `${formatLongDay(range.start, locale)} ${until} ${formatLongDay(range.end, locale)}`
}

/** A week by its number: `week 6`, short `wk 6`. */
export function formatWeek(week: IsoWeek | number, locale: Locale, width: NameWidth = 'long'): string {
  return `${weekWords[locale][width]} ${typeof week === 'number' ? week : week.week}`
}

function nameOf(part: 'month' | 'weekday', position: number, locale: Locale, width: NameWidth): string {
  const key = `${locale} ${part} ${width}`
  let names = nameLists.get(key)
  if (names === undefined) {
    const formatter = new Intl.DateTimeFormat(intlLocales[locale], { [part]: width, timeZone: 'UTC' })
    // Intl formats a plain number of milliseconds. Some versions of its data end abbreviations with a dot; ours never do.
    names = daysByPart[part].map((dayNumber) => formatter.format(dayNumber * msPerDay).replace(/\.$/, ''))
    nameLists.set(key, names)
  }
  const name = names[position - 1]
  if (name === undefined) throw new RangeError(`no such ${part}: ${position}`)
  return name
}
