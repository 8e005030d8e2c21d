/**
 * Which author ids of a board's document belong to whom.
 *
 * Shape: an id belongs to the first who claimed it, for good; a later claim of somebody else changes nothing.
 */
export interface AuthorClaims {
  readonly principal: string
  readonly authors: readonly number[]
}

/** A change as it is to be stored: whose it is, when it came, and what it is – bytes that the log never looks into. */
export interface NewRecord {
  readonly boardId: string
  readonly update: Uint8Array
  readonly principal: string
  readonly atMs: number
  /** What the list of boards shall say from this commit on; left out where it did not change. */
  readonly summary?: BoardSummary
  /** The author ids that the change uses for the first time. */
  readonly claims?: readonly AuthorClaims[]
}

/** A stored change with its place in the order of all changes. */
export interface LogRecord {
  readonly seq: number
  readonly update: Uint8Array
  readonly principal: string
  readonly atMs: number
}

/** What the list of boards says of a board without opening it. */
export interface BoardSummary {
  readonly title: string
  readonly activities: number
}

/** A row of the list of boards. Shape: `goneAtMs` is set while the board lies in the bin. */
export interface BoardRow extends BoardSummary {
  readonly id: string
  readonly createdAtMs: number
  readonly updatedAtMs: number
  readonly goneAtMs: number | undefined
  /** Set where something stored of the board was found not to be what was written. */
  readonly damaged?: true
}

/** A board that is to be made. Shape: `firstUpdate` is the whole content it starts with. */
export interface NewBoard extends BoardSummary {
  readonly id: string
  readonly firstUpdate: Uint8Array
  readonly principal: string
  readonly atMs: number
}

/**
 * A board up to one record, with what lets a room answer from the bytes without reading them.
 *
 * Shape: Yjs updates of version 1; `stateVector` says what `update` holds, `deletions` is an update without anything new
 * that names all of its deletions.
 */
export interface Snapshot {
  readonly update: Uint8Array
  readonly stateVector: Uint8Array
  readonly deletions: Uint8Array
}

/**
 * Everything stored of one board: a snapshot and what came after it.
 *
 * Shape: `damagedSeqs` names records whose checksum does not fit (0 stands for the snapshot); what comes after
 * the first of them is not handed out, since it may build on what is lost.
 */
export interface BoardContent {
  readonly snapshot: Snapshot | undefined
  readonly tail: readonly LogRecord[]
  readonly lastSeq: number
  readonly damagedSeqs: readonly number[]
  readonly claims: readonly AuthorClaims[]
  /** Until when claims do not count, see `liftClaims`; 0 where they do. */
  readonly claimsLiftedUntilMs: number
}

/**
 * What one person wrote within a minute or so: a change that a compaction keeps beside the snapshot.
 *
 * Shape: nobody in particular (`''`) wrote what is older than the history that is kept.
 */
export interface HistoryEntry {
  readonly principal: string
  readonly fromMs: number
  readonly toMs: number
  readonly update: Uint8Array
}

/** What a compaction did. */
export interface Compaction {
  /** How many records the snapshot took in. */
  readonly records: number
  /** Size of the snapshot's update. */
  readonly bytes: number
}

/** A change that was refused because it breaks the board's shape, kept so that nothing a person made is thrown away. */
export interface QuarantinedUpdate {
  readonly boardId: string
  readonly update: Uint8Array
  readonly principal: string
  readonly atMs: number
  readonly reason: string
}

/** What an examination of the whole store found. */
export interface LogReport {
  readonly boards: number
  readonly records: number
  readonly bytes: number
  readonly quarantined: number
  readonly damaged: readonly { readonly boardId: string; readonly seq: number }[]
  readonly problems: readonly string[]
}

/** Why a store could not do what it was asked. */
export type LogFailure =
  | 'in-use'
  | 'unwritable'
  | 'full'
  | 'damaged'
  | 'newer'
  | 'unknown-board'
  | 'exists'
  | 'closed'
  | 'failed'

/** A store that could not do what it was asked; nothing of the call was stored. */
export class LogError extends Error {
  readonly failure: LogFailure

  constructor(failure: LogFailure, message: string) {
    super(message)
    this.name = 'LogError'
    this.failure = failure
  }
}

/** How long it stays told apart who wrote what when. */
export const historyKeptMs = 90 * 24 * 3_600_000

/** How many quarantined changes of one board are kept; older ones make room. */
export const maxQuarantinedPerBoard = 100

/**
 * The durable, append-only memory of all boards: bytes in, bytes out.
 *
 * A call that resolves is on disk and survives a power cut; a call that rejects (with a `LogError`) left nothing half
 * behind: all of it is stored where the store died after the disk had it and before it could say so, else nothing is.
 * Errors: `unknown-board` for a board that was never made, `closed` after `close`; the rest is the store's own trouble.
 * Concurrency: calls take effect in the order in which they are made; a compaction changes nothing that can be read.
 */
export interface UpdateLog {
  /** Stores all records in one durable commit and answers with their sequence numbers, in order. */
  append(records: readonly NewRecord[]): Promise<readonly number[]>
  /** Reads one board; `undefined` where it was never made. */
  read(boardId: string): Promise<BoardContent | undefined>
  /**
   * Folds everything up to and including `throughSeq` into one snapshot that says the same, and keeps who wrote what
   * when as history. Errors: `damaged` where what is stored does not fit together; then nothing changes.
   */
  compact(boardId: string, throughSeq: number): Promise<Compaction>
  /** Everything ever stored of a board that is still told apart, oldest first. Errors: `unknown-board`, `damaged`. */
  history(boardId: string): Promise<readonly HistoryEntry[]>
  /** Keeps a refused change aside. */
  quarantine(entry: QuarantinedUpdate): Promise<void>
  /** The refused changes of a board, oldest first. */
  listQuarantine(boardId: string): Promise<readonly QuarantinedUpdate[]>
  /** Makes a board with its first content, in one commit. Errors: `exists`. */
  createBoard(board: NewBoard): Promise<void>
  /** All boards with those in the bin, newest change first. */
  listBoards(): Promise<readonly BoardRow[]>
  /** One row of the list of boards. */
  findBoard(boardId: string): Promise<BoardRow | undefined>
  /** Changes what the list of boards says of a board. */
  describeBoard(boardId: string, summary: BoardSummary): Promise<void>
  /** Puts a board in the bin. */
  binBoard(boardId: string, atMs: number): Promise<void>
  /** Takes a board out of the bin. */
  restoreBoard(boardId: string): Promise<void>
  /**
   * Lets the author ids of all boards be used by everybody until a moment.
   *
   * After an older backup was put back, people hold newer changes of each other, and may hand them in.
   */
  liftClaims(untilMs: number): Promise<void>
  /** Makes one durable write, to learn whether the store takes writes. */
  probe(): Promise<void>
  /** Writes a consistent copy of the whole store to a new file. Errors: `exists`, `unwritable`, `full`. */
  backup(file: string): Promise<void>
  /** Examines every record of every board. */
  examine(): Promise<LogReport>
  /** Finishes what was asked before, and lets go of the store. */
  close(): Promise<void>
}
