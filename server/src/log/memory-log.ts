import { foldBoard } from './fold-board.ts'
import type { Folded } from './fold-board.ts'
import { unpackHistory } from './history-segment.ts'
import type { HistorySegment } from './history-segment.ts'
import { unpackSnapshot } from './packed-snapshot.ts'
import type { AuthorClaims, BoardContent, BoardRow, LogRecord, LogReport, NewBoard, NewRecord } from './update-log.ts'
import type { Snapshot } from './update-log.ts'
import { LogError, maxQuarantinedPerBoard } from './update-log.ts'
import type { BoardSummary, Compaction, HistoryEntry, QuarantinedUpdate, UpdateLog } from './update-log.ts'

interface StoredBoard {
  row: BoardRow
  snapshot: Snapshot | undefined
  throughSeq: number
  tail: LogRecord[]
  history: readonly HistorySegment[]
  readonly owners: Map<number, string>
}

function claimsOf(owners: ReadonlyMap<number, string>): AuthorClaims[] {
  const byPrincipal = Map.groupBy(owners, ([, principal]) => principal)
  return [...byPrincipal].map(([principal, entries]) => ({ principal, authors: entries.map(([author]) => author) }))
}

/** The boards of one process's lifetime, for tests of what stands on a log. Keeps the whole contract but durability. */
export class MemoryLog implements UpdateLog {
  readonly #boards = new Map<string, StoredBoard>()
  #quarantined: QuarantinedUpdate[] = []
  #lastSeq = 0
  #claimsLiftedUntilMs = 0
  #closed = false

  async append(records: readonly NewRecord[]): Promise<readonly number[]> {
    this.#expectOpen()
    for (const { boardId } of records) this.#board(boardId)
    return records.map((record) => this.#insert(record))
  }

  #insert({ boardId, update, principal, atMs, summary, claims = [] }: NewRecord): number {
    const board = this.#board(boardId)
    const seq = ++this.#lastSeq
    board.tail.push({ seq, update: update.slice(), principal, atMs })
    board.row = { ...board.row, ...summary, updatedAtMs: atMs }
    for (const claim of claims) {
      for (const author of claim.authors) {
        if (!board.owners.has(author)) board.owners.set(author, claim.principal)
      }
    }
    return seq
  }

  async read(boardId: string): Promise<BoardContent | undefined> {
    this.#expectOpen()
    const board = this.#boards.get(boardId)
    if (board === undefined) return undefined
    const lastSeq = board.tail.at(-1)?.seq ?? board.throughSeq
    return {
      snapshot: board.snapshot,
      tail: [...board.tail],
      lastSeq,
      damagedSeqs: [],
      claims: claimsOf(board.owners),
      claimsLiftedUntilMs: this.#claimsLiftedUntilMs,
    }
  }

  async compact(boardId: string, throughSeq: number): Promise<Compaction> {
    this.#expectOpen()
    const board = this.#board(boardId)
    const tail = board.tail.filter(({ seq }) => seq <= throughSeq)
    const bytes = board.snapshot?.update.byteLength ?? 0
    if (tail.length === 0) return { records: 0, bytes }
    const folded = this.#fold(board, tail)
    board.snapshot = unpackSnapshot(folded.snapshot)
    board.throughSeq = tail.at(-1)?.seq ?? board.throughSeq
    board.history = [...board.history, ...folded.segments]
    board.tail = board.tail.filter(({ seq }) => seq > throughSeq)
    return { records: tail.length, bytes: folded.bytes }
  }

