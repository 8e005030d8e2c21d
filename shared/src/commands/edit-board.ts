import type { BoardDocument } from '../model/board-document.ts'
import { BOARD_ID } from '../model/board-document.ts'
import { boardRecord } from '../model/board-info.ts'
import { fieldKey } from '../model/entity-keys.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** The board's own fields that can be changed. */
export interface BoardChanges {
  readonly title?: string
  readonly library?: string
  readonly holidayRegion?: 'noord' | 'midden' | 'zuid'
  readonly period?: { readonly from: string; readonly to: string }
}

/** Changes fields of the board itself. */
export function editBoard(
  board: BoardDocument,
  actor: Actor,
  input: { readonly changes: BoardChanges },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'edit-board', () => {
    if (input.changes.title?.trim() === '') return refuse('title-missing')
    const before = boardRecord(board)
    let changed = false
    for (const [field, value] of Object.entries(input.changes)) {
      if (value === undefined || JSON.stringify(before[field]) === JSON.stringify(value)) continue
      board.board.set(fieldKey(BOARD_ID, field), value)
      changed = true
    }
    return changed ? { ok: true, value: null } : refuse('nothing-changed')
  })
}
