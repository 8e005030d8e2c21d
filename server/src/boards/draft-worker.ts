import { parentPort, workerData } from 'node:worker_threads'
import { draftBoard } from './draft-board.ts'
import type { DraftJob } from './drafting-thread.ts'

if (parentPort !== null) {
  const { json, locale } = workerData as DraftJob
  parentPort.postMessage(draftBoard(json, locale))
}