  #fold({ snapshot, history }: StoredBoard, tail: readonly LogRecord[]): Folded {
    try {
      return foldBoard({
        before: snapshot ? [snapshot.update] : [],
        tail,
        throughSeq: tail.at(-1)?.seq ?? 0,
        expired: [],
        newest: undefined,
        hasHistory: history.length > 0,
      })
    } catch (error) {
      throw new LogError('damaged', error instanceof Error ? error.message : String(error))
    }
  }

  async history(boardId: string): Promise<readonly HistoryEntry[]> {
    this.#expectOpen()
    const { history, tail } = this.#board(boardId)
    return [
      ...history.flatMap(({ bytes }) => unpackHistory(bytes)),
      ...tail.map(({ principal, atMs, update }) => ({ principal, fromMs: atMs, toMs: atMs, update })),
    ]
  }

  async quarantine(entry: QuarantinedUpdate): Promise<void> {
    this.#expectOpen()
    this.#quarantined.push({ ...entry, update: entry.update.slice() })
    const ofBoard = this.#quarantined.filter(({ boardId }) => boardId === entry.boardId)
    const surplus = new Set(ofBoard.slice(0, -maxQuarantinedPerBoard))
    this.#quarantined = this.#quarantined.filter((kept) => !surplus.has(kept))
  }

  async listQuarantine(boardId: string): Promise<readonly QuarantinedUpdate[]> {
    this.#expectOpen()
    return this.#quarantined.filter((entry) => entry.boardId === boardId)
  }

  async createBoard({ id, title, activities, firstUpdate, principal, atMs }: NewBoard): Promise<void> {
    this.#expectOpen()
    if (this.#boards.has(id)) throw new LogError('exists', `board ${id} exists already`)
    const row = { id, title, activities, createdAtMs: atMs, updatedAtMs: atMs, goneAtMs: undefined }
    this.#boards.set(id, { row, snapshot: undefined, throughSeq: 0, tail: [], history: [], owners: new Map() })
    this.#insert({ boardId: id, update: firstUpdate, principal, atMs })
  }

  async listBoards(): Promise<readonly BoardRow[]> {
    this.#expectOpen()
    const rows = [...this.#boards.values()].map(({ row }) => row)
    return rows.toSorted((a, b) => b.updatedAtMs - a.updatedAtMs || (a.id < b.id ? -1 : 1))
  }

  async findBoard(boardId: string): Promise<BoardRow | undefined> {
    this.#expectOpen()
    return this.#boards.get(boardId)?.row
  }

  async describeBoard(boardId: string, summary: BoardSummary): Promise<void> {
    this.#change(boardId, { title: summary.title, activities: summary.activities })
  }

  async binBoard(boardId: string, atMs: number): Promise<void> {
    this.#change(boardId, { goneAtMs: atMs })
  }

  async restoreBoard(boardId: string): Promise<void> {
    this.#change(boardId, { goneAtMs: undefined })
  }

  async liftClaims(untilMs: number): Promise<void> {
    this.#expectOpen()
    this.#claimsLiftedUntilMs = untilMs
  }

  async probe(): Promise<void> {
    this.#expectOpen()
  }

  async backup(): Promise<void> {
    throw new LogError('failed', 'a log in memory has nothing to copy')
  }

  async examine(): Promise<LogReport> {
    this.#expectOpen()
    const boards = [...this.#boards.values()]
    const bytes = boards.flatMap(({ snapshot, tail }) => [
      snapshot?.update.length ?? 0,
      ...tail.map(({ update }) => update.length),
    ])
    return {
      boards: boards.length,
      records: boards.reduce((sum, { tail }) => sum + tail.length, 0),
      bytes: bytes.reduce((sum, length) => sum + length, 0),
      quarantined: this.#quarantined.length,
      damaged: [],
      problems: [],
    }
  }

  async close(): Promise<void> {
    this.#closed = true
  }

  #change(boardId: string, change: Partial<BoardRow>): void {
    this.#expectOpen()
    const board = this.#board(boardId)
    board.row = { ...board.row, ...change }
  }

  #board(boardId: string): StoredBoard {
    const board = this.#boards.get(boardId)
    if (board === undefined) throw new LogError('unknown-board', `there is no board ${boardId}`)
    return board
  }

  #expectOpen(): void {
    if (this.#closed) throw new LogError('closed', 'the store is closed')
  }
}
