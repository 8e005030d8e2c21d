import type * as Y from 'yjs'
import { hasNotes, notesOf, openBoardDocument, type BoardDocument } from '../model/board-document.ts'
import { boardRecord } from '../model/board-info.ts'
import { ENTITY_KINDS, type EntityKind } from '../model/entity-kinds.ts'
import { entityRecord } from '../model/entity-record.ts'
import type { RawEntity } from '../model/raw-entity.ts'
import { EXTRA_PREFIX, LISTS_GIVEN } from './board-file-to-update.ts'
import { BOARD_FILE_FORMAT, BOARD_FILE_VERSION } from './board-file.ts'
import { notesToJson } from './notes-json.ts'

/** A board file as it is written: as tolerant as the document, since what a newer program wrote goes out unchanged. */
export interface WrittenBoardFile {
  readonly format: typeof BOARD_FILE_FORMAT
  readonly version: typeof BOARD_FILE_VERSION
  readonly board: RawEntity
  readonly [key: string]: unknown
}

/**
 * Writes a whole board as a file. What lies in the bin, or hangs on something there, stays out.
 *
 * Writing what was imported gives the same file, up to order.
 */
export function documentToBoardFile(doc: Y.Doc): WrittenBoardFile {
  const board = openBoardDocument(doc)
  const file: Record<string, unknown> = {}
  const today = board.meta.get('today')
  if (today !== undefined) file['today'] = today
  const lists = board.meta.get(LISTS_GIVEN)
  const given: readonly unknown[] = Array.isArray(lists) ? lists : []
  for (const kind of ENTITY_KINDS) {
    const list = writeList(board, kind)
    if (list.length > 0 || given.includes(kind)) file[kind] = list
  }
  for (const [key, value] of board.meta.entries()) {
    if (key.startsWith(EXTRA_PREFIX)) file[key.slice(EXTRA_PREFIX.length)] = value
  }
  return { format: BOARD_FILE_FORMAT, version: BOARD_FILE_VERSION, board: boardRecord(board), ...file }
}

function writeList(board: BoardDocument, kind: EntityKind): readonly RawEntity[] {
  const table = board.entities[kind]
  const list: RawEntity[] = []
  for (const id of table.ids()) {
    if (table.isGone(id)) continue
    const record = entityRecord(board, kind, id)
    if (record === undefined || hangsOnGone(board, kind, record)) continue
    const notes = kind === 'activities' && hasNotes(board, id) ? notesToJson(notesOf(board, id)) : []
    list.push(notes.length > 0 ? { ...record, notes } : record)
  }
  return list
}

function hangsOnGone(board: BoardDocument, kind: EntityKind, record: RawEntity): boolean {
  const isLost = (of: EntityKind, id: unknown): boolean => typeof id === 'string' && !board.entities[of].isAlive(id)
  switch (kind) {
    case 'messages':
    case 'steps':
      return isLost('activities', record['activityId'])
    case 'connections':
      return isLost('activities', record['activityId']) || isLost('collectionParts', record['partId'])
    case 'relations':
      return isLost('activities', record['from']) || isLost('activities', record['to'])
    default:
      return false
  }
}
