import type { BoardDocument } from '../model/board-document.ts'
import { editBoard } from './edit-board.ts'
import type { Actor, CommandResult } from './run-command.ts'

/** Gives the board another title. */
export function renameBoard(
  board: BoardDocument,
  actor: Actor,
  input: { readonly title: string },
): CommandResult<null> {
  return editBoard(board, actor, { changes: { title: input.title.trim() } })
}
