import { isWritable, type BoardDocument } from '../model/board-document.ts'
import { CommandOrigin } from '../model/origin.ts'

/** Who gives a command. */
export interface Actor {
  readonly id: string
  readonly name: string
}

/** Why a command did nothing; ordinary, since a colleague may have been first. */
export type Refusal =
  | 'activity-gone'
  | 'part-gone'
  | 'message-gone'
  | 'step-gone'
  | 'not-found'
  | 'title-missing'
  | 'bad-date'
  | 'no-date-yet'
  | 'nothing-changed'
  | 'board-read-only'

/** What came of a command. */
export type CommandResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Refusal }

/** A refusal as a value. */
export function refuse(reason: Refusal): { readonly ok: false; readonly reason: Refusal } {
  return { ok: false, reason }
}

/**
 * Runs a command as one transaction with a typed origin.
 *
 * The body looks before it writes: a refusal must leave the document as it was.
 */
export function runCommand<T>(
  board: BoardDocument,
  actor: Actor,
  command: string,
  body: () => CommandResult<T>,
): CommandResult<T> {
  if (!isWritable(board)) return refuse('board-read-only')
  return board.doc.transact(body, new CommandOrigin(actor.id, command))
}
