import type { BoardDocument } from '../model/board-document.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Ticks one point of the marketing checklist. */
export function setChecklistItem(
  board: BoardDocument,
  actor: Actor,
  input: { readonly activityId: string; readonly itemId: string; readonly checked: boolean },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'set-checklist-item', () => {
    const table = board.entities.activities
    if (!table.isAlive(input.activityId)) return refuse('activity-gone')
    table.write(input.activityId, 'marketingChecklist', input.checked, input.itemId)
    return { ok: true, value: null }
  })
}
