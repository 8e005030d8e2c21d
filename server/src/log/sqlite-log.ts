import { mkdirSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { WorkerAnswer, WorkerCall } from './serve-store.ts'
import { LogError } from './update-log.ts'
import type {
  BoardContent,
  BoardRow,
  Compaction,
  HistoryEntry,
  LogFailure,
  LogReport,
  QuarantinedUpdate,
  UpdateLog,
} from './update-log.ts'
import type { Opening } from './store-keeper.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: LogError) => void
}

/** What an operator should know of the store's own life. */
export type StoreEvent =
  | ({ readonly kind: 'opened' } & Opening)
  | { readonly kind: 'thread-died'; readonly error: Error }
  | { readonly kind: 'not-reopened'; readonly error: Error }

/** How a log is opened. */
export interface SqliteLogOptions {
  readonly tell?: (event: StoreEvent) => void
  /** The module that serves the store; a test has one that breaks. */
  readonly workerUrl?: URL
}

const failures: ReadonlySet<string> = new Set<LogFailure>([
  'in-use',
  'unwritable',
  'full',
  'damaged',
  'newer',
  'unknown-board',
  'exists',
  'closed',
  'failed',
])

/** What passes through the thread is bytes, which lie elsewhere: young objects need little room. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 }

function isFailure(text: string): text is LogFailure {
  return failures.has(text)
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

/** One thread that serves the store, and the calls that wait for its answer. */
class StoreThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #exited: Promise<void>
  #nextId = 1
  #death: LogError | undefined

  constructor(url: URL, dataDir: string, onDeath: (error: LogError) => void) {
    this.#worker = new Worker(url, { workerData: dataDir, resourceLimits })
    this.#worker.on('message', (answer: WorkerAnswer) => this.#settle(answer))
    this.#worker.on('error', (error) => {
      this.#death = new LogError('failed', `the thread of the store stopped: ${error.message}`)
    })
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', (code) => {
        resolve()
        this.#death ??= new LogError('failed', `the thread of the store stopped with exit code ${code}`)
        const waiting = [...this.#waiting.values()]
        this.#waiting.clear()
        for (const { reject } of waiting) reject(this.#death)
        onDeath(this.#death)
      })
    })
  }

  /** Resolves when the store is open. Errors: `LogError`. */
  opened(): Promise<Opening> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(0, { resolve: (value) => resolve(value as Opening), reject })
    })
  }

  ask(method: keyof UpdateLog, args: readonly unknown[]): Promise<unknown> {
    if (this.#death !== undefined) return Promise.reject(this.#death)
    const id = this.#nextId++
    const call: WorkerCall = { id, method, args }
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage(call, [])
    })
  }

  async close(): Promise<void> {
    await this.ask('close', [])
    await this.#exited
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate()
  }

  #settle(answer: WorkerAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.ok) waiting?.resolve(answer.value)
    else waiting?.reject(new LogError(isFailure(answer.failure) ? answer.failure : 'failed', answer.message))
  }
}

type Standing =
  | { readonly kind: 'open'; readonly thread: StoreThread }
  | { readonly kind: 'down'; readonly error: LogError; readonly reopening: Promise<void> | undefined }
  | { readonly kind: 'closed' }

/**
 * The embedded store: SQLite in a thread of its own, so that a disk sync never holds up the sockets.
 *
 * A thread that dies takes nothing with it that was acknowledged. What it was asked meanwhile is refused, the next call
 * starts another one.
 *
 * Concurrency: one data folder, one process; a second one is refused with `in-use`.
 */
