import { Worker } from 'node:worker_threads'
import type { FoldJob, Folded } from './fold-board.ts'
import type { FoldAnswer } from './fold-worker.ts'
import { LogError } from './update-log.ts'

/** How long the thread is kept without work before its memory is given back. */
const keptIdleMs = 10_000

interface Asked {
  readonly worker: Worker
  readonly resolve: (folded: Folded) => void
  readonly reject: (error: LogError) => void
}

/**
 * Folds boards in a thread of its own, so that neither sockets nor commits wait for it; started when it is needed.
 *
 * Concurrency: one job at a time; whoever has the thread sees to that.
 */
export class FoldingThread {
  readonly #url: URL
  #worker: Worker | undefined
  #asked: Asked | undefined
  #idleTimer: NodeJS.Timeout | undefined
  #closed = false

  constructor(url = new URL('./fold-worker.ts', import.meta.url)) {
    this.#url = url
  }

  /** Errors: `LogError` `damaged` where the bytes do not fit together, `failed` where the thread died. */
  async fold(job: FoldJob): Promise<Folded> {
    if (this.#closed) throw new LogError('closed', 'the store is closed')
    clearTimeout(this.#idleTimer)
    const worker = (this.#worker ??= this.#start())
    try {
      return await new Promise<Folded>((resolve, reject) => {
        this.#asked = { worker, resolve, reject }
        worker.postMessage(job, [])
      })
    } finally {
      this.#asked = undefined
      this.#idleTimer = setTimeout(() => void this.#letGo(), keptIdleMs).unref()
    }
  }

  /** Ends the thread; a job under way is refused. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#idleTimer)
    await this.#letGo()
  }

  #start(): Worker {
    const worker = new Worker(this.#url)
    const died = (why: string): void => {
      if (this.#worker === worker) this.#worker = undefined
      if (this.#asked?.worker !== worker) return
      this.#asked.reject(new LogError(this.#closed ? 'closed' : 'failed', `the folding thread stopped: ${why}`))
    }
    worker.on('message', (answer: FoldAnswer) => {
      if (answer.ok) this.#asked?.resolve(answer.folded)
      else this.#asked?.reject(new LogError('damaged', answer.message))
    })
    worker.on('error', (error) => died(error.message))
    worker.on('exit', (code) => died(`exit code ${code}`))
    return worker
  }

  async #letGo(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }
}
