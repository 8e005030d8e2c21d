import { CLOSE } from '@schakelbord/shared/protocol/close-code'
import type { CloseName } from '@schakelbord/shared/protocol/close-code'
import type { RelayLimits } from '@schakelbord/shared/protocol/relay-limits'
import type { WebSocket } from 'ws'
import type { Frame, RoomSocket } from '../rooms/room-socket.ts'
import type { Writable } from 'node:stream'
import { writeFrame, writePieces } from './wire-frame.ts'
import { TokenBucket } from '../rooms/token-bucket.ts'

/**
 * How long the other side has to give a sign of life after a ping: the answer, or any frame.
 *
 * A busy moment of ours must not look like its death, and on a thin line the ping stands behind a whole board; y-websocket
 * speaks of itself every 15 s.
 */
const answerWithinMs = 20_000
/** How long the other side has to say goodbye, before the line is cut. */
export const goodbyeWithinMs = 500

/**
 * A WebSocket as rooms know it: counted, slowed where it floods, and cut where it plays dead.
 *
 * A flood is slowed by not reading, so that an honest burst loses nothing.
 */
export class WebRoomSocket implements RoomSocket {
  readonly id: string
  readonly address: string
  readonly #socket: WebSocket
  readonly #wire: Writable
  readonly #limits: RelayLimits
  readonly #frames: TokenBucket
  readonly #bytes: TokenBucket
  #answerTimer: NodeJS.Timeout | undefined
  #resumeTimer: NodeJS.Timeout | undefined
  #floodingSinceMs: number | undefined

  /** @param wire what the WebSocket writes to */
  constructor(id: string, address: string, socket: WebSocket, wire: Writable, limits: RelayLimits) {
    this.id = id
    this.address = address
    this.#socket = socket
    this.#wire = wire
    this.#limits = limits
    this.#frames = new TokenBucket(limits.framesPerSecond, limits.frameBurst, Date.now())
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, Date.now())
    socket.on('pong', () => this.#lives())
    socket.on('close', () => {
      clearTimeout(this.#answerTimer)
      clearTimeout(this.#resumeTimer)
    })
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount
  }

  send(frame: Frame, next?: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    if (frame instanceof Uint8Array) writeFrame(this.#wire, frame, next)
    else {
      writePieces(this.#wire, frame)
      if (next) writeFrame(this.#wire, next)
    }
  }

  close(reason: CloseName): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    const { code, name } = CLOSE[reason]
    // A paused socket would never read the answer to its goodbye.
    this.#socket.resume()
    this.#socket.close(code, name)
    const timer = setTimeout(() => this.#socket.terminate(), goodbyeWithinMs)
    this.#socket.once('close', () => clearTimeout(timer))
  }

  terminate(): void {
    this.#socket.terminate()
  }

  checkAlive(): void {
    if (this.#answerTimer !== undefined || this.#socket.readyState !== this.#socket.OPEN) return
    this.#answerTimer = setTimeout(() => this.#socket.terminate(), answerWithinMs)
    this.#socket.ping()
  }

  /** Counts a frame that arrived, and stops reading for as long as the socket has overdrawn; false after too long a flood. */
  count(bytes: number, nowMs: number): boolean {
    this.#lives()
    const waitMs = Math.max(this.#frames.take(1, nowMs), this.#bytes.take(bytes, nowMs))
    if (waitMs === 0) {
      this.#floodingSinceMs = undefined
      return true
    }
    this.#floodingSinceMs ??= nowMs
    if (nowMs - this.#floodingSinceMs > this.#limits.longestPauseMs) return false
    this.#socket.pause()
    clearTimeout(this.#resumeTimer)
    this.#resumeTimer = setTimeout(() => this.#socket.resume(), waitMs)
    return true
  }

  #lives(): void {
    clearTimeout(this.#answerTimer)
    this.#answerTimer = undefined
  }
}
