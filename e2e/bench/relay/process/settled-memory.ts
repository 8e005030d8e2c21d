import { setTimeout as wait } from 'node:timers/promises'
import { memoryOf } from './process-usage.ts'

const everyMs = 500

/** Waits a while and tells the least memory that a process held in its last seconds. Units: ms, bytes. */
export async function settledMemory(pid: number, afterMs: number): Promise<number> {
  const readings: number[] = []
  for (let waitedMs = 0; waitedMs < afterMs; waitedMs += everyMs) {
    await wait(everyMs)
    readings.push(memoryOf(pid).resident)
  }
  return Math.min(...readings.slice(-6))
}
