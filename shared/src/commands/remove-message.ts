import type { BoardDocument } from '../model/board-document.ts'
import { buryEntity } from './delete-entity.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Puts a message in the bin. */
export function removeMessage(
  board: BoardDocument,
  actor: Actor,
  input: { readonly messageId: string },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'remove-message', () => {
    if (!board.entities.messages.isAlive(input.messageId)) return refuse('message-gone')
    buryEntity(board, actor, 'messages', input.messageId)
    return { ok: true, value: null }
  })
}
