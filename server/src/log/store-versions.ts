import { brotliDecompressSync, zstdCompressSync } from 'node:zlib'
import type Database from 'better-sqlite3'
import { checksumOf, recordChecksumOf, sealOf, snapshotChecksumOf } from './checksum.ts'
import { foldUpdates } from './fold-board.ts'
import { LogError } from './update-log.ts'
import type { Snapshot } from './update-log.ts'
import type { PackedSnapshot } from './packed-snapshot.ts'
import { packSnapshot } from './packed-snapshot.ts'

const applicationId = 0x53_42_31_00
const schemaVersion = 6

/** Fits no bytes at all: what stands for something that is known to be lost. */
const lostChecksum = -1

/** Puts one snapshot in place; takes `snapshotColumns`. */
export const insertSnapshot = `INSERT OR REPLACE INTO snapshots
  (board_id, through_seq, checksum, state_vector, deletions, bytes) VALUES (?, ?, ?, ?, ?, ?)`

/** The row of a snapshot; of one that is lost where there is none. */
export function snapshotColumns(
  boardId: string,
  throughSeq: number,
  snapshot: PackedSnapshot | undefined,
): [string, number, number, Uint8Array, Uint8Array, Uint8Array] {
  if (snapshot === undefined)
    return [boardId, throughSeq, lostChecksum, new Uint8Array(), new Uint8Array(), new Uint8Array()]
  const { stateVector, deletions, packed } = snapshot
  return [boardId, throughSeq, snapshotChecksumOf(boardId, snapshot), stateVector, deletions, packed]
}

/** A snapshot as versions 1 to 3 stored it. */
interface PlainSnapshotRow {
  readonly bytes: Uint8Array
  readonly through_seq: number
  readonly checksum: number
}

/** What a snapshot of an older version says; nothing where it is not what was written. */
function describeSnapshot(boardId: string, { bytes, checksum }: PlainSnapshotRow): Snapshot | undefined {
  if (checksumOf(boardId, bytes) !== checksum) return undefined
  try {
    return foldUpdates([bytes])
  } catch {
    return undefined
  }
}

const schema = `
  CREATE TABLE boards (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    activities INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    gone_ms INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE updates (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id TEXT NOT NULL REFERENCES boards (id),
    bytes BLOB NOT NULL,
    principal TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX updates_by_board ON updates (board_id, seq);
  CREATE TABLE snapshots (
    board_id TEXT PRIMARY KEY REFERENCES boards (id),
    bytes BLOB NOT NULL,
    through_seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id TEXT NOT NULL,
    bytes BLOB NOT NULL,
    principal TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    reason TEXT NOT NULL
  ) STRICT;
  CREATE INDEX quarantine_by_board ON quarantine (board_id, id);
  CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
`

/** What a snapshot says, laid beside it, so that nobody has to read it for that. */
function describeSnapshots(db: Database.Database): void {
  db.exec(`
    ALTER TABLE snapshots RENAME TO plain_snapshots;
    CREATE TABLE snapshots (
      board_id TEXT PRIMARY KEY REFERENCES boards (id),
      through_seq INTEGER NOT NULL,
      checksum INTEGER NOT NULL,
      state_vector BLOB NOT NULL,
      deletions BLOB NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT`)
  const boards = db.prepare<[], { id: string }>('SELECT board_id AS id FROM plain_snapshots').all()
  const plain = db.prepare<[string], PlainSnapshotRow>('SELECT * FROM plain_snapshots WHERE board_id = ?')
  const insert = db.prepare(insertSnapshot)
  for (const { id } of boards) {
    const row = plain.get(id)
    const said = row && describeSnapshot(id, row)
    // Not packed yet: that came with version 6.
    if (row) insert.run(...snapshotColumns(id, row.through_seq, said && { ...said, packed: said.update }))
  }
  db.exec('DROP TABLE plain_snapshots')
}

/** A record as versions 1 to 4 stored it. */
interface IndexedUpdateRow {
  readonly seq: number
  readonly board_id: string
  readonly bytes: Uint8Array
  readonly principal: string
  readonly at_ms: number
  readonly checksum: number
}

