import * as Y from 'yjs'
import type { Dialect } from '../wire/dialect.ts'
import { FrameSocket } from '../wire/frame-socket.ts'

const emptyDoc = new Y.Doc()
/** What somebody has who has nothing. */
export const nothing = {
  update: Y.encodeStateAsUpdate(emptyDoc),
  stateVector: Y.encodeStateVector(emptyDoc),
} as const

/** What a client holds when it comes, and does with what it hears. */
export interface RoomClientOptions {
  readonly stateVector?: Uint8Array
  /** What it answers to a server that asks what it lacks; absent: it has nothing. */
  readonly missing?: (stateVector: Uint8Array) => Uint8Array
  /** Content, as an answer (step 2) or as news. The bytes are only its own during the call. */
  readonly onContent?: (update: Uint8Array, isAnswer: boolean) => void
  /** Whether a message of so many bytes is only counted; it stands for content then. */
  readonly passesOver?: (length: number) => boolean
  readonly onPassed?: () => void
  /** So many more of its update messages are acknowledged, the answer to the server's step 1 among them. */
  readonly onAcknowledged?: (updates: number) => void
}

/** One person in one room, who speaks the wire without keeping a document. */
export class RoomClient {
  readonly socket: FrameSocket
  readonly #dialect: Dialect
  readonly #room: string

  private constructor(socket: FrameSocket, dialect: Dialect, room: string) {
    this.socket = socket
    this.#dialect = dialect
    this.#room = room
  }

  /** Enters a room; resolves when the server has answered. Errors: rejects where the line is cut before that. */
  static async enter(
    base: string,
    dialect: Dialect,
    room: string,
    options: RoomClientOptions = {},
  ): Promise<RoomClient> {
    const early: Uint8Array[] = []
    const socket = await FrameSocket.open(new URL(dialect.path(room), base), (buffer, from, to) =>
      early.push(Uint8Array.prototype.slice.call(buffer, from, to)),
    )
    const client = new RoomClient(socket, dialect, room)
    await new Promise<void>((resolve, reject) => {
      socket.onClose = () => reject(new Error(`closed with ${socket.closeCode} before it was synced`))
      const hear = (frame: Uint8Array): void => {
        const message = dialect.read(frame)
        if (message.kind === 'step1') {
          socket.send(dialect.step2(room, options.missing?.(message.stateVector) ?? nothing.update))
        } else if (message.kind === 'acknowledged') options.onAcknowledged?.(message.updates)
        else if (message.kind !== 'other') {
          options.onContent?.(message.update, message.kind === 'step2')
          if (message.kind === 'step2') resolve()
        }
      }
      socket.passesOver = options.passesOver ?? socket.passesOver
      socket.onPassed = () => {
        options.onPassed?.()
        resolve()
      }
      socket.heard = (buffer, from, to) => hear(buffer.subarray(from, to))
      for (const frame of early) hear(frame)
      for (const frame of dialect.hello(room, options.stateVector ?? nothing.stateVector)) socket.send(frame)
      if (!dialect.syncs) resolve()
    })
    socket.onClose = () => {}
    return client
  }

  write(update: Uint8Array): void {
    this.socket.send(this.#dialect.update(this.#room, update))
  }

  leave(): void {
    this.socket.destroy()
  }
}
