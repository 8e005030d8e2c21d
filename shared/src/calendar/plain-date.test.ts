import 'temporal-polyfill/global'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  comparePlainDates,
  dayOfMonth,
  dayOfWeek,
  daysBetween,
  earlierOf,
  endOfMonth,
  endOfYear,
  firstPlainDate,
  fromDayNumber,
  isWeekend,
  lastPlainDate,
  laterOf,
  monthOf,
  parsePlainDate,
  plainDate,
  plainDateOf,
  startOfMonth,
  startOfYear,
  toDayNumber,
  yearOf,
} from './plain-date.ts'
import { temporal } from './temporal.ts'

const from1900To2200 = fc.integer({
  min: toDayNumber(plainDate('1900-01-01')),
  max: toDayNumber(plainDate('2200-12-31')),
})

describe('reading a day', () => {
  it.each(['2027-02-09', '2028-02-29', '2000-02-29', '2026-12-31', '0000-01-01', '9999-12-31'])('reads %s', (text) => {
    expect(parsePlainDate(text)).toBe(text)
  })

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '20266-01-01',
    '+002026-01-01',
    '-2026-01-01',
    '2026-1-01',
    '2026-01-1',
    '20260101',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '٢٠٢٦-٠١-٠١',
    '',
    20260101,
    null,
    undefined,
    {},
    ['2026-01-01'],
  ])('[CA1] refuses %j', (value) => {
    expect(parsePlainDate(value)).toBeNull()
  })

  it('says which text of a constant is wrong', () => {
    expect(() => plainDate('2026-02-30')).toThrow('2026-02-30')
  })

  it('[CA1] agrees with Temporal on which days exist', () => {
    const { PlainDate } = temporal()
    const part = fc.record({
      year: fc.integer({ min: 1900, max: 2200 }),
      month: fc.integer({ min: 0, max: 14 }),
      day: fc.integer({ min: 0, max: 33 }),
    })
    fc.assert(
      fc.property(part, ({ year, month, day }) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        let real = true
        try {
          PlainDate.from(text, { overflow: 'reject' })
        } catch {
          real = false
        }
        expect(parsePlainDate(text) !== null).toBe(real)
      }),
    )
  })
})

describe('arithmetic', () => {
  it('counts days from 1970-01-01', () => {
    expect(toDayNumber(plainDate('1970-01-01'))).toBe(0)
    expect(toDayNumber(plainDate('1969-12-31'))).toBe(-1)
    expect(toDayNumber(plainDate('2000-03-01'))).toBe(11_017)
  })

  it('[CA2] crosses leap days and year borders', () => {
    expect(addDays(plainDate('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(plainDate('2027-02-28'), 1)).toBe('2027-03-01')
    expect(addDays(plainDate('2026-12-31'), 1)).toBe('2027-01-01')
    expect(addDays(plainDate('2027-01-01'), -1)).toBe('2026-12-31')
    expect(daysBetween(plainDate('2027-12-31'), plainDate('2028-12-31'))).toBe(366)
    expect(addYears(plainDate('2028-02-29'), 1)).toBe('2029-02-28')
    expect(addMonths(plainDate('2027-01-31'), 1)).toBe('2027-02-28')
    expect(addMonths(plainDate('2027-01-31'), -2)).toBe('2026-11-30')
  })

  it('stays within what can be written', () => {
    expect(addDays(lastPlainDate, 1)).toBe(lastPlainDate)
    expect(addDays(firstPlainDate, -1)).toBe(firstPlainDate)
    expect(addMonths(lastPlainDate, 1)).toBe(lastPlainDate)
    expect(addMonths(firstPlainDate, -1)).toBe(firstPlainDate)
    expect(fromDayNumber(Number.POSITIVE_INFINITY)).toBe(lastPlainDate)
    expect(() => fromDayNumber(Number.NaN)).toThrow(RangeError)
  })

  it('makes a day from parts, at most the last of the month', () => {
    expect(plainDateOf(2027, 2, 31)).toBe('2027-02-28')
    expect(plainDateOf(987, 1, 5)).toBe('0987-01-05')
    expect(() => plainDateOf(2027, 13, 1)).toThrow(RangeError)
  })

  it('orders days', () => {
    const early = plainDate('2026-12-31')
    const late = plainDate('2027-01-01')
    expect([late, early].toSorted(comparePlainDates)).toEqual([early, late])
    expect(comparePlainDates(early, early)).toBe(0)
    expect(earlierOf(late, early)).toBe(early)
    expect(laterOf(early, late)).toBe(late)
  })

  it('[CA2] is equal to Temporal from 1900 to 2200', () => {
    const { PlainDate } = temporal()
    fc.assert(
      fc.property(
        from1900To2200,
        fc.integer({ min: -4000, max: 4000 }),
        fc.integer({ min: -600, max: 600 }),
        (dayNumber, days, months) => {
          const date = fromDayNumber(dayNumber)
          const theirs = PlainDate.from('1970-01-01').add({ days: dayNumber })
          expect(date).toBe(theirs.toString())
          expect(toDayNumber(date)).toBe(dayNumber)
          expect([yearOf(date), monthOf(date), dayOfMonth(date)]).toEqual([theirs.year, theirs.month, theirs.day])
          expect(dayOfWeek(date)).toBe(theirs.dayOfWeek)
          expect(isWeekend(date)).toBe(theirs.dayOfWeek >= 6)
          expect(addDays(date, days)).toBe(theirs.add({ days }).toString())
          expect(addMonths(date, months)).toBe(theirs.add({ months }).toString())
          expect(daysBetween(date, addDays(date, days))).toBe(days)
          expect(startOfMonth(date)).toBe(theirs.with({ day: 1 }).toString())
          expect(endOfMonth(date)).toBe(theirs.with({ day: theirs.daysInMonth }).toString())
          expect(startOfYear(date)).toBe(theirs.with({ month: 1, day: 1 }).toString())
          expect(endOfYear(date)).toBe(theirs.with({ month: 12, day: 31 }).toString())
        },
      ),
      { numRuns: 1000 },
    )
  })
})
