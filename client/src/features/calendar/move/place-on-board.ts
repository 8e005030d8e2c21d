import { addActivity } from '@schakelbord/shared/commands/add-activity'
import { copyActivity } from '@schakelbord/shared/commands/copy-activity'
import { moveActivity } from '@schakelbord/shared/commands/move-activity'
import type { DayNumber } from '@schakelbord/shared/calendar/day-number'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { fromDayNumber, toDayNumber } from '@schakelbord/shared/calendar/plain-date'
import type { CalendarLanes } from '@schakelbord/shared/views/calendar-lanes'
import { laneTarget } from '@schakelbord/shared/views/lane-axis'
import type { Messages } from '#i18n/nl.ts'
import type { CalendarHost } from '../calendar-host.ts'
import type { DropTarget } from '../drag/grip.ts'
import { targetName } from './place-sentences.ts'

/** What placing needs to know of the screen. */
export interface PlacingContext {
  readonly host: CalendarHost
  readonly lanes: CalendarLanes
  readonly locale: Locale
  readonly messages: Messages
}

/**
 * Puts a card somewhere: the one way for mouse, finger, keyboard and dialog, so that all give the same board.
 *
 * @param lengthen write the end too; otherwise the card keeps its length
 * @returns whether the card stands somewhere else now
 */
export function placeCard(
  { host, lanes, locale, messages }: PlacingContext,
  activityId: string,
  target: DropTarget,
  lengthen = false,
): boolean {
  const activity = host.view.get('activities', activityId)
  const title = activity?.title ?? ''
  if (target.kind === 'tray') {
    return host.run(moveActivity, { activityId, start: null }, () => messages.calendar.done.toTray(title)).ok
  }
  const lane = lanes.laneOfCard(activityId) === target.laneId ? {} : { lane: laneTarget(lanes.axis, target.laneId) }
  const end = lengthen ? { end: fromDayNumber(target.endDay) } : {}
  const result = host.run(
    moveActivity,
    { activityId, start: fromDayNumber(target.startDay), ...end, ...lane },
    (moved) =>
      messages.calendar.done.placed(title, targetName(target, lanes.lanes(), locale, messages), {
        along: moved.messages + moved.steps,
        behind: moved.lockedBehind,
      }),
  )
  return result.ok
}

/** Puts a copy of a card somewhere and leaves the card alone; gives the copy's id, or `null` when the board refused. */
export function copyCard(
  { host, lanes, locale, messages }: PlacingContext,
  activityId: string,
  target: DropTarget,
): string | null {
  const title = host.view.get('activities', activityId)?.title ?? ''
  const where =
    target.kind === 'tray'
      ? { start: null }
      : { start: fromDayNumber(target.startDay), lane: laneTarget(lanes.axis, target.laneId) }
  const result = host.run(copyActivity, { activityId, locale, ...where }, () => messages.calendar.done.copied(title))
  return result.ok ? result.value.activityId : null
}

/** Makes an activity from a recipe at a place; gives its id, or `null` when the board refused. */
export function placeRecipe(
  { host, lanes, locale, messages }: PlacingContext,
  recipeId: string,
  target: DropTarget,
  title?: string,
): string | null {
  // In lanes by recipe the recipe from the palette decides, not the lane it lands in.
  const isTheLane = lanes.axis === 'recipe'
  const where =
    target.kind === 'tray'
      ? {}
      : {
          start: fromDayNumber(target.startDay),
          ...(isTheLane ? {} : { lane: laneTarget(lanes.axis, target.laneId) }),
        }
  const named = title === undefined ? {} : { title }
  const result = host.run(addActivity, { recipeId, locale, ...named, ...where }, (made) => {
    const name = host.view.get('activities', made.activityId)?.title ?? title ?? ''
    const place = targetName(target, lanes.lanes(), locale, messages)
    return messages.calendar.done.added(name, place, made.messages + made.steps)
  })
  return result.ok ? result.value.activityId : null
}

/** Where a card stands; `null` without a date. Units: day numbers. */
export function standOf(
  host: CalendarHost,
  lanes: CalendarLanes,
  activityId: string,
): { readonly laneId: string; readonly startDay: DayNumber; readonly endDay: DayNumber } | null {
  const activity = host.view.get('activities', activityId)
  if (activity === undefined || activity.start === null) return null
  const startDay = toDayNumber(activity.start)
  return {
    laneId: lanes.laneOfCard(activityId) ?? '',
    startDay,
    endDay: activity.end === null ? startDay : toDayNumber(activity.end),
  }
}
