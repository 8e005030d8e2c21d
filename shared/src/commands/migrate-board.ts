import { SCHEMA_VERSION, schemaVersionOf, type BoardDocument } from '../model/board-document.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** One step up of the document's shape. It must be idempotent: two relays, or a restart halfway, may run it twice. */
export interface Migration {
  /** The schema version it starts from; it ends at the next one. */
  readonly from: number
  /** Writes the new keys beside the old ones; never takes away what an older program still reads. */
  readonly run: (board: BoardDocument) => void
}

/** Every step there is, oldest first. Version 1 is the first shape, so there is none yet. */
export const MIGRATIONS: readonly Migration[] = []

/**
 * Brings a document of an older version up to date, one transaction per step, so that a stop halfway can go on.
 *
 * Run by the relay when a board is opened. Errors: a newer version is left alone (`board-read-only`).
 */
export function migrateBoard(
  board: BoardDocument,
  actor: Actor,
  migrations: readonly Migration[] = MIGRATIONS,
  target: number = SCHEMA_VERSION,
): CommandResult<{ readonly steps: number }> {
  let steps = 0
  for (const migration of [...migrations].sort((a, b) => a.from - b.from)) {
    if (migration.from !== schemaVersionOf(board) || migration.from >= target) continue
    const result = runCommand<null>(board, actor, 'migrate-board', () => {
      migration.run(board)
      board.meta.set('schemaVersion', migration.from + 1)
      return { ok: true, value: null }
    })
    if (!result.ok) return result
    steps++
  }
  return steps === 0 ? refuse('nothing-changed') : { ok: true, value: { steps } }
}
