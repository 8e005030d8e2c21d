import { formatRange, formatWeek } from '@schakelbord/shared/calendar/date-names'
import type { DayNumber } from '@schakelbord/shared/calendar/day-number'
import { isoWeekOf } from '@schakelbord/shared/calendar/iso-week'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { fromDayNumber } from '@schakelbord/shared/calendar/plain-date'
import type { Lane } from '@schakelbord/shared/views/calendar-lanes'
import type { Messages } from '#i18n/nl.ts'
import { laneName } from '../board/lane-names.ts'
import type { DropTarget } from '../drag/grip.ts'

/** Days by name: `week 7 · di 16 feb`. Units: day numbers. */
export function daysName(startDay: DayNumber, endDay: DayNumber, locale: Locale): string {
  const start = fromDayNumber(startDay)
  const days = formatRange({ start, end: fromDayNumber(endDay) }, locale)
  return `${formatWeek(isoWeekOf(start), locale)} · ${days}`
}

/** A target by name, as it is shown at the pointer and read aloud: `Bovenbouw · week 7 · di 16 feb`. */
export function targetName(
  target: DropTarget | null,
  lanes: readonly Lane[],
  locale: Locale,
  messages: Messages,
): string {
  if (target === null) return messages.calendar.drag.outside
  if (target.kind === 'tray') return messages.calendar.tray.title
  const lane = lanes.find(({ id }) => id === target.laneId)
  const days = daysName(target.startDay, target.endDay, locale)
  return lane === undefined ? days : `${laneName(lane, locale, messages)} · ${days}`
}
