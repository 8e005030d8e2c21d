import { describe, expect, it } from 'vitest'
import { dateRange } from './date-range.ts'
import {
  formatDay,
  formatDayWithYear,
  formatLongDay,
  formatLongRange,
  formatMonth,
  formatRange,
  formatWeek,
  monthName,
  weekdayName,
} from './date-names.ts'
import { isoWeekOf } from './iso-week.ts'
import { dayOfWeek, fromDayNumber, plainDate, toDayNumber } from './plain-date.ts'

const day = plainDate('2027-02-09')
const range = (start: string, end: string) => dateRange(plainDate(start), plainDate(end))
const numbers = (length: number) => Array.from({ length }, (_, index) => index + 1)

describe('names of days', () => {
  it('says a day in both languages', () => {
    expect(formatDay(day, 'nl')).toBe('di 9 feb')
    expect(formatDay(day, 'en')).toBe('Tue 9 Feb')
    expect(formatDayWithYear(day, 'nl')).toBe('di 9 feb 2027')
    expect(formatLongDay(day, 'nl')).toBe('dinsdag 9 februari 2027')
    expect(formatLongDay(day, 'en')).toBe('Tuesday 9 February 2027')
    expect(formatMonth(day, 'nl')).toBe('februari 2027')
  })

  it('says a range as short as it can be', () => {
    expect(formatRange(range('2027-02-09', '2027-02-09'), 'nl')).toBe('di 9 feb')
    expect(formatRange(range('2027-02-09', '2027-02-12'), 'nl')).toBe('9–12 feb')
    expect(formatRange(range('2027-02-28', '2027-03-03'), 'nl')).toBe('28 feb – 3 mrt')
    expect(formatRange(range('2027-12-30', '2028-01-02'), 'en')).toBe('30 Dec 2027 – 2 Jan 2028')
    expect(formatLongRange(range('2027-02-09', '2027-02-09'), 'nl')).toBe('dinsdag 9 februari 2027')
    expect(formatLongRange(range('2027-02-09', '2027-02-12'), 'nl')).toBe(
      'dinsdag 9 februari 2027 tot en met vrijdag 12 februari 2027',
    )
  })

  it('says a week, whether given whole or as a number', () => {
    expect(formatWeek(isoWeekOf(day), 'nl')).toBe('week 6')
    expect(formatWeek(53, 'en')).toBe('week 53')
    expect(formatWeek(53, 'nl', 'short')).toBe('wk 53')
  })

  it('names every month and weekday without a dot', () => {
    expect(numbers(12).map((month) => monthName(month, 'nl'))).toEqual([
      'januari',
      'februari',
      'maart',
      'april',
      'mei',
      'juni',
      'juli',
      'augustus',
      'september',
      'oktober',
      'november',
      'december',
    ])
    expect(numbers(7).map((weekday) => weekdayName(weekday, 'nl', 'short'))).toEqual([
      'ma',
      'di',
      'wo',
      'do',
      'vr',
      'za',
      'zo',
    ])
    expect(numbers(7).map((weekday) => weekdayName(weekday, 'en'))).toEqual([
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
      'Sunday',
    ])
    expect(numbers(12).some((month) => monthName(month, 'nl', 'short').includes('.'))).toBe(false)
  })

  it('agrees with the calendar on the weekday of every day of two years', () => {
    const formatter = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', timeZone: 'UTC' })
    const first = toDayNumber(plainDate('2027-01-01'))
    const wrong = numbers(731)
      .map((count) => first + count - 1)
      .filter((one) => weekdayName(dayOfWeek(fromDayNumber(one)), 'nl') !== formatter.format(one * 86_400_000))
    expect(wrong).toEqual([])
  })

  it('refuses a month or weekday that does not exist', () => {
    expect(() => monthName(13, 'nl')).toThrow('13')
    expect(() => weekdayName(0, 'en')).toThrow(RangeError)
  })
})
