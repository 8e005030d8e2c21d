/** Time as a room sees it, so that a test can hold it still. Units: milliseconds since the epoch. */
export interface Clock {
  nowMs(): number
  /** Processor time this thread has used. A busy machine lets time pass, but not this. */
  processorMs(): number
  /** Calls back once after a delay; 0 means at the end of the current turn. Answers with how to call it off. */
  after(delayMs: number, callback: () => void): () => void
}

/** The time of the machine. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  processorMs: () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  },
  after: (delayMs, callback) => {
    if (delayMs <= 0) {
      const immediate = setImmediate(callback)
      return () => clearImmediate(immediate)
    }
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}
