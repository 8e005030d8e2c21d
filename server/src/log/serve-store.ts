import type { MessagePort } from 'node:worker_threads'
import { toLogError } from './sqlite-file.ts'
import type { AtStep } from './sqlite-store.ts'
import { BrokenStoreError, StoreKeeper } from './store-keeper.ts'
import type { BoardContent, UpdateLog } from './update-log.ts'

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

/** A whole board moves to the thread that asked for it, where a copy would lie here until this one collects. */
function movedWith(value: unknown): ArrayBuffer[] {
  const { snapshot } = (value ?? {}) as Partial<BoardContent>
  const bytes = snapshot?.update
  return bytes?.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : []
}

/** Serves a store to the thread that started this one. */
export function serveStore(port: MessagePort, dataDir: string, at?: AtStep): void {
  const answer = (message: WorkerAnswer, moved: ArrayBuffer[] = []): void => port.postMessage(message, moved)
  const refuse = (id: number, error: unknown): void => {
    const { failure, message } = toLogError(error)
    answer({ id, ok: false, failure, message })
  }
  const attempt = (id: number, work: () => unknown): void => {
    try {
      const value = work()
      if (!(value instanceof Promise)) answer({ id, ok: true, value }, movedWith(value))
      else
        value.then(
          (later: unknown) => answer({ id, ok: true, value: later }),
          (error: unknown) => refuse(id, error),
        )
    } catch (error) {
      refuse(id, error)
    }
  }

  attempt(0, () => {
    const keeper = new StoreKeeper(dataDir, at)
    const end = (): Promise<void> => keeper.close().finally(() => setImmediate(() => port.close()))
    port.on('message', (call: WorkerCall) => {
      attempt(call.id, () => {
        if (call.method === 'close') return end()
        try {
          return keeper.do(call.method, call.args)
        } catch (error) {
          // Whoever has this thread starts another one, which makes the file anew.
          if (error instanceof BrokenStoreError) void end()
          throw error
        }
      })
    })
    return keeper.opening
  })
}
