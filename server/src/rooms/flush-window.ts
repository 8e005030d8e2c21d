/** The longest a change waits for company before it is written. Units: milliseconds. */
export const maxFlushWindowMs = 10

/** The longest a word of presence waits for company before it is passed on. Units: milliseconds. */
export const maxPresenceWindowMs = 50

/** How much of its time the relay may spend on one stream of frames: what costs 1 ms is done every 10 ms at most. */
const costShare = 10

/** A piece of work that was done: when it ended, and what it cost the processor. Units: milliseconds. */
export interface DoneWork {
  readonly atMs: number
  readonly costMs: number
}

/**
 * How long to wait before doing such a piece of work again.
 *
 * Nothing waits while nothing is under way: a lone change goes at the end of the turn. The dearer the last turn was –
 * many receivers, many boards – the longer the next one gathers, so that a crowd gets fewer and fuller frames and a
 * few people get theirs at once. It is counted in processor time, since a machine that is busy with something else
 * makes nothing dearer.
 */
export function flushDelayMs(last: DoneWork, nowMs: number, maxWindowMs: number): number {
  const windowMs = Math.min(maxWindowMs, costShare * last.costMs)
  return Math.max(0, last.atMs + windowMs - nowMs)
}
