import type Database from 'better-sqlite3'
import { recordChecksumOf, sealOf } from './checksum.ts'
import { LogError } from './update-log.ts'
import type { LogRecord } from './update-log.ts'

/** A record that is to be put at the end of its board's chain. */
export type ChainedRecord = Omit<LogRecord, 'seq'> & { readonly boardId: string }

/** The records of a board after its snapshot; what comes after the first that is damaged or missing is left out. */
export interface Chain {
  readonly records: readonly LogRecord[]
  readonly damagedSeqs: readonly number[]
}

interface UpdateRow {
  seq: number
  after_seq: number
  board_id: string
  principal: string
  at_ms: number
  checksum: number
  bytes: Uint8Array
}

interface BoardEndRow {
  id: string
  last_seq: number
  updated_ms: number
  seal: number
}

/** The end of a board's chain. */
interface Head {
  readonly lastSeq: number
  readonly updatedAtMs: number
}

function isIntact(row: UpdateRow): boolean {
  return recordChecksumOf({ ...row, boardId: row.board_id, afterSeq: row.after_seq, atMs: row.at_ms }) === row.checksum
}

function toRecord(row: UpdateRow): LogRecord {
  return { seq: row.seq, update: row.bytes, principal: row.principal, atMs: row.at_ms }
}

/**
 * The records of all boards, one after the other in one table without an index: a commit then writes a page or two,
 * however many boards it is for. Each record names the one before it on its board, so that a board is read from its end.
 *
 * Where the ends are is kept in memory, and written to the list of boards now and then: a second witness of what a
 * board's last record is. After a crash the few records that came later are looked through.
 *
 * Concurrency: `start`, `append` and `writeHeads` belong in a transaction; `settle` or `forget` says how it ended.
 */
export class BoardChains {
  readonly #db: Database.Database
  readonly #heads = new Map<string, Head>()
  readonly #staged = new Map<string, Head>()
  /** Boards of which the list does not say yet where they end. */
  readonly #unwritten = new Set<string>()
  readonly #insert: Database.Statement<[number, number, string, string, number, number, Uint8Array]>
  readonly #find: Database.Statement<[number], UpdateRow>
  readonly #drop: Database.Statement<[number, string], { after_seq: number }>
  readonly #write: Database.Statement<[number, number, number, string]>
  #lastSeq = 0
  #writesHeads = false
  #strayRecords: Map<string, { seq: number }[]> | undefined

  constructor(db: Database.Database) {
    this.#db = db
    this.#insert = db.prepare(
      'INSERT INTO updates (seq, after_seq, board_id, principal, at_ms, checksum, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    this.#find = db.prepare('SELECT * FROM updates WHERE seq = ?')
    this.#drop = db.prepare('DELETE FROM updates WHERE seq = ? AND board_id = ? RETURNING after_seq')
    this.#write = db.prepare('UPDATE boards SET updated_ms = ?, last_seq = ?, seal = ? WHERE id = ?')
    this.#load()
  }

