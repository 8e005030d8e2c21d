import { monthName } from './date-names.ts'
import { isoWeekOf, startOfIsoWeek } from './iso-week.ts'
import type { Locale } from './locale.ts'
import {
  addDays,
  addMonths,
  earlierOf,
  endOfMonth,
  laterOf,
  monthOf,
  plainDateOf,
  startOfMonth,
  startOfYear,
  yearOf,
} from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'

/** How much time a calendar shows at once. */
export type Zoom = 'month' | 'quarter' | 'year'

/** Every zoom, from near to far. */
export const zooms: readonly Zoom[] = ['month', 'quarter', 'year']

/** The days a calendar shows, both ends included. */
export type CalendarPeriod = { from: PlainDate; to: PlainDate }

/** A week of a period: its Monday, which may lie before the period, and its days within the period. */
export type PeriodWeek = { year: number; week: number; firstDay: PlainDate; from: PlainDate; to: PlainDate }

/** A month of a period and its days within the period. */
export type PeriodMonth = { year: number; month: number; from: PlainDate; to: PlainDate }

const monthsPerZoom = { month: 1, quarter: 3, year: 12 } as const
const englishOrdinals = ['1st', '2nd', '3rd', '4th'] as const

/** Whether a value is a zoom. */
export function isZoom(value: unknown): value is Zoom {
  return value === 'month' || value === 'quarter' || value === 'year'
}

/** The month, quarter or year a day lies in. */
export function periodOf(date: PlainDate, zoom: Zoom): CalendarPeriod {
  const from = startOfPeriod(date, zoom)
  return { from, to: endOfMonth(addMonths(from, monthsPerZoom[zoom] - 1)) }
}

/** The period after this one. */
export function nextPeriod(period: CalendarPeriod, zoom: Zoom): CalendarPeriod {
  return periodOf(addMonths(startOfPeriod(period.from, zoom), monthsPerZoom[zoom]), zoom)
}

/** The period before this one. */
export function previousPeriod(period: CalendarPeriod, zoom: Zoom): CalendarPeriod {
  return periodOf(addMonths(startOfPeriod(period.from, zoom), -monthsPerZoom[zoom]), zoom)
}

/** The quarter 1–4 a day lies in. */
export function quarterOf(date: PlainDate): number {
  return Math.ceil(monthOf(date) / 3)
}

/** A period by name: `juni 2027`, `2e kwartaal 2027`, `2027`. */
export function periodLabel(period: CalendarPeriod, zoom: Zoom, locale: Locale): string {
  const year = yearOf(period.from)
  if (zoom === 'year') return String(year)
  if (zoom === 'month') return `${monthName(monthOf(period.from), locale)} ${year}`
  const quarter = quarterOf(period.from)
  return locale === 'nl' ? `${quarter}e kwartaal ${year}` : `${englishOrdinals[quarter - 1]} quarter ${year}`
}

/** The weeks of a period in order, the first and last cut off at its ends. */
export function weeksOf(period: CalendarPeriod): PeriodWeek[] {
  const weeks: PeriodWeek[] = []
  for (let firstDay = startOfIsoWeek(period.from); firstDay <= period.to; firstDay = addDays(firstDay, 7)) {
    const from = laterOf(firstDay, period.from)
    const to = earlierOf(addDays(firstDay, 6), period.to)
    weeks.push({ ...isoWeekOf(firstDay), firstDay, from, to })
    if (to === period.to) break
  }
  return weeks
}

/** The months of a period in order, the first and last cut off at its ends. */
export function monthsOf(period: CalendarPeriod): PeriodMonth[] {
  const months: PeriodMonth[] = []
  for (let first = startOfMonth(period.from); first <= period.to; first = addMonths(first, 1)) {
    const to = earlierOf(endOfMonth(first), period.to)
    months.push({ year: yearOf(first), month: monthOf(first), from: laterOf(first, period.from), to })
    if (to === period.to) break
  }
  return months
}

function startOfPeriod(date: PlainDate, zoom: Zoom): PlainDate {
  if (zoom === 'year') return startOfYear(date)
  if (zoom === 'month') return startOfMonth(date)
  return plainDateOf(yearOf(date), quarterOf(date) * 3 - 2, 1)
}
