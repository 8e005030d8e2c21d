import type { BoardDocument } from '../model/board-document.ts'
import { buryEntity } from './delete-entity.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Puts a step of the script in the bin. */
export function removeStep(
  board: BoardDocument,
  actor: Actor,
  input: { readonly stepId: string },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'remove-step', () => {
    if (!board.entities.steps.isAlive(input.stepId)) return refuse('step-gone')
    buryEntity(board, actor, 'steps', input.stepId)
    return { ok: true, value: null }
  })
}