  #load(): void {
    const boards = this.#db.prepare<[], BoardEndRow>('SELECT id, last_seq, updated_ms, seal FROM boards').all()
    const throughSeq = this.#db.prepare<[string], { seq: number }>(
      'SELECT through_seq AS seq FROM snapshots WHERE board_id = ?',
    )
    // All ends are written at once: what is not newer than the newest of them is known, unless a witness is damaged.
    let known = Number.MAX_SAFE_INTEGER
    for (const { id, last_seq: witness, updated_ms: updatedAtMs, seal } of boards) {
      const trusted = sealOf(id, witness) === seal
      const lastSeq = trusted ? witness : (throughSeq.get(id)?.seq ?? 0)
      this.#heads.set(id, { lastSeq, updatedAtMs })
      this.#lastSeq = Math.max(this.#lastSeq, lastSeq)
      if (trusted) continue
      this.#unwritten.add(id)
      known = 0
    }
    const later = this.#db.prepare<[number], Pick<UpdateRow, 'seq' | 'board_id' | 'at_ms'>>(
      'SELECT seq, board_id, at_ms FROM updates WHERE seq > ? ORDER BY seq',
    )
    for (const { seq, board_id: boardId, at_ms: atMs } of later.iterate(Math.min(known, this.#lastSeq))) {
      this.#lastSeq = Math.max(this.#lastSeq, seq)
      const head = this.#heads.get(boardId)
      if (head === undefined || seq <= head.lastSeq) continue
      this.#heads.set(boardId, { lastSeq: seq, updatedAtMs: atMs })
      this.#unwritten.add(boardId)
    }
  }

  /** When a board was last changed; nothing where there is no such board. */
  updatedAtMs(boardId: string): number | undefined {
    return this.#heads.get(boardId)?.updatedAtMs
  }

  /** The number of a board's last record. */
  lastSeq(boardId: string): number {
    return this.#heads.get(boardId)?.lastSeq ?? 0
  }

  /** Makes the chain of a board whose row was just inserted. */
  start(boardId: string): void {
    this.#staged.set(boardId, { lastSeq: 0, updatedAtMs: 0 })
  }

  /** Writes a record and answers with its number, which is never given again. Errors: `LogError` `unknown-board`. */
  append(record: ChainedRecord): number {
    const { boardId, update, principal, atMs } = record
    const head = this.#staged.get(boardId) ?? this.#heads.get(boardId)
    if (head === undefined) throw new LogError('unknown-board', `there is no board ${boardId}`)
    const seq = ++this.#lastSeq
    const afterSeq = head.lastSeq
    const checksum = recordChecksumOf({ boardId, seq, afterSeq, principal, atMs, bytes: update })
    this.#insert.run(seq, afterSeq, boardId, principal, atMs, checksum, update)
    this.#staged.set(boardId, { lastSeq: seq, updatedAtMs: atMs })
    return seq
  }

  /** Writes to the list of boards where the chains end, as far as that changed. */
  writeHeads(): void {
    this.#writesHeads = true
    for (const boardId of new Set([...this.#unwritten, ...this.#staged.keys()])) {
      const head = this.#staged.get(boardId) ?? this.#heads.get(boardId)
      if (head) this.#write.run(head.updatedAtMs, head.lastSeq, sealOf(boardId, head.lastSeq), boardId)
    }
  }

  /** What was written is stored. */
  settle(): void {
    for (const [boardId, head] of this.#staged) {
      this.#heads.set(boardId, head)
      this.#unwritten.add(boardId)
    }
    if (this.#writesHeads) this.#unwritten.clear()
    this.forget()
  }

  /** What was written was taken back. */
  forget(): void {
    this.#staged.clear()
    this.#writesHeads = false
    this.#strayRecords = undefined
  }

  /** The records of a board after `fromSeq`, which the snapshot holds. */
  read(boardId: string, fromSeq: number): Chain {
    const records: LogRecord[] = []
    let seq = this.lastSeq(boardId)
    while (seq > fromSeq) {
      const row = this.#find.get(seq)
      if (row?.board_id !== boardId || !isIntact(row)) return this.#readBroken(boardId, fromSeq)
      records.push(toRecord(row))
      seq = row.after_seq
    }
    // The snapshot ends where no record begins.
    if (seq !== fromSeq && records.length > 0) return this.#readBroken(boardId, fromSeq)
    return { records: records.toReversed(), damagedSeqs: [] }
  }

  /** A chain that lacks a link is looked for in the whole table: what comes before the first fault is handed out. */
  #readBroken(boardId: string, fromSeq: number): Chain {
    const rows = (this.#strays().get(boardId) ?? [])
      .filter(({ seq }) => seq > fromSeq)
      .flatMap(({ seq }) => this.#find.get(seq) ?? [])
    const records: LogRecord[] = []
    const damaged = new Set<number>()
    let before = fromSeq
    for (const row of rows) {
      if (!isIntact(row)) damaged.add(row.seq)
      else if (row.after_seq !== before) damaged.add(Math.max(row.after_seq, fromSeq))
      if (damaged.size === 0) records.push(toRecord(row))
      before = row.seq
    }
    if (before < this.lastSeq(boardId)) damaged.add(this.lastSeq(boardId))
    return { records, damagedSeqs: [...damaged].toSorted((a, b) => a - b) }
  }

  /** Whose each record says it is, for all boards at once; known until the next change. */
  #strays(): Map<string, { seq: number }[]> {
    const all = this.#db.prepare<[], { seq: number; id: string }>(
      'SELECT seq, board_id AS id FROM updates ORDER BY seq',
    )
    return (this.#strayRecords ??= Map.groupBy(all.all(), ({ id }) => id))
  }

  /**
   * Deletes up to `limit` records of a board from `seq` on backwards; answers where to go on, 0 where nothing is left.
   */
  drop(boardId: string, seq: number, limit: number): number {
    let next = seq
    for (let dropped = 0; next > 0 && dropped < limit; dropped++) next = this.#drop.get(next, boardId)?.after_seq ?? 0
    return next
  }
}
