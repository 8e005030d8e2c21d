import type { BoardDocument } from '../model/board-document.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Fills in one field that the recipe brought; `null` empties it. */
export function setRecipeField(
  board: BoardDocument,
  actor: Actor,
  input: { readonly activityId: string; readonly key: string; readonly value: unknown },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'set-recipe-field', () => {
    const table = board.entities.activities
    if (!table.isAlive(input.activityId)) return refuse('activity-gone')
    table.write(input.activityId, 'fields', input.value ?? null, input.key)
    return { ok: true, value: null }
  })
}
