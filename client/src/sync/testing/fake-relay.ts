import { encodeDurableAck } from '@schakelbord/shared/protocol/durable-ack'
import {
  encodeComparisonAnswer,
  fingerprintOf,
  readComparisonQuestion,
  type ComparisonStep,
} from '@schakelbord/shared/protocol/state-comparison'
import { SYNC_TAG, WIRE_TAG } from '@schakelbord/shared/protocol/wire-tag'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { updateKindOf } from '../counting-socket.ts'

/**
 * A relay that does nothing by itself: each test says when a socket opens, what is read and what is acknowledged.
 *
 * Shape: `WebSocket` is the class to give to a session; `sockets` holds what it made, the newest last.
 */
export class FakeRelay {
  readonly doc = new Y.Doc()
  readonly sockets: FakeSocket[] = []
  /** What clients asked with their comparisons, in order. */
  readonly steps: ComparisonStep[] = []
  readonly WebSocket: typeof WebSocket

  constructor() {
    const { sockets } = this
    class Socket extends FakeSocket {
      constructor(url: string) {
        super(url)
        sockets.push(this)
      }
    }
    // A session uses of a WebSocket what FakeSocket has: handlers, send, close, readyState.
    this.WebSocket = Socket as unknown as typeof WebSocket
  }

  /** The socket the session made last. Errors: throws where it made none. */
  get socket(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (socket === undefined) throw new Error('the session has not made a socket yet')
    return socket
  }

  /** Opens the newest socket and greets it as a relay does: with its own state vector, asking for what it misses. */
  open(): void {
    this.socket.open()
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, WIRE_TAG.sync)
    syncProtocol.writeSyncStep1(encoder, this.doc)
    this.socket.receive(encoding.toUint8Array(encoder))
  }

  /** Reads everything the newest socket sent and has not been read; gives how many update messages were among it. */
  read(): number {
    let updates = 0
    for (const frame of this.socket.sent.splice(0)) {
      if (updateKindOf(frame) !== null) updates++
      const decoder = decoding.createDecoder(frame)
      const message = decoding.readVarUint(decoder)
      if (message === WIRE_TAG.comparison) this.steps.push(readComparisonQuestion(decoder))
      if (message !== WIRE_TAG.sync) continue
      const reply = encoding.createEncoder()
      encoding.writeVarUint(reply, WIRE_TAG.sync)
      const tag = syncProtocol.readSyncMessage(decoder, reply, this.doc, this)
      if (tag === SYNC_TAG.step1) this.socket.receive(encoding.toUint8Array(reply))
    }
    return updates
  }

  /** Says that so many more update messages are on disk. */
  acknowledge(count: number): void {
    this.socket.receive(encodeDurableAck(count))
  }

  /** Says what it holds, as it does when a client asks. */
  sayWhatItHolds(doc = this.doc): void {
    this.socket.receive(encodeComparisonAnswer(fingerprintOf(doc)))
  }

  /** Opens, reads and acknowledges: an ordinary connection. */
  greet(): void {
    this.open()
    this.acknowledge(this.read())
  }
}

/** The end of a connection as a session sees it. */
class FakeSocket {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 3
  readonly OPEN = FakeSocket.OPEN
  readonly url: string
  readonly sent: Uint8Array[] = []
  readyState: number = FakeSocket.CONNECTING
  onopen: (() => void) | null = null
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null

  constructor(url: string) {
    this.url = url
  }

  send(frame: Uint8Array): void {
    this.sent.push(frame)
  }

  close(): void {
    this.readyState = FakeSocket.CLOSED
  }

  open(): void {
    this.readyState = FakeSocket.OPEN
    this.onopen?.()
  }

  receive(frame: Uint8Array): void {
    this.onmessage?.({ data: frame.slice().buffer })
  }

  /** The connection ends with a close code; 1006 is a network that went away. */
  drop(code: number): void {
    this.readyState = FakeSocket.CLOSED
    this.onclose?.({ code, reason: '' })
  }
}
