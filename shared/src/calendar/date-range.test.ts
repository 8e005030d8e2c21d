import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clampDate,
  contains,
  covers,
  dateRange,
  daysOf,
  intersection,
  lengthInDays,
  moveRangeTo,
  overlaps,
  parseDateRange,
  shiftRange,
} from './date-range.ts'
import { fromDayNumber, plainDate } from './plain-date.ts'

const range = (start: string, end: string) => ({ start: plainDate(start), end: plainDate(end) })
const someDay = fc.integer({ min: 20_000, max: 20_060 }).map(fromDayNumber)
const someRange = fc.tuple(someDay, someDay).map(([a, b]) => dateRange(a, b))

describe('inclusive ranges', () => {
  it('[CA4] counts both ends', () => {
    expect(lengthInDays(range('2027-02-09', '2027-02-09'))).toBe(1)
    expect(lengthInDays(range('2027-12-31', '2028-01-01'))).toBe(2)
    expect(lengthInDays(range('2028-01-01', '2028-12-31'))).toBe(366)
  })

  it('[CA4] overlaps where the last day of one is the first of the other', () => {
    expect(overlaps(range('2027-02-01', '2027-02-09'), range('2027-02-09', '2027-02-10'))).toBe(true)
    expect(overlaps(range('2027-02-01', '2027-02-08'), range('2027-02-09', '2027-02-10'))).toBe(false)
  })

  it('keeps its length when it moves', () => {
    expect(shiftRange(range('2028-02-28', '2028-03-01'), 365)).toEqual(range('2029-02-27', '2029-03-01'))
    expect(moveRangeTo(range('2027-12-31', '2028-01-02'), plainDate('2028-02-28'))).toEqual(
      range('2028-02-28', '2028-03-01'),
    )
  })

  it('[CA1] reads strictly', () => {
    expect(parseDateRange('2027-02-09', '2027-02-10')).toEqual(range('2027-02-09', '2027-02-10'))
    expect(parseDateRange('2027-02-10', '2027-02-09')).toBeNull()
    expect(parseDateRange('2027-02-30', '2027-03-01')).toBeNull()
    expect(parseDateRange('2027-02-09', null)).toBeNull()
  })

  it('is the set of its days', () => {
    fc.assert(
      fc.property(someRange, someRange, someDay, (a, b, date) => {
        const days = daysOf(a)
        const shared = days.filter((day) => daysOf(b).includes(day))
        const both = intersection(a, b)
        expect(days).toHaveLength(lengthInDays(a))
        expect(contains(a, date)).toBe(days.includes(date))
        expect(overlaps(a, b)).toBe(shared.length > 0)
        expect(both === null ? [] : daysOf(both)).toEqual(shared)
        expect(covers(a, b)).toBe(daysOf(b).every((day) => days.includes(day)))
        expect(days).toContain(clampDate(date, a))
        expect(clampDate(date, a) === date).toBe(days.includes(date))
      }),
    )
  })
})
