import { join } from 'node:path'
import type { FoldJob, Folded } from './fold-board.ts'
import { FoldingThread } from './folding-thread.ts'
import { finishSalvage, salvage } from './salvage.ts'
import type { Salvage } from './salvage.ts'
import { isDiskFault, storeFileName, toLogError } from './sqlite-file.ts'
import { SqliteStore } from './sqlite-store.ts'
import type { AtStep } from './sqlite-store.ts'
import { LogError } from './update-log.ts'
import type { Compaction, LogReport, UpdateLog } from './update-log.ts'
import { readWalTail } from './wal-tail.ts'
import type { WalTail } from './wal-tail.ts'

/** How many records of a folded tail are deleted in one go; commits come in between. */
const recordsPerSlice = 500
/** How many free pages are given back in one go. */
const pagesPerSlice = 256
/** What can be checked within a quarter of a second; a larger store is checked when it is opened. Units: pages of 4 KiB. */
const maxCheckedPages = 32_768
/** How long nothing is asked before the write-ahead log is emptied. */
const tidyAfterMs = 2000

/** Whoever folds boards for the store. */
export interface Folding {
  fold(job: FoldJob): Promise<Folded>
  close(): Promise<void>
}

/** The file is broken where everybody writes; only opening it anew helps, which makes a new one out of all that is sound. */
export class BrokenStoreError extends LogError {
  constructor(found: string) {
    super('damaged', found)
    this.name = 'BrokenStoreError'
  }
}

/** What was found when the store was opened: what the last program left in the write-ahead log, and what had to be mended. */
export interface Opening extends WalTail {
  readonly salvaged: Salvage | undefined
}

/** Opens a store; one whose file is damaged is made anew out of what can be read of it. */
function openSound(dataDir: string, at: AtStep): { store: SqliteStore; salvaged: Salvage | undefined } {
  finishSalvage(dataDir)
  const store = openOr(dataDir, at)
  if (store instanceof SqliteStore) return { store, salvaged: undefined }
  const salvaged = salvage(dataDir, new Date())
  if (salvaged === undefined) throw store.damage
  return { store: new SqliteStore(dataDir, storeFileName, at), salvaged }
}

