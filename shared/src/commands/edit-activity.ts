import type { Learning, TimeSlot } from '../model/activity.ts'
import type { BoardDocument } from '../model/board-document.ts'
import { activityStart } from '../model/entity-record.ts'
import { ANCHOR } from '../model/raw-entity.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** The fields of an activity that are one value each. */
export interface ActivityChanges {
  readonly title?: string
  readonly summary?: string
  readonly customerSentence?: string
  readonly public?: boolean
  readonly attendance?: number | null
  readonly learning?: Learning | null
  readonly times?: readonly TimeSlot[]
}

/** Changes fields of an activity; each is a key of its own, so that two people edit two sides of one card. */
export function editActivity(
  board: BoardDocument,
  actor: Actor,
  input: { readonly activityId: string; readonly changes: ActivityChanges },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'edit-activity', () => {
    const { activityId, changes } = input
    const table = board.entities.activities
    if (!table.isAlive(activityId)) return refuse('activity-gone')
    const { times, ...fields } = changes
    for (const [field, value] of Object.entries(fields)) if (value !== undefined) table.write(activityId, field, value)
    // Times carry days; they move along with the activity, so they are kept with the start they were written for.
    if (times !== undefined) {
      table.write(activityId, 'times', { slots: times, [ANCHOR]: activityStart(board, activityId) })
    }
    return { ok: true, value: null }
  })
}
