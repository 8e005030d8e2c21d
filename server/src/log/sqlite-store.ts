import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { BoardChains } from './board-chains.ts'
import { checksumOf, sealOf, snapshotChecksumOf } from './checksum.ts'
import type { FoldJob, Folded } from './fold-board.ts'
import { unpackHistory } from './history-segment.ts'
import type { HistorySegment } from './history-segment.ts'
import { unpackSnapshot } from './packed-snapshot.ts'
import type { PackedSnapshot } from './packed-snapshot.ts'
import { renameDurably } from './rename-durably.ts'
import { openStoreFile, removeStoreFile, storeFileName, toLogError } from './sqlite-file.ts'
import { insertSnapshot, snapshotColumns } from './store-versions.ts'
import type { AuthorClaims, BoardContent, BoardRow, LogRecord, LogReport, NewBoard, NewRecord } from './update-log.ts'
import { LogError, historyKeptMs, maxQuarantinedPerBoard } from './update-log.ts'
import type { BoardSummary, HistoryEntry, QuarantinedUpdate, Snapshot, UpdateLog } from './update-log.ts'

/** What takes longer than a turn is done around the store: see `store-keeper.ts`. */
type Slow = 'compact' | 'backup' | 'close'

/** The calls of `UpdateLog` that are answered at once. */
type Immediately = {
  [method in Exclude<keyof UpdateLog, Slow>]: (
    ...args: Parameters<UpdateLog[method]>
  ) => Awaited<ReturnType<UpdateLog[method]>>
}

/** A place inside a call where a fault can strike: named after what comes next. */
export type StoreStep =
  | 'open'
  | 'append: begin'
  | 'append: insert'
  | 'append: commit'
  | 'append: answer'
  | 'create: begin'
  | 'create: insert'
  | 'create: commit'
  | 'create: answer'
  | 'fold: read'
  | 'snapshot: begin'
  | 'snapshot: history'
  | 'snapshot: write'
  | 'snapshot: read back'
  | 'snapshot: commit'
  | 'snapshot: confirm'
  | 'tail: delete'
  | 'tail: answer'
  | 'quarantine: begin'
  | 'quarantine: make room'
  | 'quarantine: commit'
  | 'backup: copy'
  | 'backup: rename'
  | 'tidy: vacuum'
  | 'tidy: checkpoint'

/** Called at every step; throws where a test wants a fault there. */
export type AtStep = (step: StoreStep) => void

interface SnapshotRow {
  through_seq: number
  checksum: number
  state_vector: Uint8Array
  deletions: Uint8Array
  bytes: Uint8Array
}

/** A board as it is stored. Shape: `spare` holds what the snapshot said, where the snapshot is damaged. */
interface StoredBoard {
  readonly throughSeq: number
  readonly snapshot: Snapshot | undefined
  readonly spare: readonly LogRecord[]
  readonly tail: readonly LogRecord[]
  readonly damagedSeqs: readonly number[]
}

interface StoredBoardRow {
  id: string
  title: string
  activities: number
  created_ms: number
  gone_ms: number | null
}

interface QuarantineRow {
  board_id: string
  bytes: Uint8Array
  principal: string
  at_ms: number
  reason: string
}

interface HistoryRow {
  from_seq: number
  through_seq: number
  to_ms: number
  bytes: Uint8Array
  checksum: number
}

/** How often, while changes come, it is written down where each board ends and when it was last changed. */
const writeHeadsEveryMs = 10_000

/** More of the same tells an operator nothing new. */
const maxProblemsPerTable = 20

/** A stretch of history is continued until it is this large. Units: bytes, packed. */
const fullSegmentBytes = 32_768

function toSnapshot(row: SnapshotRow): PackedSnapshot {
  return { packed: row.bytes, stateVector: row.state_vector, deletions: row.deletions }
}

function toSegment(row: HistoryRow): HistorySegment {
  return { fromSeq: row.from_seq, throughSeq: row.through_seq, toMs: row.to_ms, bytes: row.bytes }
}

/**
 * The boards in one SQLite file, spoken to directly; blocks while the disk syncs, so it belongs in a worker.
 *
 * Errors: a `LogError` from the constructor where the folder is in use, not writable, damaged or of a newer program.
 * Source: https://www.sqlite.org/wal.html; durability measured with WAL and `synchronous=FULL`.
 */
