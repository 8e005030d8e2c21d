import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isZoom,
  monthsOf,
  nextPeriod,
  periodLabel,
  periodOf,
  previousPeriod,
  quarterOf,
  weeksOf,
  zooms,
} from './calendar-period.ts'
import { addDays, fromDayNumber, lastPlainDate, plainDate, toDayNumber } from './plain-date.ts'

describe('calendar periods', () => {
  it('is the month, quarter or year of a day', () => {
    expect(periodOf(plainDate('2028-02-10'), 'month')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(periodOf(plainDate('2027-06-14'), 'quarter')).toEqual({ from: '2027-04-01', to: '2027-06-30' })
    expect(periodOf(plainDate('2027-12-31'), 'year')).toEqual({ from: '2027-01-01', to: '2027-12-31' })
  })

  it('turns over year borders', () => {
    const december = periodOf(plainDate('2026-12-31'), 'month')
    expect(nextPeriod(december, 'month')).toEqual({ from: '2027-01-01', to: '2027-01-31' })
    const first = periodOf(plainDate('2027-01-01'), 'quarter')
    expect(previousPeriod(first, 'quarter')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  })

  it('says its name in both languages', () => {
    const june = plainDate('2027-06-14')
    const names = (locale: 'nl' | 'en') => zooms.map((zoom) => periodLabel(periodOf(june, zoom), zoom, locale))
    expect(names('nl')).toEqual(['juni 2027', '2e kwartaal 2027', '2027'])
    expect(names('en')).toEqual(['June 2027', '2nd quarter 2027', '2027'])
    expect(['2027-01-01', '2027-05-01', '2027-09-30', '2027-10-01'].map((day) => quarterOf(plainDate(day)))).toEqual([
      1, 2, 3, 4,
    ])
  })

  it('[CA3] cuts the first and last week off at its ends, week 53 included', () => {
    const weeks = weeksOf(periodOf(plainDate('2027-01-15'), 'month'))
    expect(weeks.map((week) => week.week)).toEqual([53, 1, 2, 3, 4])
    expect(weeks[0]).toEqual({
      year: 2026,
      week: 53,
      firstDay: '2026-12-28',
      from: '2027-01-01',
      to: '2027-01-03',
    })
    expect(weeks.at(-1)?.to).toBe('2027-01-31')
  })

  it('ends at the last day that can be written', () => {
    const last = periodOf(lastPlainDate, 'quarter')
    expect(weeksOf(last).at(-1)?.to).toBe(lastPlainDate)
    expect(monthsOf(last).map((month) => month.month)).toEqual([10, 11, 12])
  })

  it('[CA4] is made of its weeks and of its months without gap or double, and turning is undone by turning back', () => {
    const min = toDayNumber(plainDate('1900-01-01'))
    const max = toDayNumber(plainDate('2200-12-31'))
    fc.assert(
      fc.property(fc.integer({ min, max }), fc.constantFrom(...zooms), (dayNumber, zoom) => {
        const date = fromDayNumber(dayNumber)
        const period = periodOf(date, zoom)
        expect(period.from <= date && date <= period.to).toBe(true)
        expect(nextPeriod(period, zoom).from).toBe(addDays(period.to, 1))
        expect(previousPeriod(nextPeriod(period, zoom), zoom)).toEqual(period)
        for (const parts of [weeksOf(period), monthsOf(period)]) {
          expect(parts[0]?.from).toBe(period.from)
          expect(parts.at(-1)?.to).toBe(period.to)
          expect(parts.slice(1).map((part) => part.from)).toEqual(parts.slice(0, -1).map((part) => addDays(part.to, 1)))
        }
      }),
    )
  })

  it('knows a zoom by its name only', () => {
    expect(zooms.every(isZoom)).toBe(true)
    expect(isZoom('week')).toBe(false)
    expect(isZoom(undefined)).toBe(false)
  })
})
