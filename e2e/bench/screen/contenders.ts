/** One page that is measured. */
export interface Contender {
  readonly id: string
  readonly name: string
  /** Its address on the bench server. */
  readonly path: string
  /** Each card on the page is one of these; its text carries the marker. */
  readonly cardSelector: string
  /** What scrolls, and in which direction the year runs; `null` is the page itself. */
  readonly scroller: string | null
  readonly along: 'left' | 'top'
  /** Whether it shows the same picture as ours, a year, and is what the budgets are held against. */
  readonly isYear: boolean
}

/** Ours first, then those it is compared with. */
export const contenders: readonly Contender[] = [
  {
    id: 'ours',
    name: 'Schakelbord',
    path: '/?zoom=year&from=2027-01-01',
    cardSelector: '.cal-scroll [data-card]',
    scroller: '.cal-scroll',
    along: 'left',
    isYear: true,
  },
  {
    id: 'daypilot-year',
    name: 'DayPilot, a year as wide as ours',
    path: '/pages/daypilot.html?cell=6',
    cardSelector: '.scheduler_default_event',
    scroller: '.scheduler_default_scrollable',
    along: 'left',
    isYear: true,
  },
  {
    id: 'daypilot-days',
    name: 'DayPilot, days of 40 px as it comes: a month at a time',
    path: '/pages/daypilot.html?cell=40',
    cardSelector: '.scheduler_default_event',
    scroller: '.scheduler_default_scrollable',
    along: 'left',
    isYear: false,
  },
  {
    id: 'fullcalendar',
    name: 'FullCalendar, weeks of the year (lanes are paid)',
    path: '/pages/fullcalendar.html',
    cardSelector: '.fc-bench-card',
    scroller: null,
    along: 'top',
    isYear: true,
  },
]
