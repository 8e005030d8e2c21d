import Database from 'better-sqlite3'
import { LogError } from './update-log.ts'
import type { LogFailure } from './update-log.ts'

/** The file inside the data folder that holds all boards. */
export const storeFileName = 'boards.db'

const applicationId = 0x53_42_31_00
const schemaVersion = 3

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

/** What each version added to the one before; the first entry leads from version 1 to 2. */
const additions = [
  `CREATE TABLE authors (
    board_id TEXT NOT NULL REFERENCES boards (id),
    author INTEGER NOT NULL,
    principal TEXT NOT NULL,
    PRIMARY KEY (board_id, author)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE history (
    board_id TEXT NOT NULL REFERENCES boards (id),
    from_seq INTEGER NOT NULL,
    through_seq INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (board_id, from_seq)
  ) STRICT`,
]

/** Brings an older or an empty file to this program's version, in one transaction. */
function bringUpToDate(db: Database.Database): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > schemaVersion) {
    throw new LogError('newer', `the store has version ${version}, this program knows ${schemaVersion}`)
  }
  if (version === schemaVersion) return
  db.transaction(() => {
    if (version === 0) db.exec(schema)
    for (const addition of additions.slice(Math.max(0, version - 1))) db.exec(addition)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${schemaVersion}`)
  })()
}

function failureOf(code: string): LogFailure {
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'in-use'
  if (code.startsWith('SQLITE_FULL')) return 'full'
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM')) {
    return 'unwritable'
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'damaged'
  if (code.startsWith('SQLITE_CONSTRAINT_FOREIGNKEY')) return 'unknown-board'
  if (code.startsWith('SQLITE_CONSTRAINT_PRIMARYKEY')) return 'exists'
  return 'failed'
}

/** Turns whatever a store threw into a `LogError` that says which kind of trouble it is. */
export function toLogError(error: unknown): LogError {
  if (error instanceof LogError) return error
  if (error instanceof Database.SqliteError)
    return new LogError(failureOf(error.code), `${error.code}: ${error.message}`)
  return new LogError('failed', error instanceof Error ? error.message : String(error))
}

/** Says whether the disk itself failed, so that what SQLite keeps of the file in memory is not to be trusted further. */
export function isDiskFault(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_IOERR')
}

/** Opens a store's file and makes its tables where they are missing. Errors: whatever SQLite throws, `LogError` `newer`. */
export function openStoreFile(file: string): Database.Database {
  const db = new Database(file, { timeout: 1000 })
  try {
    // Exclusive before WAL: the index of the write-ahead log then lives in memory, and a second process is refused.
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('auto_vacuum = INCREMENTAL')
    db.pragma('journal_mode = WAL')
    // FULL syncs the log on every commit; NORMAL would lose acknowledged changes in a power cut without a trace.
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.exec('BEGIN EXCLUSIVE; COMMIT')
    bringUpToDate(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
