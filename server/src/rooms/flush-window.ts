/** The longest a change waits for company before it is written. Units: milliseconds. */
export const maxFlushWindowMs = 10

/**
 * How long to wait before the next commit.
 *
 * Nothing waits while nothing is under way: a lone change goes at the end of the turn. The more changes the last
 * commit held, the longer the next one gathers, counted from the last commit.
 */
export function flushDelayMs(lastCommit: { readonly changes: number; readonly atMs: number }, nowMs: number): number {
  const windowMs = Math.min(maxFlushWindowMs, 2 * (lastCommit.changes - 1))
  return Math.max(0, lastCommit.atMs + windowMs - nowMs)
}
