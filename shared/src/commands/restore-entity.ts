import type { BoardDocument } from '../model/board-document.ts'
import type { EntityKind } from '../model/entity-kinds.ts'
import { GONE } from '../model/raw-entity.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Takes something out of the bin, with all that hangs on it, in one step. */
export function restoreEntity(
  board: BoardDocument,
  actor: Actor,
  input: { readonly kind: EntityKind; readonly id: string },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'restore-entity', () => {
    const table = board.entities[input.kind]
    if (!table.has(input.id)) return refuse('not-found')
    if (!table.isGone(input.id)) return refuse('nothing-changed')
    table.write(input.id, GONE, null)
    return { ok: true, value: null }
  })
}
