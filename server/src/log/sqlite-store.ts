import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import Database from 'better-sqlite3'
import type { AuthorClaims, BoardContent, BoardRow, LogRecord, LogReport, NewBoard, NewRecord } from './update-log.ts'
import { LogError, maxQuarantinedPerBoard } from './update-log.ts'
import type { BoardSummary, LogFailure, QuarantinedUpdate, UpdateLog } from './update-log.ts'

/** The same calls as `UpdateLog`, answered at once: what runs inside the worker. */
type Immediately = {
  [method in keyof UpdateLog]: (...args: Parameters<UpdateLog[method]>) => Awaited<ReturnType<UpdateLog[method]>>
}

/** The file inside the data folder that holds all boards. */
export const storeFileName = 'boards.db'

const applicationId = 0x53_42_31_00
const schemaVersion = 2

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

interface UpdateRow {
  seq: number
  bytes: Uint8Array
  principal: string
  at_ms: number
  checksum: number
}

interface SnapshotRow {
  bytes: Uint8Array
  through_seq: number
  checksum: number
}

interface StoredBoardRow {
  id: string
  title: string
  activities: number
  created_ms: number
  updated_ms: number
  gone_ms: number | null
}

interface QuarantineRow {
  board_id: string
  bytes: Uint8Array
  principal: string
  at_ms: number
  reason: string
}