export class SqliteLog implements UpdateLog {
  readonly #dataDir: string
  readonly #url: URL
  readonly #tell: (event: StoreEvent) => void
  #standing: Standing = {
    kind: 'down',
    error: new LogError('failed', 'the store was not opened yet'),
    reopening: undefined,
  }

  private constructor(dataDir: string, { tell, workerUrl }: SqliteLogOptions) {
    this.#dataDir = dataDir
    this.#url = workerUrl ?? new URL('./sqlite-worker.ts', import.meta.url)
    this.#tell = tell ?? (() => {})
  }

  /** Opens the store in a folder, which is made where it does not exist. Errors: `LogError`, see `SqliteStore`. */
  static async open(dataDir: string, options: SqliteLogOptions = {}): Promise<SqliteLog> {
    try {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    } catch (error) {
      throw new LogError('unwritable', toError(error).message)
    }
    const log = new SqliteLog(dataDir, options)
    await log.#start()
    return log
  }

  async #start(): Promise<void> {
    const thread = new StoreThread(this.#url, this.#dataDir, (error) => this.#died(thread, error))
    try {
      const tail = await thread.opened()
      if (this.#standing.kind === 'closed') return await thread.close()
      this.#standing = { kind: 'open', thread }
      this.#tell({ kind: 'opened', ...tail })
    } catch (error) {
      await thread.terminate()
      throw error
    }
  }

  #died(thread: StoreThread, error: LogError): void {
    if (this.#standing.kind !== 'open' || this.#standing.thread !== thread) return
    this.#standing = { kind: 'down', error, reopening: undefined }
    this.#tell({ kind: 'thread-died', error })
    this.#reopen(error)
  }

  #reopen(since: LogError): void {
    const reopening = this.#start().catch((failure: unknown) => {
      if (this.#standing.kind !== 'down') return
      this.#standing = { kind: 'down', error: since, reopening: undefined }
      this.#tell({ kind: 'not-reopened', error: toError(failure) })
    })
    this.#standing = { kind: 'down', error: since, reopening }
  }

  async #call<Method extends keyof UpdateLog>(
    method: Method,
    ...args: Parameters<UpdateLog[Method]>
  ): Promise<Awaited<ReturnType<UpdateLog[Method]>>> {
    if (this.#standing.kind === 'closed') throw new LogError('closed', 'the store is closed')
    if (this.#standing.kind === 'down') {
      const { error, reopening } = this.#standing
      if (reopening === undefined) this.#reopen(error)
      throw error
    }
    return (await this.#standing.thread.ask(method, args)) as Awaited<ReturnType<UpdateLog[Method]>>
  }

  append(...args: Parameters<UpdateLog['append']>): Promise<readonly number[]> {
    return this.#call('append', ...args)
  }

  read(boardId: string): Promise<BoardContent | undefined> {
    return this.#call('read', boardId)
  }

  compact(...args: Parameters<UpdateLog['compact']>): Promise<Compaction> {
    return this.#call('compact', ...args)
  }

  history(boardId: string): Promise<readonly HistoryEntry[]> {
    return this.#call('history', boardId)
  }

  quarantine(...args: Parameters<UpdateLog['quarantine']>): Promise<void> {
    return this.#call('quarantine', ...args)
  }

  listQuarantine(boardId: string): Promise<readonly QuarantinedUpdate[]> {
    return this.#call('listQuarantine', boardId)
  }

  createBoard(...args: Parameters<UpdateLog['createBoard']>): Promise<void> {
    return this.#call('createBoard', ...args)
  }

  listBoards(): Promise<readonly BoardRow[]> {
    return this.#call('listBoards')
  }

  findBoard(boardId: string): Promise<BoardRow | undefined> {
    return this.#call('findBoard', boardId)
  }

  describeBoard(...args: Parameters<UpdateLog['describeBoard']>): Promise<void> {
    return this.#call('describeBoard', ...args)
  }

  binBoard(...args: Parameters<UpdateLog['binBoard']>): Promise<void> {
    return this.#call('binBoard', ...args)
  }

  restoreBoard(boardId: string): Promise<void> {
    return this.#call('restoreBoard', boardId)
  }

  liftClaims(untilMs: number): Promise<void> {
    return this.#call('liftClaims', untilMs)
  }

  probe(): Promise<void> {
    return this.#call('probe')
  }

  backup(file: string): Promise<void> {
    return this.#call('backup', file)
  }

  examine(): Promise<LogReport> {
    return this.#call('examine')
  }

  async close(): Promise<void> {
    const standing = this.#standing
    this.#standing = { kind: 'closed' }
    if (standing.kind === 'open') await standing.thread.close()
    else if (standing.kind === 'down') await standing.reopening
  }
}
