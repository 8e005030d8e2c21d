/** Time as a room sees it, so that a test can hold it still. Units: milliseconds since the epoch. */
export interface Clock {
  nowMs(): number
  /** Processor time this thread has used. A busy machine lets time pass, but not this. */
  processorMs(): number
  /** Calls back once after a delay; 0 means at the end of the current turn. Answers with how to call it off. */
  after(delayMs: number, callback: () => void): () => void
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** So short a time no thread was kept waiting for: it worked for all of it. Units: milliseconds. */
const unbrokenMs = 0.5

/**
 * Counts the time of short pieces of work by the clock, and asks the system for the processor's only about longer ones,
 * since asking costs as much as a small change does.
 */
function countProcessor(): () => number {
  let countedMs = 0
  let lookedAtMs = performance.now()
  let askedMs = threadMs()
  return () => {
    const nowMs = performance.now()
    const passedMs = nowMs - lookedAtMs
    lookedAtMs = nowMs
    if (passedMs < unbrokenMs) countedMs += passedMs
    else {
      const usedMs = threadMs()
      countedMs += Math.min(passedMs, usedMs - askedMs)
      askedMs = usedMs
    }
    return countedMs
  }
}

/** The time of the machine. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  processorMs: countProcessor(),
  after: (delayMs, callback) => {
    if (delayMs <= 0) {
      const immediate = setImmediate(callback)
      return () => clearImmediate(immediate)
    }
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}