/** Each record names the one before it on its board, instead of an index that names them all; see `board-chains.ts`. */
function chainUpdates(db: Database.Database): void {
  db.exec(`
    DROP INDEX updates_by_board;
    ALTER TABLE updates RENAME TO indexed_updates;
    CREATE TABLE updates (
      seq INTEGER PRIMARY KEY,
      after_seq INTEGER NOT NULL,
      board_id TEXT NOT NULL,
      principal TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      checksum INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE leftovers (
      board_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (board_id, seq)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE boards ADD COLUMN last_seq INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE boards ADD COLUMN seal INTEGER NOT NULL DEFAULT 0`)
  const ends = new Map<string, number>()
  for (const { id } of db.prepare<[], { id: string }>('SELECT id FROM boards').all()) ends.set(id, 0)
  const snapshots = db.prepare<[], { id: string; seq: number }>(
    'SELECT board_id AS id, through_seq AS seq FROM snapshots',
  )
  for (const { id, seq } of snapshots.all()) ends.set(id, seq)
  const seqs = db.prepare<[], { seq: number }>('SELECT seq FROM indexed_updates ORDER BY seq').all()
  const find = db.prepare<[number], IndexedUpdateRow>('SELECT * FROM indexed_updates WHERE seq = ?')
  const insert = db.prepare('INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?, ?)')
  for (const { seq } of seqs) {
    const row = find.get(seq)
    const afterSeq = ends.get(row?.board_id ?? '')
    // What a snapshot holds need not be taken along.
    if (row === undefined || afterSeq === undefined || seq <= afterSeq) continue
    const { board_id: boardId, bytes, principal, at_ms: atMs } = row
    const intact = checksumOf(boardId, bytes) === row.checksum
    const checksum = intact ? recordChecksumOf({ boardId, seq, afterSeq, principal, atMs, bytes }) : lostChecksum
    insert.run(seq, afterSeq, boardId, principal, atMs, checksum, bytes)
    ends.set(boardId, seq)
  }
  const seal = db.prepare('UPDATE boards SET last_seq = ?, seal = ? WHERE id = ?')
  for (const [id, seq] of ends) seal.run(seq, sealOf(id, seq), id)
  // The index is nobody's way: it says once more, on other pages, where each board ends.
  db.exec('DROP TABLE indexed_updates; CREATE INDEX board_ends ON boards (last_seq, seal)')
}

/** A snapshot as versions 4 and 5 stored it. */
interface DescribedSnapshotRow extends PlainSnapshotRow {
  readonly state_vector: Uint8Array
  readonly deletions: Uint8Array
}

/** A stretch of history as versions 3 to 5 stored it. */
interface BrotliHistoryRow {
  readonly from_seq: number
  readonly bytes: Uint8Array
  readonly checksum: number
}

/** Snapshots are compressed too, and history by the quicker way. What is damaged stays as it is, and does not fit. */
function packAll(db: Database.Database): void {
  const snapshot = db.prepare<[string], DescribedSnapshotRow>('SELECT * FROM snapshots WHERE board_id = ?')
  const insert = db.prepare(insertSnapshot)
  for (const { id } of db.prepare<[], { id: string }>('SELECT board_id AS id FROM snapshots').all()) {
    const row = snapshot.get(id)
    if (row === undefined) continue
    const { state_vector: stateVector, deletions, bytes: update } = row
    const intact = checksumOf(id, stateVector, deletions, update) === row.checksum
    insert.run(
      ...snapshotColumns(id, row.through_seq, intact ? packSnapshot({ stateVector, deletions, update }) : undefined),
    )
  }
  const stretch = db.prepare<[string, number], BrotliHistoryRow>(
    'SELECT from_seq, bytes, checksum FROM history WHERE board_id = ? AND from_seq = ?',
  )
  const repack = db.prepare('UPDATE history SET bytes = ?, checksum = ? WHERE board_id = ? AND from_seq = ?')
  const stretches = db.prepare<[], { id: string; seq: number }>('SELECT board_id AS id, from_seq AS seq FROM history')
  for (const { id, seq } of stretches.all()) {
    const row = stretch.get(id, seq)
    if (row === undefined || checksumOf(id, row.bytes) !== row.checksum) continue
    const bytes = zstdCompressSync(brotliDecompressSync(row.bytes))
    repack.run(bytes, checksumOf(id, bytes), id, seq)
  }
}

/** What each version changed in the one before; the first entry leads from version 1 to 2. */
const steps: readonly ((db: Database.Database) => void)[] = [
  (db) =>
    db.exec(`CREATE TABLE authors (
    board_id TEXT NOT NULL REFERENCES boards (id),
    author INTEGER NOT NULL,
    principal TEXT NOT NULL,
    PRIMARY KEY (board_id, author)
  ) STRICT, WITHOUT ROWID`),
  (db) =>
    db.exec(`CREATE TABLE history (
    board_id TEXT NOT NULL REFERENCES boards (id),
    from_seq INTEGER NOT NULL,
    through_seq INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (board_id, from_seq)
  ) STRICT`),
  describeSnapshots,
  chainUpdates,
  packAll,
]

/** Brings an older or an empty file to this program's version, in one transaction. */
export function bringUpToDate(db: Database.Database): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > schemaVersion) {
    throw new LogError('newer', `the store has version ${version}, this program knows ${schemaVersion}`)
  }
  if (version === schemaVersion) return
  db.transaction(() => {
    if (version === 0) db.exec(schema)
    for (const step of steps.slice(Math.max(0, version - 1))) step(db)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${schemaVersion}`)
  })()
}
