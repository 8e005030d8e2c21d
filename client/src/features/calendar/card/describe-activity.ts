import { formatLongRange } from '@schakelbord/shared/calendar/date-names'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { phaseOf } from '@schakelbord/shared/domain/phases'
import { recipeOf } from '@schakelbord/shared/domain/recipes'
import type { Activity } from '@schakelbord/shared/model/activity'
import type { BoardView } from '@schakelbord/shared/views/board-view'
import type { Messages } from '#i18n/nl.ts'

/** When an activity is, read aloud; without a date it says so. */
export function whenOf(activity: Activity, locale: Locale, messages: Messages): string {
  const { start, end } = activity
  return start === null ? messages.calendar.notDated : formatLongRange({ start, end: end ?? start }, locale)
}

/** Everything a card shows by colour, place and shape, in words. */
export function describeActivity(
  activity: Activity,
  connections: number,
  view: BoardView,
  locale: Locale,
  messages: Messages,
): string {
  const groupId = activity.targetGroupIds[0]
  const group = groupId === undefined ? undefined : view.get('targetGroups', groupId)?.name
  return [
    whenOf(activity, locale, messages),
    group ?? messages.calendar.noLane.targetGroup,
    recipeOf(activity.recipeId)?.shortName[locale],
    phaseOf(activity.phase)?.name[locale],
    messages.calendar.connectionCount(connections),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
}
