import type { nlCalendar } from './nl-calendar.ts'

/** What the calendar, the tray, the palette and the filters say in English. */
export const enCalendar: typeof nlCalendar = {
  title: 'Calendar',
}
