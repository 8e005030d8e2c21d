import type { BoardDocument } from '../model/board-document.ts'
import { buryEntity } from './delete-entity.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Takes a connection away; the collection part stays. */
export function disconnect(
  board: BoardDocument,
  actor: Actor,
  input: { readonly connectionId: string },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'disconnect', () => {
    if (!board.entities.connections.isAlive(input.connectionId)) return refuse('not-found')
    buryEntity(board, actor, 'connections', input.connectionId)
    return { ok: true, value: null }
  })
}
