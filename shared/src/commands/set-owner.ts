import type { BoardDocument } from '../model/board-document.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Says who carries an activity for a discipline; `null` takes the discipline off. */
export function setOwner(
  board: BoardDocument,
  actor: Actor,
  input: {
    readonly activityId: string
    readonly discipline: string
    readonly owner: { readonly roleId: string | null; readonly personId: string | null } | null
  },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'set-owner', () => {
    const { activityId, discipline, owner } = input
    const table = board.entities.activities
    if (!table.isAlive(activityId)) return refuse('activity-gone')
    table.write(activityId, 'owners', owner === null ? null : { discipline, ...owner }, discipline)
    return { ok: true, value: null }
  })
}