function checksumOf(boardId: string, bytes: Uint8Array): number {
  return crc32(bytes, crc32(boardId))
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

function toBoardRow(row: StoredBoardRow): BoardRow {
  return {
    id: row.id,
    title: row.title,
    activities: row.activities,
    createdAtMs: row.created_ms,
    updatedAtMs: row.updated_ms,
    goneAtMs: row.gone_ms ?? undefined,
  }
}

function openDatabase(file: string): Database.Database {
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

/**
 * The boards in one SQLite file, spoken to directly; blocks while the disk syncs, so it belongs in a worker.
 *
 * Errors: a `LogError` from the constructor where the folder is in use, not writable, damaged or of a newer program.
 * Source: https://www.sqlite.org/wal.html; durability measured with WAL and `synchronous=FULL`.
 */
export class SqliteStore implements Immediately {
  readonly #db: Database.Database
  readonly #insertUpdate: Database.Statement<[string, Uint8Array, string, number, number]>
  readonly #touchBoard: Database.Statement<[number, string]>
  readonly #describe: Database.Statement<[string, number, string]>
  readonly #claim: Database.Statement<[string, number, string]>
  readonly #appendAll: (records: readonly NewRecord[]) => number[]

  constructor(dataDir: string, fileName = storeFileName) {
    try {
      this.#db = openDatabase(join(dataDir, fileName))
    } catch (error) {
      throw toLogError(error)
    }
    this.#insertUpdate = this.#db.prepare(
      'INSERT INTO updates (board_id, bytes, principal, at_ms, checksum) VALUES (?, ?, ?, ?, ?)',
    )
    this.#touchBoard = this.#db.prepare('UPDATE boards SET updated_ms = ? WHERE id = ?')
    this.#describe = this.#db.prepare('UPDATE boards SET title = ?, activities = ? WHERE id = ?')
    this.#claim = this.#db.prepare(
      'INSERT INTO authors (board_id, author, principal) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    )
    this.#appendAll = this.#db.transaction((records: readonly NewRecord[]) => {
      const seqs: number[] = []
      for (const record of records) {
        seqs.push(this.#insert(record))
        this.#touchBoard.run(record.atMs, record.boardId)
        if (record.summary) this.#describe.run(record.summary.title, record.summary.activities, record.boardId)
        for (const { principal, authors } of record.claims ?? []) {
          for (const author of authors) this.#claim.run(record.boardId, author, principal)
        }
      }
      return seqs
    })
  }

  #insert(record: NewRecord): number {
    const checksum = checksumOf(record.boardId, record.update)
    const { lastInsertRowid } = this.#insertUpdate.run(
      record.boardId,
      record.update,
      record.principal,
      record.atMs,
      checksum,
    )
    return Number(lastInsertRowid)
  }

  append(records: readonly NewRecord[]): readonly number[] {
    return this.#appendAll(records)
  }

  read(boardId: string): BoardContent | undefined {
    if (this.findBoard(boardId) === undefined) return undefined
    const snapshot = this.#db
      .prepare<[string], SnapshotRow>('SELECT bytes, through_seq, checksum FROM snapshots WHERE board_id = ?')
      .get(boardId)
    const rows = this.#db
      .prepare<[string], UpdateRow>(
        'SELECT seq, bytes, principal, at_ms, checksum FROM updates WHERE board_id = ? ORDER BY seq',
      )
      .all(boardId)
    const damagedSeqs: number[] = []
    const tail: LogRecord[] = []
    const snapshotIntact = snapshot === undefined || checksumOf(boardId, snapshot.bytes) === snapshot.checksum
    if (!snapshotIntact) damagedSeqs.push(0)
    for (const row of rows) {
      if (checksumOf(boardId, row.bytes) !== row.checksum) damagedSeqs.push(row.seq)
      else if (damagedSeqs.length === 0) {
        tail.push({ seq: row.seq, update: row.bytes, principal: row.principal, atMs: row.at_ms })
      }
    }
    return {
      snapshot: snapshotIntact ? snapshot?.bytes : undefined,
      tail,
      lastSeq: rows.at(-1)?.seq ?? snapshot?.through_seq ?? 0,
      damagedSeqs,
      claims: this.#claimsOf(boardId),
      claimsLiftedUntilMs: this.#claimsLiftedUntilMs(),
    }
  }

  #claimsOf(boardId: string): AuthorClaims[] {
    const rows = this.#db
      .prepare<[string], { author: number; principal: string }>(
        'SELECT author, principal FROM authors WHERE board_id = ?',
      )
      .all(boardId)
    const byPrincipal = Map.groupBy(rows, ({ principal }) => principal)
    return [...byPrincipal].map(([principal, claims]) => ({ principal, authors: claims.map(({ author }) => author) }))
  }

  #claimsLiftedUntilMs(): number {
    return (
      this.#db.prepare<[], { value: number }>("SELECT value FROM meta WHERE key = 'claims_lifted_until_ms'").get()
        ?.value ?? 0
    )
  }

  liftClaims(untilMs: number): void {
    this.#db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('claims_lifted_until_ms', ?)").run(untilMs)
  }

  compact(boardId: string, snapshot: Uint8Array, throughSeq: number): void {
    this.#db.transaction(() => {
      this.#db
        .prepare('INSERT OR REPLACE INTO snapshots (board_id, bytes, through_seq, checksum) VALUES (?, ?, ?, ?)')
        .run(boardId, snapshot, throughSeq, checksumOf(boardId, snapshot))
      this.#db.prepare('DELETE FROM updates WHERE board_id = ? AND seq <= ?').run(boardId, throughSeq)
    })()
    this.#db.pragma('incremental_vacuum(256)')
  }

  quarantine(entry: QuarantinedUpdate): void {
    this.#db.transaction(() => {
      this.#db
        .prepare('INSERT INTO quarantine (board_id, bytes, principal, at_ms, reason) VALUES (?, ?, ?, ?, ?)')
        .run(entry.boardId, entry.update, entry.principal, entry.atMs, entry.reason)
      this.#db
        .prepare(
          `DELETE FROM quarantine WHERE board_id = ? AND id NOT IN
             (SELECT id FROM quarantine WHERE board_id = ? ORDER BY id DESC LIMIT ${maxQuarantinedPerBoard})`,
        )
        .run(entry.boardId, entry.boardId)
    })()
  }

  listQuarantine(boardId: string): readonly QuarantinedUpdate[] {
    const rows = this.#db
      .prepare<[string], QuarantineRow>(
        'SELECT board_id, bytes, principal, at_ms, reason FROM quarantine WHERE board_id = ? ORDER BY id',
      )
      .all(boardId)
    return rows.map((row) => ({
      boardId: row.board_id,
      update: row.bytes,
      principal: row.principal,
      atMs: row.at_ms,
      reason: row.reason,
    }))
  }

  createBoard(board: NewBoard): void {
    this.#db.transaction(() => {
      this.#db
        .prepare('INSERT INTO boards (id, title, activities, created_ms, updated_ms) VALUES (?, ?, ?, ?, ?)')
        .run(board.id, board.title, board.activities, board.atMs, board.atMs)
      this.#insert({ boardId: board.id, update: board.firstUpdate, principal: board.principal, atMs: board.atMs })
    })()
  }

  listBoards(): readonly BoardRow[] {
    return this.#db
      .prepare<[], StoredBoardRow>('SELECT * FROM boards ORDER BY updated_ms DESC, id')
      .all()
      .map(toBoardRow)
  }

  findBoard(boardId: string): BoardRow | undefined {
    const row = this.#db.prepare<[string], StoredBoardRow>('SELECT * FROM boards WHERE id = ?').get(boardId)
    return row && toBoardRow(row)
  }

  describeBoard(boardId: string, summary: BoardSummary): void {
    const { changes } = this.#describe.run(summary.title, summary.activities, boardId)
    this.#expectOne(changes, boardId)
  }

  binBoard(boardId: string, atMs: number): void {
    const { changes } = this.#db.prepare('UPDATE boards SET gone_ms = ? WHERE id = ?').run(atMs, boardId)
    this.#expectOne(changes, boardId)
  }

  restoreBoard(boardId: string): void {
    const { changes } = this.#db.prepare('UPDATE boards SET gone_ms = NULL WHERE id = ?').run(boardId)
    this.#expectOne(changes, boardId)
  }

  #expectOne(changes: number, boardId: string): void {
    if (changes !== 1) throw new LogError('unknown-board', `there is no board ${boardId}`)
  }

  probe(): void {
    this.#db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('probed_ms', ?)").run(Date.now())
  }

  backup(file: string): void {
    if (existsSync(file)) throw new LogError('exists', `${file} exists already`)
    this.#db.prepare('VACUUM INTO ?').run(file)
  }

  examine(): LogReport {
    const damaged: { boardId: string; seq: number }[] = []
    let records = 0
    let bytes = 0
    const boards = this.listBoards()
    for (const board of boards) {
      const content = this.read(board.id)
      if (content === undefined) continue
      records += content.tail.length + content.damagedSeqs.length
      bytes += content.snapshot?.byteLength ?? 0
      for (const record of content.tail) bytes += record.update.byteLength
      for (const seq of content.damagedSeqs) damaged.push({ boardId: board.id, seq })
    }
    const found = this.#db.pragma('integrity_check(20)', { simple: false })
    const lines = Array.isArray(found) ? found.map((row: unknown) => Object.values(row ?? {}).join(' ')) : []
    const problems = [...this.#settingProblems(), ...lines.filter((line) => line !== 'ok')]
    const quarantined = this.#db.prepare<[], { n: number }>('SELECT count(*) AS n FROM quarantine').get()?.n ?? 0
    return {
      boards: boards.length,
      records,
      bytes,
      quarantined,
      damaged,
      problems,
    }
  }

  /** What makes a commit durable, read back: a setting that did not take would be seen by nobody else. */
  #settingProblems(): string[] {
    const expected = { journal_mode: 'wal', synchronous: 2, locking_mode: 'exclusive' }
    return Object.entries(expected).flatMap(([name, value]) => {
      const found = this.#db.pragma(name, { simple: true })
      return found === value ? [] : [`${name} is ${String(found)}, not ${value}`]
    })
  }

  close(): void {
    this.#db.close()
  }
}
