import * as Y from 'yjs'
import { BOARD_ID, notesOf, openBoardDocument, SCHEMA_VERSION, type BoardDocument } from '../model/board-document.ts'
import { ENTITY_KINDS, type EntityKind } from '../model/entity-kinds.ts'
import { parsePlainDate } from '../calendar/plain-date.ts'
import { ANCHOR, isRecord, type RawEntity } from '../model/raw-entity.ts'
import type { BoardFile } from './board-file.ts'
import { writeNotes } from './notes-json.ts'

/**
 * The client id under which a board's first content is written. One and the same for every import, so that the same
 * file always gives the same bytes; no client ever picks 0.
 */
const FIRST_CONTENT_CLIENT_ID = 0

/** The top-level keys that become roots of their own; every other key of a file is kept as it is. */
const KNOWN_KEYS: ReadonlySet<string> = new Set(['format', 'version', 'board', 'today', ...ENTITY_KINDS])

/** The prefix in `meta` under which unknown top-level keys of a file are kept. */
export const EXTRA_PREFIX = 'extra/'

/** The key in `meta` that says which lists a file had, so that an empty one is written empty and a missing one is not. */
export const LISTS_GIVEN = 'lists'

/** Makes the first update of a board out of a file: deterministic, so that the same file gives the same bytes. */
export function boardFileToUpdate(file: BoardFile): Uint8Array {
  const doc = new Y.Doc({ gc: true })
  doc.clientID = FIRST_CONTENT_CLIENT_ID
  const board = openBoardDocument(doc)
  doc.transact(() => fillBoard(board, file))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

function fillBoard(board: BoardDocument, file: BoardFile): void {
  board.meta.set('schemaVersion', SCHEMA_VERSION)
  if (file.today !== undefined) board.meta.set('today', file.today)
  for (const [key, value] of Object.entries(file)) if (!KNOWN_KEYS.has(key)) board.meta.set(EXTRA_PREFIX + key, value)
  board.meta.set(
    LISTS_GIVEN,
    ENTITY_KINDS.filter((kind) => file[kind] !== undefined),
  )
  board.board.set(BOARD_ID, file.board)
  const starts = new Map((file.activities ?? []).map((activity) => [activity.id, parsePlainDate(activity.start)]))
  for (const kind of ENTITY_KINDS) {
    for (const entity of file[kind] ?? []) {
      const hangs = kind === 'messages' || kind === 'steps'
      const activityId: unknown = entity['activityId']
      const start = hangs && typeof activityId === 'string' ? (starts.get(activityId) ?? null) : null
      board.entities[kind].create(entity.id, hangs ? withAnchor(entity, start) : withoutNotes(entity, kind))
    }
  }
  for (const { id, notes } of file.activities ?? []) if (notes !== undefined) writeNotes(notesOf(board, id), notes)
}

/** Notes are a text that people write together, not a value. */
function withoutNotes(entity: RawEntity, kind: EntityKind): RawEntity {
  if (kind !== 'activities' || !('notes' in entity)) return entity
  const { notes: _notes, ...rest } = entity
  return rest
}

/** Dates are kept with the start they belong to, so that they move along; locked ones stand still. */
function withAnchor(entity: RawEntity, start: string | null): RawEntity {
  const { laidOut, ...rest } = entity
  if (isRecord(laidOut)) return { ...rest, ...laidOut }
  return { ...rest, [ANCHOR]: entity['locked'] === true ? null : start }
}
