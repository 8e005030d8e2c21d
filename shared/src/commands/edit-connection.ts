import type { BoardDocument } from '../model/board-document.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** The sides of a connection that can be changed. */
export interface ConnectionChanges {
  readonly kind?: string
  readonly why?: string
  readonly status?: string
  readonly ownerId?: string | null
}

/** Changes what a connection says. */
export function editConnection(
  board: BoardDocument,
  actor: Actor,
  input: { readonly connectionId: string; readonly changes: ConnectionChanges },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'edit-connection', () => {
    const table = board.entities.connections
    if (!table.isAlive(input.connectionId)) return refuse('not-found')
    for (const [field, value] of Object.entries(input.changes)) {
      if (value !== undefined) table.write(input.connectionId, field, value)
    }
    return { ok: true, value: null }
  })
}
