import type * as Y from 'yjs'
import { ENTITY_KINDS, type EntityKind } from './entity-kinds.ts'
import { EntityTable } from './entity-table.ts'

/** The version of the document's shape that this program writes. */
export const SCHEMA_VERSION = 1

/** The key of the one entity in the root map `board`. */
export const BOARD_ID = 'board'

/**
 * Typed access to the roots of a board's Yjs document.
 *
 * Shape: a flat root map per kind. Key `<id>` holds the birth value, key `<id>/<field>` or `<id>/<field>/<member>` what
 * a later gesture wrote. Nothing is nested, so that two people who make the same entity at once lose nothing.
 */
export interface BoardDocument {
  readonly doc: Y.Doc
  readonly meta: Y.Map<unknown>
  readonly board: Y.Map<unknown>
  readonly entities: Readonly<Record<EntityKind, EntityTable>>
}

const opened = new WeakMap<Y.Doc, BoardDocument>()

/** Opens the roots of a document, once; makes nothing, so an empty document stays empty. */
export function openBoardDocument(doc: Y.Doc): BoardDocument {
  const before = opened.get(doc)
  if (before) return before
  const entities = Object.fromEntries(
    ENTITY_KINDS.map((kind) => [kind, new EntityTable(kind, doc.getMap(kind))]),
  ) as Record<EntityKind, EntityTable>
  const board = { doc, meta: doc.getMap('meta'), board: doc.getMap('board'), entities }
  opened.set(doc, board)
  return board
}

/** The schema version a document says it has; 0 for a document without content. */
export function schemaVersionOf(board: BoardDocument): number {
  const version = board.meta.get('schemaVersion')
  return typeof version === 'number' && Number.isFinite(version) ? version : 0
}

/** Tells whether this program may write: a document of a newer version opens read-only rather than damaged. */
export function isWritable(board: BoardDocument): boolean {
  return schemaVersionOf(board) <= SCHEMA_VERSION
}

/** The rich text of an activity's notes: a root fragment of its own, so that nobody has to create it. */
export function notesOf(board: BoardDocument, activityId: string): Y.XmlFragment {
  return board.doc.getXmlFragment(`notes/${activityId}`)
}

/** Tells whether anybody ever wrote notes of an activity; asking makes none. */
export function hasNotes(board: BoardDocument, activityId: string): boolean {
  return board.doc.share.has(`notes/${activityId}`)
}