/** The store where it is whole, or what is wrong with its file. Errors: `LogError` for every other trouble. */
function openOr(dataDir: string, at: AtStep): SqliteStore | { readonly damage: LogError } {
  let store: SqliteStore | undefined
  try {
    store = new SqliteStore(dataDir, storeFileName, at)
    if (store.isSound()) return store
    store.close()
    return { damage: new LogError('damaged', 'the file does not lead to all of its pages') }
  } catch (error) {
    store?.close()
    const damage = toLogError(error)
    if (damage.failure !== 'damaged') throw error
    return { damage }
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * Keeps one store: does at once what can be done at once, compacts between the commits, tidies up when nobody asks
 * anything, and opens the file anew after the disk failed, since what SQLite remembers of it may then be wrong.
 *
 * Concurrency: one compaction at a time; every other call runs between its slices.
 */
export class StoreKeeper {
  readonly #dataDir: string
  readonly #at: AtStep
  readonly #folding: Folding
  readonly opening: Opening
  #store: SqliteStore | undefined
  #compactions: Promise<unknown> = Promise.resolve()
  #tidyTimer: NodeJS.Timeout | undefined
  #wasChecked = false
  #closed = false

  /** Errors: `LogError`, see `SqliteStore`. */
  constructor(dataDir: string, at: AtStep = () => {}, folding: Folding = new FoldingThread()) {
    this.#dataDir = dataDir
    this.#at = at
    this.#folding = folding
    const tail = readWalTail(join(dataDir, `${storeFileName}-wal`))
    const { store, salvaged } = openSound(dataDir, at)
    this.#store = store
    this.opening = { ...tail, salvaged }
  }

  /** Does what a log was asked. Errors: `LogError`; after a `BrokenStoreError` the store has to be opened anew. */
  do(method: keyof UpdateLog, args: readonly unknown[]): unknown {
    this.#tidyLater()
    switch (method) {
      case 'close':
        return this.close()
      case 'compact': {
        const [boardId, throughSeq] = args as Parameters<UpdateLog['compact']>
        return this.compact(boardId, throughSeq)
      }
      case 'examine':
        return this.examine()
      case 'append':
        return this.#append(...(args as Parameters<UpdateLog['append']>))
      default:
        return this.#guard((store) => Reflect.apply(store[method], store, [...args]) as unknown)
    }
  }

  /** A commit that meets a damaged page may be one board's misfortune, or fail for everybody until the file is made anew. */
  #append(...args: Parameters<UpdateLog['append']>): readonly number[] {
    try {
      return this.#guard((store) => store.append(...args))
    } catch (error) {
      const { failure, message } = toLogError(error)
      throw failure === 'damaged' && this.#isBroken() ? new BrokenStoreError(message) : error
    }
  }

  #isBroken(): boolean {
    // Looked at once, since that reads all of it; and one that was just made anew breaks because of its disk.
    if (this.#wasChecked || this.opening.salvaged !== undefined) return false
    this.#wasChecked = true
    try {
      return !this.#guard((store) => store.isSound())
    } catch (error) {
      return toLogError(error).failure === 'damaged'
    }
  }

  /** Examines everything, a board or a table at a time: commits come in between. */
  async examine(): Promise<LogReport> {
    const examining = this.#guard((store) => store.examining(maxCheckedPages))
    for (;;) {
      const { done, value } = this.#guard(() => examining.next())
      if (done === true) return value
      await turn()
    }
  }

  /** Folds a board in another thread; what is deleted is deleted in slices. */
  compact(boardId: string, throughSeq: number): Promise<Compaction> {
    const compacted = this.#compactions.then(() => this.#compact(boardId, throughSeq))
    this.#compactions = compacted.catch(() => {})
    return compacted
  }

  async #compact(boardId: string, throughSeq: number): Promise<Compaction> {
    const job = this.#guard((store) => store.foldable(boardId, throughSeq, Date.now()))
    if (job === undefined) {
      await this.#dropFolded(boardId)
      return { records: 0, bytes: 0 }
    }
    const folded = await this.#folding.fold(job)
    const lastSeq = job.throughSeq
    this.#guard((store) => store.keepFolded(boardId, folded, lastSeq))
    await turn()
    await this.#dropFolded(boardId)
    this.#giveBack((store) => store.vacuum(pagesPerSlice))
    return { records: job.tail.length, bytes: folded.bytes }
  }

  /** Deletes what the snapshot holds, that of an earlier compaction too, where it was cut short. */
  async #dropFolded(boardId: string): Promise<void> {
    while (this.#guard((store) => store.dropFolded(boardId, recordsPerSlice))) await turn()
  }

  /** Ends the compaction under way, which leaves the board as it was, and lets go of the file. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#tidyTimer)
    await this.#folding.close()
    this.#store?.close()
    this.#store = undefined
  }

  #guard<T>(work: (store: SqliteStore) => T): T {
    if (this.#closed) throw new LogError('closed', 'the store is closed')
    this.#store ??= new SqliteStore(this.#dataDir, storeFileName, this.#at)
    try {
      return work(this.#store)
    } catch (error) {
      if (isDiskFault(error)) this.#letGo(this.#store)
      throw error
    }
  }

  #letGo(store: SqliteStore): void {
    this.#store = undefined
    try {
      store.close()
    } catch {
      // It failed already, and whoever asked is told why; the next call opens the file anew.
    }
  }

  #tidyLater(): void {
    if (this.#tidyTimer !== undefined) this.#tidyTimer.refresh()
    else this.#tidyTimer = setTimeout(() => void this.tidy(), tidyAfterMs).unref()
  }

  /** Gives all free pages back, empties the write-ahead log and forgets what was read; what is asked meanwhile comes in between. */
  async tidy(): Promise<void> {
    while (this.#giveBack((store) => store.vacuum(pagesPerSlice)) === true) await turn()
    this.#giveBack((store) => store.checkpoint())
    this.#giveBack((store) => store.forgetPages())
  }

  /** Housekeeping: where it fails nothing is lost, and whoever writes next is told of the trouble. */
  #giveBack<T>(work: (store: SqliteStore) => T): T | undefined {
    try {
      return this.#guard(work)
    } catch {
      // The next time does it.
      return undefined
    }
  }
}
