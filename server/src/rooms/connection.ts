import type { RelayLimits } from '@schakelbord/shared/protocol/relay-limits'
import type { RoomSocket, Session } from './room-socket.ts'
import { TokenBucket } from './token-bucket.ts'

/** One socket in one room. */
export class Connection {
  readonly socket: RoomSocket
  readonly session: Session
  /** Frames that came while the board was loading; `undefined` once it was greeted. */
  waiting: Uint8Array[] | undefined = []
  waitingBytes = 0
  /** How large the last answer to a sync request was: on a slow line a large board is long under way. */
  answerBytes = 0
  /** Each question for what it lacks may cost a whole board. */
  readonly syncRequests: TokenBucket
  /** What its frames may cost: bytes are no measure, some small updates are dear. Units: milliseconds of processor time. */
  readonly processor: TokenBucket
  /** It said that it and the relay had come apart; one line in the log is enough. */
  toldDivergence = false
  /** Set when it was sent away: what it sent before is done, what comes after is not read. */
  dismissed = false

  constructor(socket: RoomSocket, session: Session, limits: RelayLimits, nowMs: number) {
    this.socket = socket
    this.session = session
    this.syncRequests = new TokenBucket(limits.syncRequestsPerSecond, limits.syncRequestBurst, nowMs)
    this.processor = new TokenBucket(limits.processorMsPerSecond, limits.processorBurstMs, nowMs)
  }
}

/** What the transport holds of a socket that joined. */
export interface JoinedSocket {
  receive(frame: Uint8Array): void
  leave(): void
}
