import { parentPort, workerData } from 'node:worker_threads'
import type { LogReport } from '../log/update-log.ts'
import { checkStoreFile } from './store-check.ts'

/** What came of checking a store's file in a thread of its own. */
export type CheckAnswer =
  | { readonly ok: true; readonly report: LogReport }
  | { readonly ok: false; readonly cause: string }

function check(file: string): CheckAnswer {
  try {
    const report = checkStoreFile(file)
    const [problem] = [...report.problems, ...report.damaged.map(({ boardId }) => `board ${boardId}`)]
    return problem === undefined ? { ok: true, report } : { ok: false, cause: problem }
  } catch (error) {
    return { ok: false, cause: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.postMessage(check(String(workerData)), [])
