import { parentPort, workerData } from 'node:worker_threads'
import { SqliteStore, toLogError } from './sqlite-store.ts'
import type { UpdateLog } from './update-log.ts'

/** One call to the worker. */
export interface WorkerCall {
  readonly id: number
  readonly method: keyof UpdateLog
  readonly args: readonly unknown[]
}

/** What the worker answers: first whether the store opened (id 0), then one answer per call. */
export type WorkerAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: string; readonly message: string }

function serve(port: NonNullable<typeof parentPort>, dataDir: string): void {
  const answer = (message: WorkerAnswer): void => port.postMessage(message)
  const attempt = (id: number, work: () => unknown): void => {
    try {
      answer({ id, ok: true, value: work() })
    } catch (error) {
      const { failure, message } = toLogError(error)
      answer({ id, ok: false, failure, message })
    }
  }

  attempt(0, () => {
    const store = new SqliteStore(dataDir)
    port.on('message', (call: WorkerCall) => {
      attempt(call.id, () => Reflect.apply(store[call.method], store, [...call.args]))
      if (call.method === 'close') port.close()
    })
  })
}

if (parentPort !== null) serve(parentPort, String(workerData))
