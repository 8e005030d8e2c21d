import { mkdirSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { WorkerAnswer, WorkerCall } from './sqlite-worker.ts'
import { LogError } from './update-log.ts'
import type { BoardContent, BoardRow, LogFailure, LogReport, QuarantinedUpdate, UpdateLog } from './update-log.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: LogError) => void
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

function isFailure(text: string): text is LogFailure {
  return failures.has(text)
}

/**
 * The embedded store: SQLite in a thread of its own, so that a disk sync never holds up the sockets.
 *
 * Concurrency: one data folder, one process; a second one is refused with `in-use`.
 */
export class SqliteLog implements UpdateLog {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #nextId = 1
  #closed = false

  private constructor(dataDir: string) {
    this.#worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: dataDir })
    this.#worker.on('message', (answer: WorkerAnswer) => this.#settle(answer))
    this.#worker.on('error', (error) => this.#failAll(new LogError('failed', `the store stopped: ${error.message}`)))
    this.#worker.on('exit', () => this.#failAll(new LogError('closed', 'the store is closed')))
  }

  /** Opens the store in a folder, which is made where it does not exist. Errors: `LogError`, see `SqliteStore`. */
  static async open(dataDir: string): Promise<SqliteLog> {
    try {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    } catch (error) {
      throw new LogError('unwritable', error instanceof Error ? error.message : String(error))
    }
    const log = new SqliteLog(dataDir)
    try {
      await new Promise<unknown>((resolve, reject) => log.#waiting.set(0, { resolve, reject }))
    } catch (error) {
      await log.#worker.terminate()
      throw error
    }
    return log
  }

  #settle(answer: WorkerAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.ok) waiting?.resolve(answer.value)
    else waiting?.reject(new LogError(isFailure(answer.failure) ? answer.failure : 'failed', answer.message))
  }

  #failAll(error: LogError): void {
    this.#closed = true
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(error)
  }

  #call<Method extends keyof UpdateLog>(
    method: Method,
    ...args: Parameters<UpdateLog[Method]>
  ): Promise<Awaited<ReturnType<UpdateLog[Method]>>> {
    if (this.#closed) return Promise.reject(new LogError('closed', 'the store is closed'))
    const id = this.#nextId++
    const call: WorkerCall = { id, method, args }
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as Awaited<ReturnType<UpdateLog[Method]>>), reject })
      this.#worker.postMessage(call, [])
    })
  }

  append(...args: Parameters<UpdateLog['append']>): Promise<readonly number[]> {
    return this.#call('append', ...args)
  }

  read(boardId: string): Promise<BoardContent | undefined> {
    return this.#call('read', boardId)
  }

  compact(...args: Parameters<UpdateLog['compact']>): Promise<void> {
    return this.#call('compact', ...args)
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
    if (this.#closed) return
    const stopped = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()))
    await this.#call('close')
    this.#closed = true
    await stopped
  }
}