export class SqliteStore implements Immediately {
  readonly #db: Database.Database
  readonly #at: AtStep
  readonly #damaged = new Set<string>()
  readonly #chains: BoardChains
  #headsWrittenAtMs = performance.now()
  readonly #describe: Database.Statement<[string, number, string]>
  readonly #claim: Database.Statement<[string, number, string]>
  readonly #appendAll: (records: readonly NewRecord[]) => number[]

  constructor(dataDir: string, fileName = storeFileName, at: AtStep = () => {}) {
    this.#at = at
    try {
      at('open')
      this.#db = openStoreFile(join(dataDir, fileName))
      this.#chains = new BoardChains(this.#db)
    } catch (error) {
      throw toLogError(error)
    }
    this.#describe = this.#db.prepare('UPDATE boards SET title = ?, activities = ? WHERE id = ?')
    this.#claim = this.#db.prepare(
      'INSERT INTO authors (board_id, author, principal) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    )
    this.#appendAll = this.#db.transaction((records: readonly NewRecord[]) => {
      const seqs: number[] = []
      for (const record of records) {
        this.#at('append: insert')
        seqs.push(this.#chains.append(record))
        if (record.summary) this.#describe.run(record.summary.title, record.summary.activities, record.boardId)
        for (const { principal, authors } of record.claims ?? []) {
          for (const author of authors) this.#claim.run(record.boardId, author, principal)
        }
      }
      this.#writeHeadsNowAndThen()
      this.#at('append: commit')
      return seqs
    })
  }

  /** Runs what writes to the chains in one transaction, and lets them know how it ended. */
  #chained<T>(work: () => T): T {
    try {
      const value = work()
      this.#chains.settle()
      return value
    } catch (error) {
      this.#chains.forget()
      throw error
    }
  }

  #writeHeadsNowAndThen(): void {
    const nowMs = performance.now()
    if (nowMs - this.#headsWrittenAtMs < writeHeadsEveryMs) return
    this.#chains.writeHeads()
    this.#headsWrittenAtMs = nowMs
  }

  /** Writes down where each board ends: what comes to rest has a second witness. */
  writeHeads(): void {
    this.#chained(this.#db.transaction(() => this.#chains.writeHeads()))
  }

  append(records: readonly NewRecord[]): readonly number[] {
    this.#at('append: begin')
    const seqs = this.#chained(() => this.#appendAll(records))
    this.#at('append: answer')
    return seqs
  }

  read(boardId: string): BoardContent | undefined {
    const stored = this.#noting(boardId, () => this.#read(boardId, Number.MAX_SAFE_INTEGER))
    if (stored === undefined) return undefined
    const { snapshot, spare, tail, damagedSeqs } = stored
    return {
      snapshot,
      tail: [...spare, ...tail],
      lastSeq: this.#chains.lastSeq(boardId),
      damagedSeqs,
      claims: this.#claimsOf(boardId),
      claimsLiftedUntilMs: this.#claimsLiftedUntilMs(),
    }
  }

  #read(boardId: string, throughSeq: number): StoredBoard | undefined {
    if (this.findBoard(boardId) === undefined) return undefined
    const snapshot = this.#snapshot(boardId)
    const intact = snapshot === undefined || snapshot.said !== undefined
    const spare = intact ? [] : this.#spareOf(boardId, snapshot.throughSeq)
    const chain = this.#chains.read(boardId, snapshot?.throughSeq ?? 0)
    const isLost = !intact && spare.length === 0
    const damagedSeqs = isLost ? [0, ...chain.damagedSeqs] : chain.damagedSeqs
    if (damagedSeqs.length > 0) this.#damaged.add(boardId)
    else this.#damaged.delete(boardId)
    const tail = isLost ? [] : chain.records.filter(({ seq }) => seq <= throughSeq)
    return {
      throughSeq: tail.at(-1)?.seq ?? snapshot?.throughSeq ?? 0,
      snapshot: snapshot?.said && unpackSnapshot(snapshot.said),
      spare,
      tail,
      damagedSeqs,
    }
  }

  /** A board's snapshot; one whose checksum does not fit says nothing. */
  #snapshot(boardId: string): { readonly throughSeq: number; readonly said: PackedSnapshot | undefined } | undefined {
    const row = this.#db.prepare<[string], SnapshotRow>('SELECT * FROM snapshots WHERE board_id = ?').get(boardId)
    if (row === undefined) return undefined
    const snapshot = toSnapshot(row)
    const intact = snapshotChecksumOf(boardId, snapshot) === row.checksum
    return { throughSeq: row.through_seq, said: intact ? snapshot : undefined }
  }

  /** What a damaged snapshot held, out of the history that was kept beside it; nothing where that is damaged as well. */
  #spareOf(boardId: string, throughSeq: number): LogRecord[] {
    try {
      const segments = this.#history(boardId)
      if (segments.at(-1)?.throughSeq !== throughSeq) return []
      return segments.flatMap(({ fromSeq, bytes }) =>
        unpackHistory(bytes).map(({ update, principal, toMs }) => ({ seq: fromSeq, update, principal, atMs: toMs })),
      )
    } catch {
      return []
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

  /** Remembers that a board cannot be read. */
  #noting<T>(boardId: string, work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (toLogError(error).failure === 'damaged') this.#damaged.add(boardId)
      throw error
    }
  }

  /** What the compaction of a board starts from; `undefined` where there is nothing to fold. Errors: `damaged`. */
  foldable(boardId: string, throughSeq: number, nowMs: number): FoldJob | undefined {
    this.#at('fold: read')
    const stored = this.#noting(boardId, () => this.#read(boardId, throughSeq))
    if (stored === undefined) throw new LogError('unknown-board', `there is no board ${boardId}`)
    const { snapshot, spare, tail, damagedSeqs, throughSeq: lastSeq } = stored
    if (damagedSeqs.length > 0) throw new LogError('damaged', `records ${damagedSeqs.join(', ')}`)
    if (tail.length + spare.length === 0) return undefined
    const segments = this.#history(boardId)
    const newest = segments.at(-1)
    const expired = segments.slice(0, -1).filter(({ toMs }) => toMs < nowMs - historyKeptMs)
    return {
      before: snapshot === undefined ? spare.map(({ update }) => update) : [snapshot.update],
      tail,
      throughSeq: lastSeq,
      newest: newest && newest.bytes.byteLength < fullSegmentBytes ? newest : undefined,
      expired: expired.length > 1 ? expired : [],
      hasHistory: segments.length > 0,
    }
  }

  /** The stretches of a board's history, oldest first. Errors: `damaged`. */
  #history(boardId: string): HistorySegment[] {
    const rows = this.#db
      .prepare<[string], HistoryRow>('SELECT * FROM history WHERE board_id = ? ORDER BY from_seq')
      .all(boardId)
    for (const row of rows) {
      if (checksumOf(boardId, row.bytes) !== row.checksum)
        throw new LogError('damaged', `the history of board ${boardId} from record ${row.from_seq}`)
    }
    return rows.map(toSegment)
  }

  history(boardId: string): readonly HistoryEntry[] {
    const stored = this.#noting(boardId, () => this.#read(boardId, Number.MAX_SAFE_INTEGER))
    if (stored === undefined) throw new LogError('unknown-board', `there is no board ${boardId}`)
    return [
      ...this.#history(boardId).flatMap(({ bytes }) => unpackHistory(bytes)),
      ...stored.tail.map(({ principal, atMs, update }) => ({ principal, fromMs: atMs, toMs: atMs, update })),
    ]
  }

  /** Puts a snapshot and its history in place, in one commit that is read back before it counts. */
  keepFolded(boardId: string, { snapshot, segments, replaced }: Folded, throughSeq: number): void {
    this.#at('snapshot: begin')
    const keep = this.#db.transaction(() => {
      // A snapshot never ends after its board: where that ends must be known once the records are gone.
      this.#chains.writeHeads()
      const drop = this.#db.prepare('DELETE FROM history WHERE board_id = ? AND from_seq = ?')
      for (const fromSeq of replaced) drop.run(boardId, fromSeq)
      const insert = this.#db.prepare(
        'INSERT INTO history (board_id, from_seq, through_seq, to_ms, bytes, checksum) VALUES (?, ?, ?, ?, ?, ?)',
      )
      for (const segment of segments) {
        this.#at('snapshot: history')
        const checksum = checksumOf(boardId, segment.bytes)
        insert.run(boardId, segment.fromSeq, segment.throughSeq, segment.toMs, segment.bytes, checksum)
      }
      this.#at('snapshot: write')
      this.#db.prepare(insertSnapshot).run(...snapshotColumns(boardId, throughSeq, snapshot))
      this.#at('snapshot: read back')
      this.#confirm(boardId, throughSeq)
      this.#history(boardId)
      this.#db.prepare('INSERT OR REPLACE INTO leftovers (board_id, seq) VALUES (?, ?)').run(boardId, throughSeq)
      this.#at('snapshot: commit')
    })
    this.#chained(keep)
  }

  /** Errors: `LogError` `damaged` where there is no sound snapshot that holds as much. */
  #confirm(boardId: string, throughSeq: number): void {
    const kept = this.#snapshot(boardId)
    if (kept?.said === undefined || kept.throughSeq < throughSeq)
      throw new LogError('damaged', 'the snapshot that was written cannot be read back')
  }

  /** Deletes some of the records that a snapshot holds, once the snapshot is confirmed; answers whether any are left. */
  dropFolded(boardId: string, limit: number): boolean {
    const left = this.#db
      .prepare<[string], { seq: number }>('SELECT seq FROM leftovers WHERE board_id = ? ORDER BY seq DESC')
      .get(boardId)
    if (left === undefined) return false
    this.#at('snapshot: confirm')
    this.#confirm(boardId, left.seq)
    this.#at('tail: delete')
    this.#db.transaction(() => {
      const seq = this.#chains.drop(boardId, left.seq, limit)
      this.#db.prepare('DELETE FROM leftovers WHERE board_id = ? AND seq = ?').run(boardId, left.seq)
      if (seq > 0) this.#db.prepare('INSERT OR REPLACE INTO leftovers (board_id, seq) VALUES (?, ?)').run(boardId, seq)
    })()
    this.#at('tail: answer')
    return true
  }

  /** Gives some free pages back to the file system; answers whether there are more. Units: pages of 4 KiB. */
  vacuum(pages: number): boolean {
    this.#at('tidy: vacuum')
    const before = this.#freePages()
    if (before > 0) this.#db.pragma(`incremental_vacuum(${pages})`)
    const left = this.#freePages()
    return left > 0 && left < before
  }

  #freePages(): number {
    return Number(this.#db.pragma('freelist_count', { simple: true }))
  }

  /** Moves what is in the write-ahead log into the file and empties the log. */
  checkpoint(): void {
    this.#at('tidy: checkpoint')
    this.writeHeads()
    this.#db.pragma('wal_checkpoint(TRUNCATE)')
  }

  /** Lets go of the pages that are kept of the file. */
  forgetPages(): void {
    this.#db.pragma('shrink_memory')
  }

  quarantine(entry: QuarantinedUpdate): void {
    this.#at('quarantine: begin')
    this.#db.transaction(() => {
      this.#db
        .prepare('INSERT INTO quarantine (board_id, bytes, principal, at_ms, reason) VALUES (?, ?, ?, ?, ?)')
        .run(entry.boardId, entry.update, entry.principal, entry.atMs, entry.reason)
      this.#at('quarantine: make room')
      this.#db
        .prepare(
          `DELETE FROM quarantine WHERE board_id = ? AND id NOT IN
             (SELECT id FROM quarantine WHERE board_id = ? ORDER BY id DESC LIMIT ${maxQuarantinedPerBoard})`,
        )
        .run(entry.boardId, entry.boardId)
      this.#at('quarantine: commit')
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
    this.#at('create: begin')
    const { id, title, activities, firstUpdate: update, principal, atMs } = board
    const create = this.#db.transaction(() => {
      this.#db
        .prepare('INSERT INTO boards (id, title, activities, created_ms, updated_ms, seal) VALUES (?, ?, ?, ?, ?, ?)')
        .run(id, title, activities, atMs, atMs, sealOf(id, 0))
      this.#at('create: insert')
      this.#chains.start(id)
      this.#chains.append({ boardId: id, update, principal, atMs })
      this.#at('create: commit')
    })
    this.#chained(create)
    this.#at('create: answer')
  }

  listBoards(): readonly BoardRow[] {
    return this.#db
      .prepare<[], StoredBoardRow>('SELECT * FROM boards ORDER BY id')
      .all()
      .map((row) => this.#toBoardRow(row))
      .toSorted((a, b) => b.updatedAtMs - a.updatedAtMs)
  }

  findBoard(boardId: string): BoardRow | undefined {
    const row = this.#db.prepare<[string], StoredBoardRow>('SELECT * FROM boards WHERE id = ?').get(boardId)
    return row && this.#toBoardRow(row)
  }

  #toBoardRow(row: StoredBoardRow): BoardRow {
    return {
      id: row.id,
      title: row.title,
      activities: row.activities,
      createdAtMs: row.created_ms,
      updatedAtMs: this.#chains.updatedAtMs(row.id) ?? row.created_ms,
      goneAtMs: row.gone_ms ?? undefined,
      ...(this.#damaged.has(row.id) ? { damaged: true } : {}),
    }
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

  /** Copies the store page by page while other calls go on in between; a page they change is copied again. */
  async backup(file: string): Promise<void> {
    if (existsSync(file)) throw new LogError('exists', `${file} exists already`)
    const partial = `${file}.partial`
    removeStoreFile(partial)
    this.writeHeads()
    try {
      this.#at('backup: copy')
      await this.#db.backup(partial, { progress: () => 256 })
      this.#at('backup: rename')
      renameDurably(partial, file)
    } finally {
      removeStoreFile(partial)
    }
  }

  examine(): LogReport {
    const examining = this.examining()
    for (;;) {
      const { done, value } = examining.next()
      if (done === true) return value
    }
  }

  /**
   * Examines board by board, then table by table; other calls may come in between. The trees of a store of more than
   * `mostPages` pages are not checked, since that takes longer than others should wait. Units: pages of 4 KiB.
   */
  *examining(mostPages = Number.POSITIVE_INFINITY): Generator<undefined, LogReport> {
    const damaged: { boardId: string; seq: number }[] = []
    let records = 0
    let bytes = 0
    const problems = this.#settingProblems()
    const boards = this.listBoards()
    for (const board of boards) {
      yield
      const content = this.#readOrNot(board.id)
      if (content === undefined) {
        damaged.push({ boardId: board.id, seq: 0 })
        continue
      }
      records += content.tail.length + content.damagedSeqs.length
      bytes += content.snapshot?.update.byteLength ?? 0
      for (const record of content.tail) bytes += record.update.byteLength
      for (const seq of content.damagedSeqs) damaged.push({ boardId: board.id, seq })
      problems.push(...this.#historyProblems(board.id))
    }
    for (const table of this.#tablesToCheck(mostPages)) {
      yield
      const found = this.#db.pragma(`integrity_check(${table})`, { simple: false })
      const lines = Array.isArray(found) ? found.map((row: unknown) => Object.values(row ?? {}).join(' ')) : []
      problems.push(...lines.filter((line) => line !== 'ok').slice(0, maxProblemsPerTable))
    }
    const quarantined = this.#db.prepare<[], { n: number }>('SELECT count(*) AS n FROM quarantine').get()?.n ?? 0
    return { boards: boards.length, records, bytes, quarantined, damaged, problems }
  }

  #historyProblems(boardId: string): string[] {
    try {
      this.#history(boardId)
      return []
    } catch (error) {
      const { failure, message } = toLogError(error)
      if (failure !== 'damaged') throw error
      return [message]
    }
  }

  #tablesToCheck(mostPages: number): string[] {
    const pages = Number(this.#db.pragma('page_count', { simple: true }))
    if (pages > mostPages) return []
    const tables = this.#db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return tables.all().map(({ name }) => name)
  }

  /** A board as far as it can be read; nothing where its pages cannot. */
  #readOrNot(boardId: string): BoardContent | undefined {
    try {
      return this.read(boardId)
    } catch (error) {
      if (toLogError(error).failure === 'damaged') return undefined
      throw error
    }
  }

  /** Whether the trees of the file lead to all of it. */
  isSound(): boolean {
    return this.#db.pragma('quick_check(1)', { simple: true }) === 'ok'
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
    try {
      this.writeHeads()
    } catch {
      // The next opening looks for the ends itself.
    }
    this.#db.close()
  }
}
