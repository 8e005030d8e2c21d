import { describe, expect, it } from 'vitest'
import { contains, dateRange, parseDateRange } from '../calendar/date-range.ts'
import { periodOf } from '../calendar/calendar-period.ts'
import { addDays, comparePlainDates, dayOfWeek, plainDate, plainDateOf } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { layerOf, layers, layersIn } from './layers.ts'

const year2027 = dateRange(plainDate('2027-01-01'), plainDate('2027-12-31'))
const idsOn = (day: string, region: string | null) =>
  layersIn(dateRange(plainDate(day), plainDate(day)), region).map((layer) => layer.id)

const startsOf = (id: string) => layerOf(id)?.occurrences.map((one) => one.start) ?? []
const springHolidaysOf = (region: string | null | undefined) =>
  layersIn(year2027, region).filter((layer) => layer.id === 'voorjaarsvakantie')

/** Easter Sunday of a year by Meeus, Jones and Butcher's algorithm. */
function easterOf(year: number): PlainDate {
  const century = Math.floor(year / 100)
  const moonBase =
    (19 * (year % 19) +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moonBase - (year % 4)) % 7
  const shift = Math.floor(((year % 19) + 11 * moonBase + 22 * weekday) / 451)
  const days = moonBase + weekday - 7 * shift + 114
  return plainDateOf(year, Math.floor(days / 31), (days % 31) + 1)
}

describe('layers behind the calendar', () => {
  it('has ranges of real days only', () => {
    const all = layers.flatMap((layer) => layer.occurrences.map((one) => [layer.id, one.start, one.end] as const))
    expect(all.length).toBeGreaterThan(200)
    expect(all.filter(([, start, end]) => parseDateRange(start, end) === null)).toEqual([])
  })

  it.each([2026, 2027, 2028])('puts the moving feasts of %i where Easter puts them', (year) => {
    const easter = easterOf(year)
    expect(dayOfWeek(easter)).toBe(7)
    expect(startsOf('pasen')).toContain(easter)
    expect(startsOf('goede-vrijdag')).toContain(addDays(easter, -2))
    expect(startsOf('hemelvaart')).toContain(addDays(easter, 39))
    expect(startsOf('pinksteren')).toContain(addDays(easter, 49))
  })

  it('[CA7] shows school holidays of the region asked for only, and none where no region is known', () => {
    expect(springHolidaysOf('midden')).toHaveLength(1)
    expect(springHolidaysOf('noord')).toHaveLength(1)
    expect(springHolidaysOf(null)).toEqual([])
    expect(springHolidaysOf('vlaanderen')).toEqual([])
    const asked = layerOf('voorjaarsvakantie')?.occurrences.filter((one) => one.region === 'midden') ?? []
    expect(asked.map((one) => one.start)).toContain(springHolidaysOf('midden')[0]?.start)
  })

  it('shows what only touches the range, such as a holiday over New Year', () => {
    expect(idsOn('2027-01-01', 'midden')).toEqual(expect.arrayContaining(['nieuwjaar', 'kerstvakantie']))
    expect(idsOn('2026-12-31', 'midden')).toContain('kerstvakantie')
  })

  it('is in order of start and within the range asked for', () => {
    const quarter = periodOf(plainDate('2027-02-01'), 'quarter')
    const range = { start: quarter.from, end: quarter.to }
    const shown = layersIn(range, 'zuid')
    expect(shown.length).toBeGreaterThan(5)
    expect(shown.map((layer) => layer.start)).toEqual(shown.map((layer) => layer.start).toSorted(comparePlainDates))
    expect(shown.filter(({ start, end }) => end < range.start || start > range.end)).toEqual([])
    expect(shown.some(({ start }) => contains(range, start))).toBe(true)
  })
})
