import { addDays, plainDate, type PlainDate } from '../calendar/plain-date.ts'
import { channelOf, disciplineOfChannel } from '../domain/channels.ts'
import { recipeOf } from '../domain/recipes.ts'
import { messagesOfRecipe } from '../domain/recipe-messages.ts'
import { roleOf } from '../domain/roles.ts'
import type { BoardDocument } from '../model/board-document.ts'
import { joinedId } from '../model/ids.ts'
import { ANCHOR } from '../model/raw-entity.ts'

/**
 * The start that a script without a date is counted from; any day does, since only the distance to it is read.
 */
export const UNDATED_ANCHOR = plainDate('2000-01-01')

/** How many steps and messages were laid out. */
export interface LaidOut {
  readonly steps: number
  readonly messages: number
}

/** Lays out the steps and messages of a recipe, counted back from the activity's start. */
export function layOutScript(
  board: BoardDocument,
  activityId: string,
  recipeId: string,
  start: PlainDate | null,
  locale: 'nl' | 'en',
): LaidOut {
  const anchor = start ?? UNDATED_ANCHOR
  const steps = recipeOf(recipeId)?.steps ?? []
  for (const step of steps) {
    const id = joinedId(activityId, step.id)
    board.entities.steps.create(id, {
      id,
      activityId,
      title: step.title[locale],
      on: addDays(anchor, step.offsetDays),
      discipline: roleOf(step.role)?.discipline ?? 'programming',
      roleId: step.role,
      done: false,
      locked: false,
      [ANCHOR]: anchor,
    })
  }
  const channelIds = messagesOfRecipe(recipeId)
  for (const channelId of channelIds)
    createMessage(board, activityId, channelId, anchor, joinedId(activityId, channelId))
  return { steps: steps.length, messages: channelIds.length }
}

/** Writes the birth value of a message, its dates counted back from the anchor by the channel's lead times. */
export function createMessage(
  board: BoardDocument,
  activityId: string,
  channelId: string,
  anchor: PlainDate,
  id: string,
): void {
  const channel = channelOf(channelId)
  const publishOn = addDays(anchor, -(channel?.publishLeadDays ?? 14))
  board.entities.messages.create(id, {
    id,
    activityId,
    channelId,
    publishOn,
    copyDue: addDays(publishOn, -(channel?.copyLeadDays ?? 3)),
    discipline: disciplineOfChannel(channelId),
    state: 'planned',
    locked: false,
    [ANCHOR]: anchor,
  })
}
