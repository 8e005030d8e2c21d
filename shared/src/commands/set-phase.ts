import type { Phase } from '../model/activity.ts'
import type { BoardDocument } from '../model/board-document.ts'
import { PHASE } from '../model/raw-entity.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Puts an activity in a phase; *not this year* and *cancelled* carry their reason in the same gesture. */
export function setPhase(
  board: BoardDocument,
  actor: Actor,
  input: { readonly activityId: string; readonly phase: Phase; readonly reason?: string },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'set-phase', () => {
    const table = board.entities.activities
    if (!table.isAlive(input.activityId)) return refuse('activity-gone')
    table.write(input.activityId, PHASE, { phase: input.phase, reason: input.reason ?? '' })
    return { ok: true, value: null }
  })
}
