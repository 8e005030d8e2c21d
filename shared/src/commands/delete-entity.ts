import type { BoardDocument } from '../model/board-document.ts'
import type { EntityKind } from '../model/entity-kinds.ts'
import type { Tombstone } from '../model/entity-table.ts'
import { GONE } from '../model/raw-entity.ts'
import { instantNow } from '../calendar/instant-now.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Puts a tombstone on an entity; only commands call this, inside their transaction. */
export function buryEntity(board: BoardDocument, actor: Actor, kind: EntityKind, id: string): void {
  const tombstone: Tombstone = { at: instantNow(), by: actor.name }
  board.entities[kind].write(id, GONE, tombstone)
}

/** Puts anything on the board in the bin. What hangs on it is hidden with it and comes back with it. */
export function deleteEntity(
  board: BoardDocument,
  actor: Actor,
  input: { readonly kind: EntityKind; readonly id: string },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'delete-entity', () => {
    if (!board.entities[input.kind].isAlive(input.id)) return refuse('not-found')
    buryEntity(board, actor, input.kind, input.id)
    return { ok: true, value: null }
  })
}
