import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { LoadPlan, LoadResult } from './load-plan.ts'

const script = fileURLToPath(new URL('load-generator.ts', import.meta.url))

/** Plays a load in a process of its own. Errors: rejects where that process dies. */
export function runLoad(plan: LoadPlan): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const generator = fork(script)
    generator.once('message', (result) => resolve(result as LoadResult))
    generator.once('exit', (code) => reject(new Error(`the load generator ended with ${code}`)))
    generator.send(plan)
  })
}
