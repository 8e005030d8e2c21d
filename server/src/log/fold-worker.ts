import { parentPort } from 'node:worker_threads'
import { foldBoard } from './fold-board.ts'
import type { FoldJob, Folded } from './fold-board.ts'

/** What the folding thread answers to a job. */
export type FoldAnswer =
  | { readonly ok: true; readonly folded: Folded }
  | { readonly ok: false; readonly message: string }

function fold(job: FoldJob): FoldAnswer {
  try {
    return { ok: true, folded: foldBoard(job) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

const port = parentPort
port?.on('message', (job: FoldJob) => port.postMessage(fold(job), []))
