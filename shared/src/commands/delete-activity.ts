import type { BoardDocument } from '../model/board-document.ts'
import { buryEntity } from './delete-entity.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/**
 * Puts an activity in the bin, with all that hangs on it; a collection part is never deleted along.
 *
 * Its messages, steps and connections are not written: they are hidden because their activity is, and come back with it.
 */
export function deleteActivity(
  board: BoardDocument,
  actor: Actor,
  input: { readonly activityId: string },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'delete-activity', () => {
    if (!board.entities.activities.isAlive(input.activityId)) return refuse('activity-gone')
    buryEntity(board, actor, 'activities', input.activityId)
    return { ok: true, value: null }
  })
}
