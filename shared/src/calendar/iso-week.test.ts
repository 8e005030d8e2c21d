import 'temporal-polyfill/global'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  endOfIsoWeek,
  formatIsoWeek,
  isoWeekOf,
  mondayOf,
  parseIsoWeek,
  startOfIsoWeek,
  weeksInIsoYear,
} from './iso-week.ts'
import { addDays, dayOfWeek, fromDayNumber, plainDate, toDayNumber } from './plain-date.ts'
import { temporal } from './temporal.ts'

describe('ISO weeks', () => {
  it.each([
    ['2026-12-28', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2025-12-29', 2026, 1],
    ['2026-01-01', 2026, 1],
    ['2024-12-30', 2025, 1],
    ['2021-01-03', 2020, 53],
    ['2027-02-15', 2027, 7],
  ])('[CA3] puts %s in week %i-W%i', (date, year, week) => {
    expect(isoWeekOf(plainDate(date))).toEqual({ year, week })
  })

  it('[CA3] knows which years have a week 53', () => {
    const long = Array.from({ length: 31 }, (_, index) => 2000 + index).filter((year) => weeksInIsoYear(year) === 53)
    expect(long).toEqual([2004, 2009, 2015, 2020, 2026])
  })

  it('[CA3] starts on Monday and ends on Sunday', () => {
    expect(startOfIsoWeek(plainDate('2027-01-01'))).toBe('2026-12-28')
    expect(startOfIsoWeek(plainDate('2026-12-28'))).toBe('2026-12-28')
    expect(endOfIsoWeek(plainDate('2026-12-28'))).toBe('2027-01-03')
    expect(mondayOf({ year: 2026, week: 53 })).toBe('2026-12-28')
  })

  it('writes and reads a week', () => {
    expect(formatIsoWeek({ year: 2027, week: 7 })).toBe('2027-W07')
    expect(parseIsoWeek('2027-W07')).toEqual({ year: 2027, week: 7 })
    expect(parseIsoWeek('2026-W53')).toEqual({ year: 2026, week: 53 })
  })

  it.each(['2027-W53', '2027-W00', '2027-W7', '2027W07', '2027-w07', '27-W07', '', null, 7])(
    '[CA1] refuses %j',
    (value) => {
      expect(parseIsoWeek(value)).toBeNull()
    },
  )

  it('[CA3] is equal to Temporal from 1900 to 2200', () => {
    const { PlainDate } = temporal()
    const min = toDayNumber(plainDate('1900-01-01'))
    const max = toDayNumber(plainDate('2200-12-31'))
    fc.assert(
      fc.property(fc.integer({ min, max }), (dayNumber) => {
        const date = fromDayNumber(dayNumber)
        const theirs = PlainDate.from(date)
        const week = isoWeekOf(date)
        expect(week).toEqual({ year: theirs.yearOfWeek, week: theirs.weekOfYear })
        expect(parseIsoWeek(formatIsoWeek(week))).toEqual(week)
        expect(mondayOf(week)).toBe(startOfIsoWeek(date))
        expect(dayOfWeek(startOfIsoWeek(date))).toBe(1)
        expect(addDays(startOfIsoWeek(date), 6)).toBe(endOfIsoWeek(date))
      }),
      { numRuns: 1000 },
    )
  })
})
