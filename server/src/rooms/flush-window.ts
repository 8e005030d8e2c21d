/** How long a stream of frames may gather. Units: `maxMs` milliseconds. */
export interface Pace {
  /** How many times what it cost a piece of work waits before it is done again. */
  readonly timesItsCost: number
  readonly maxMs: number
}

/** Changes: the less they cost, the sooner the next may go. Together they share one disk sync, which is most of what they cost. */
export const changePace: Pace = { timesItsCost: 30, maxMs: 10 }

/** Changes of one board that many are on: each window is a frame for all of them, and nobody sees a thirtieth of a second. */
export const crowdPace: Pace = { timesItsCost: 60, maxMs: 33 }

/** Presence: a pointer that is seen a little later harms nobody, and there are many more of them than of changes. */
export const presencePace: Pace = { timesItsCost: 100, maxMs: 50 }

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
export function flushDelayMs(last: DoneWork, nowMs: number, pace: Pace): number {
  const windowMs = Math.min(pace.maxMs, pace.timesItsCost * last.costMs)
  // A clock that was set back since would make it wait for as long as it was set back.
  return Math.min(windowMs, Math.max(0, last.atMs + windowMs - nowMs))
}
