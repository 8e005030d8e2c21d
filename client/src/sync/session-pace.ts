/**
 * How patient a session is with this device and with the relay. Units: milliseconds, measured by timers and never by the clock on the wall,
 * which may be wrong by years.
 */
export interface SessionPace {
  /** How long the device may take to give what it has; then the board opens without, and the rest comes when it comes. */
  readonly deviceWithinMs: number
  /** How often it compares what it holds with the relay. */
  readonly compareEveryMs: number
  /** How soon it looks again after the two were found unequal, or when a change came whose predecessor is missing. */
  readonly compareAgainMs: number
  /** A line on which nothing is heard for this long after a question is dead. The relay speaks every 25 s by itself. */
  readonly answerWithinMs: number
  /** How long a socket may take to open. */
  readonly connectWithinMs: number
  /** How long the first exchange may take: a large board over a thin line. */
  readonly firstSyncWithinMs: number
}

/** The pace of a real board; a trial uses a faster one. */
export const SESSION_PACE: SessionPace = {
  deviceWithinMs: 5_000,
  compareEveryMs: 30_000,
  compareAgainMs: 2_000,
  answerWithinMs: 30_000,
  connectWithinMs: 20_000,
  firstSyncWithinMs: 180_000,
}
