import { Worker } from 'node:worker_threads'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { Refusal } from '../errors.ts'
import type { BoardContent } from '../log/update-log.ts'
import { DamagedBoardError } from '../rooms/room-document.ts'
import type { BoardDraft } from './draft-board.ts'

/** A board file that is to be read. */
export interface DraftJob {
  readonly json: unknown
  readonly locale: Locale
}

/** A stored board that is to be written as a board file; `isIndented`: for people to read, line by line. */
export interface BoardToWrite {
  readonly boardId: string
  readonly content: BoardContent
  readonly isIndented: boolean
}

/** What came of writing: UTF-8, or why what is stored cannot be read. */
export type Written =
  | { readonly ok: true; readonly text: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly damage: string }

/** What the thread is to do. */
export type BoardFileJob = ({ readonly kind: 'draft' } & DraftJob) | ({ readonly kind: 'write' } & BoardToWrite)

/** How many files may wait; a library moves one now and then. */
const maxWaiting = 20
const comeBackAfterSeconds = 30

function inThread(job: BoardFileJob): Promise<unknown> {
  const worker = new Worker(new URL('./board-file-worker.ts', import.meta.url), { workerData: job })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread for board files ended without an answer')))
  })
}

/**
 * Reads and writes board files in a thread of its own: one of ten thousand cards takes seconds to read and a fifth of one to
 * write, and the sockets cannot wait for it.
 *
 * Concurrency: one file at a time. Errors: `BRD_TOO_MANY_REQUESTS` where too many wait already.
 */
export class BoardFileThread {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Makes the first content of a board out of a board file that nobody has looked at yet. */
  async draft(job: DraftJob): Promise<BoardDraft> {
    return (await this.#do({ kind: 'draft', ...job })) as BoardDraft
  }

  /** Writes a board as UTF-8. Errors: `DamagedBoardError`. */
  async write(board: BoardToWrite): Promise<Uint8Array> {
    const written = (await this.#do({ kind: 'write', ...board })) as Written
    if (!written.ok) throw new DamagedBoardError(board.boardId, written.damage)
    return written.text
  }

  async #do(job: BoardFileJob): Promise<unknown> {
    if (this.#waiting >= maxWaiting)
      throw new Refusal('BRD_TOO_MANY_REQUESTS', { seconds: String(comeBackAfterSeconds) })
    this.#waiting++
    const done = this.#last.then(() => inThread(job))
    this.#last = done.catch(() => {})
    try {
      return await done
    } finally {
      this.#waiting--
    }
  }
}
