/** What the calendar, the tray, the palette and the filters say in Dutch. */
export const nlCalendar = {
  title: 'Kalender',
}
