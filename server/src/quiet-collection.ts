import { getHeapStatistics } from 'node:v8'

/** What a collector sees of the thread it collects for. Units: milliseconds, bytes. */
export interface ThreadUse {
  /** Processor time the thread has used. */
  processorMs(): number
  /** What the collector would have to walk. */
  heapBytes(): number
  /** Something large was let go since the last call. */
  hasLetGo(): boolean
  collect(): void
}

/** How often it is looked whether a thread is quiet. */
const lookEveryMs = 1000
/** Quiet is less than so much work in so many looks. */
const quietMsPerLook = 20
const quietLooks = 5
/** So much work since the last collection may have left something behind. */
const worthwhileMs = 100
/** A larger heap would be held up for longer than a tenth of a second, by a collection that nobody asked for. */
const largestBytes = 128 * 1024 * 1024

/**
 * Lets a thread collect its garbage when it has been quiet for some seconds after work.
 *
 * The engine collects when it needs room, and a server that has nothing to do needs none: what a crowd left behind would
 * lie there until the next one comes. Answers with what to do every second.
 */
export function quietCollection(use: ThreadUse): () => void {
  let lookedMs = use.processorMs()
  let collectedMs = 0
  let looks = 0
  let letGo = false
  return () => {
    const nowMs = use.processorMs()
    looks = nowMs - lookedMs < quietMsPerLook ? looks + 1 : 0
    lookedMs = nowMs
    letGo ||= use.hasLetGo()
    const isWorthwhile = letGo || nowMs - collectedMs >= worthwhileMs
    if (looks < quietLooks || !isWorthwhile || use.heapBytes() > largestBytes) return
    use.collect()
    collectedMs = use.processorMs()
    looks = 0
    letGo = false
  }
}

/**
 * Collects for this thread when it is quiet, where Node was started with `--expose-gc`, as the launcher does; answers with how
 * to end that.
 */
export function collectWhenQuiet(hasLetGo: () => boolean = () => false): () => void {
  const collect = globalThis.gc
  if (collect === undefined) return () => {}
  const look = quietCollection({
    processorMs: () => {
      const { user, system } = process.threadCpuUsage()
      return (user + system) / 1000
    },
    hasLetGo,
    heapBytes: () => getHeapStatistics().used_heap_size,
    collect: () => collect({ type: 'major', execution: 'sync' }),
  })
  const timer = setInterval(look, lookEveryMs).unref()
  return () => clearInterval(timer)
}
