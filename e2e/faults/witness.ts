import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

const sync = 0
const step1 = 0
const step2 = 1
const update = 2
const durableAck = 121

/**
 * A client that speaks the wire itself and remembers what it was told: what is saved, and what others wrote.
 *
 * Every write is a key of its own, so that what is missing afterwards can be named.
 */
export class Witness {
  readonly name: string
  readonly doc = new Y.Doc()
  /** Keys of its own that the server said are on disk. */
  readonly saved = new Set<string>()
  /** Keys of others that it has seen. */
  readonly seen = new Set<string>()
  onNews: () => void = () => {}
  #socket: WebSocket | undefined
  #written = 0
  #own: string[] = []
  /** Per update message that is not acknowledged yet: the keys it carried. */
  #unconfirmed: (readonly string[])[] = []

  constructor(name: string) {
    this.name = name
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#socket?.readyState === WebSocket.OPEN)
        this.#sendUpdate(update, bytes, this.#own.slice(-1))
    })
    this.#cards.observe(({ keysChanged, transaction }) => {
      if (transaction.origin !== this) return
      for (const key of keysChanged) if (!key.startsWith(`${this.name}.`)) this.seen.add(key)
      this.onNews()
    })
  }

  get #cards(): Y.Map<unknown> {
    return this.doc.getMap('activities')
  }

  get keys(): readonly string[] {
    return [...this.#cards.keys()]
  }

  get unconfirmed(): number {
    return this.#unconfirmed.length
  }

  /** Connects; resolves when the server has sent what it has. */
  async join(address: string, boardId: string): Promise<void> {
    const url = new URL(`/sync/${boardId}?v=1`, address)
    url.protocol = 'ws:'
    const socket = new WebSocket(url)
    socket.binaryType = 'nodebuffer'
    this.#socket = socket
    this.#unconfirmed = []
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject)
      socket.on('close', (code) => reject(new Error(`closed with ${code} before it was synced`)))
      socket.on('open', () => this.#send(sync, step1, Y.encodeStateVector(this.doc)))
      socket.on('message', (data: Buffer) => {
        if (this.#hear(new Uint8Array(data))) resolve()
      })
    })
  }

  /** Resolves with the close code when the line is gone. */
  gone(): Promise<number> {
    const socket = this.#socket
    return new Promise((resolve) => {
      if (socket === undefined || socket.readyState === WebSocket.CLOSED) resolve(0)
      else socket.once('close', (code) => resolve(code))
    })
  }

  leave(): void {
    this.#socket?.terminate()
  }

  /** @param mark what the key ends with, for who looks for it in a stream of bytes */
  write(mark = ''): void {
    const key = `${this.name}.${this.#written++}${mark}`
    this.#own.push(key)
    this.#cards.set(key, { id: key, title: `written by ${this.name}` })
  }

  /** Sends what no board may hold. */
  spoil(): void {
    this.doc.getMap('activities').set('spoiled', new Y.Map([[`spoiled by ${this.name}`, new Y.Map()]]))
  }

  /** Takes one frame; true for the answer that makes it synced. */
  #hear(frame: Uint8Array): boolean {
    const decoder = decoding.createDecoder(frame)
    const tag = decoding.readVarUint(decoder)
    if (tag === durableAck) {
      for (const keys of this.#unconfirmed.splice(0, decoding.readVarUint(decoder))) {
        for (const key of keys) this.saved.add(key)
      }
      this.onNews()
    }
    if (tag !== sync) return false
    const kind = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (kind === step1) {
      this.#sendUpdate(step2, Y.encodeStateAsUpdate(this.doc, payload), [...this.#own])
      return false
    }
    Y.applyUpdate(this.doc, payload, this)
    return kind === step2
  }

  #sendUpdate(kind: number, bytes: Uint8Array, keys: readonly string[]): void {
    this.#unconfirmed.push(keys)
    this.#send(sync, kind, bytes)
  }

  #send(tag: number, kind: number, bytes: Uint8Array): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, tag)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, bytes)
    this.#socket?.send(encoding.toUint8Array(encoder))
  }
}
