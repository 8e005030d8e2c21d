import type { CloseName } from '@schakelbord/shared/protocol/close-code'

/** A message, or its pieces end to end: one that is put together for one receiver, or holds what is too large to copy. */
export type Frame = Uint8Array | readonly Uint8Array[]

/** The size of a message. Units: bytes. */
export function lengthOf(frame: Frame): number {
  return frame instanceof Uint8Array ? frame.byteLength : frame.reduce((sum, { byteLength }) => sum + byteLength, 0)
}

/** What a room needs of a socket; the transport behind it is nobody's business here. */
export interface RoomSocket {
  /** Names the socket in the log, never to other people. */
  readonly id: string
  /** Where it comes from, as far as the transport can tell; for the log and for limits. */
  readonly address: string
  /** Bytes that were sent and that the other side has not taken yet. */
  readonly bufferedBytes: number
  /** Sends a message, and a second one right behind it where there is one; what they are made of must stay as it is. */
  send(frame: Frame, next?: Uint8Array): void
  close(reason: CloseName): void
  /** Cuts the line without a goodbye. */
  terminate(): void
  /** Asks the other side for a sign of life and cuts the line if none comes. */
  checkAlive(): void
}

/**
 * Who is behind a socket and what they may do; decided once, before the first frame.
 *
 * A change of rights is a new session: the socket is closed and comes back.
 */
export interface Session {
  readonly principal: string
  readonly mayWrite: boolean
  /** The client asked for durable acknowledgements (`v=1`). */
  readonly wantsAck: boolean
}
