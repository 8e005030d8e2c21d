/** What a client does after it was sent away. */
export type AfterClose = 'retry' | 'retry-later' | 'stop'

/** One way to be sent away: its number, its name, what the client does next. */
export interface CloseReason {
  readonly code: number
  readonly name: string
  readonly afterClose: AfterClose
}

/**
 * Every way in which the relay closes a socket.
 *
 * Shape: 4400–4499 never to be retried, 4500–4599 may be; y-websocket 3.1 stops by itself on the first range.
 * Source: RFC 6455 §7.4 for 1003, 1009 and 1012.
 */
export const CLOSE = {
  textFrame: { code: 1003, name: 'text-frame', afterClose: 'stop' },
  frameTooBig: { code: 1009, name: 'frame-too-big', afterClose: 'stop' },
  restarting: { code: 1012, name: 'restarting', afterClose: 'retry' },
  malformed: { code: 4400, name: 'malformed', afterClose: 'stop' },
  notSignedIn: { code: 4401, name: 'not-signed-in', afterClose: 'stop' },
  noRight: { code: 4403, name: 'no-right', afterClose: 'stop' },
  noSuchBoard: { code: 4404, name: 'no-such-board', afterClose: 'stop' },
  overLimit: { code: 4413, name: 'over-limit', afterClose: 'stop' },
  badShape: { code: 4422, name: 'bad-shape', afterClose: 'stop' },
  clientTooOld: { code: 4426, name: 'client-too-old', afterClose: 'stop' },
  storeUnavailable: { code: 4503, name: 'store-unavailable', afterClose: 'retry' },
  gap: { code: 4509, name: 'gap', afterClose: 'retry' },
  tooFast: { code: 4529, name: 'too-fast', afterClose: 'retry-later' },
} as const satisfies Record<string, CloseReason>

/** The name by which code speaks of a way to be sent away. */
export type CloseName = keyof typeof CLOSE

/** Finds what a close code of the relay means; `undefined` for a code that is not one of ours (1000, 1001, 1006 …). */
export function closeReasonOf(code: number): CloseReason | undefined {
  return Object.values(CLOSE).find((reason) => reason.code === code)
}
