import { Worker } from 'node:worker_threads'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { Refusal } from '../errors.ts'
import type { BoardDraft } from './draft-board.ts'

/** A board file that is to be read. */
export interface DraftJob {
  readonly json: unknown
  readonly locale: Locale
}

/** How many files may wait; a library imports one now and then. */
const maxWaiting = 20
const comeBackAfterSeconds = 30

function draftInThread(job: DraftJob): Promise<BoardDraft> {
  const worker = new Worker(new URL('./draft-worker.ts', import.meta.url), { workerData: job })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that reads a board file ended without an answer')))
  })
}

/**
 * Reads board files in a thread of its own: one of ten thousand cards takes seconds, and the sockets cannot wait for it.
 *
 * Concurrency: one file at a time. Errors: `BRD_TOO_MANY_REQUESTS` where too many wait already.
 */
export class DraftingThread {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  async draft(job: DraftJob): Promise<BoardDraft> {
    if (this.#waiting >= maxWaiting)
      throw new Refusal('BRD_TOO_MANY_REQUESTS', { seconds: String(comeBackAfterSeconds) })
    this.#waiting++
    const drafted = this.#last.then(() => draftInThread(job))
    this.#last = drafted.catch(() => {})
    try {
      return await drafted
    } finally {
      this.#waiting--
    }
  }
}
