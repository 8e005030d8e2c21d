import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

/**
 * The live-sync end of a client as 0.1.0 was: what it said, what it expected, and how it wrote cards.
 *
 * Kept as it is, whatever becomes of the wire: a release adds a file beside this one and leaves this one alone.
 */
export class Wire010 {
  readonly doc = new Y.Doc()
  /** Update messages that are not called saved yet. */
  unsaved = 0
  /** How it was sent away, if it was. */
  closedWith: number | undefined
  #socket: WebSocket | undefined
  #onComparison: (equal: boolean) => void = () => {}

  constructor() {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#sendUpdate(2, update)
    })
  }

  /** Resolves when it has what the server has. */
  async connect(address: string, boardId: string, version = '1'): Promise<void> {
    const url = new URL(`/sync/${boardId}?v=${version}`, address)
    url.protocol = 'ws:'
    const socket = new WebSocket(url)
    this.#socket = socket
    this.unsaved = 0
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject)
      socket.on('close', (code) => {
        if (this.#socket === socket) this.closedWith = code
        reject(new Error(`sent away with ${code}`))
      })
      socket.on('open', () => this.#say([0, 0], Y.encodeStateVector(this.doc)))
      socket.on('message', (frame: Buffer) => {
        if (this.#hear(new Uint8Array(frame))) resolve()
      })
    })
  }

  disconnect(): void {
    const socket = this.#socket
    this.#socket = undefined
    socket?.terminate()
  }

  /** Asks the server what it holds; resolves with whether that is what is held here. */
  compare(): Promise<boolean> {
    const answered = new Promise<boolean>((resolve) => {
      this.#onComparison = resolve
    })
    this.#say([122, 0])
    return answered
  }

  addCard(id: string, title: string): void {
    this.doc.getMap('activities').set(id, JSON.stringify({ id, title, recipeId: 'own-recipe', phase: 'idea' }))
  }

  retitle(id: string, title: string): void {
    this.doc.getMap('activities').set(`${id}/title`, title)
  }

  #hear(frame: Uint8Array): boolean {
    const decoder = decoding.createDecoder(frame)
    const tag = decoding.readVarUint(decoder)
    if (tag === 121) this.unsaved -= decoding.readVarUint(decoder)
    if (tag === 122) {
      const theirs = Y.decodeStateVector(decoding.readVarUint8Array(decoder))
      const ours = Y.decodeStateVector(Y.encodeStateVector(this.doc))
      this.#onComparison(theirs.size === ours.size && [...ours].every(([author, n]) => theirs.get(author) === n))
    }
    if (tag !== 0) return false
    const kind = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (kind === 0) {
      this.#sendUpdate(1, Y.encodeStateAsUpdate(this.doc, payload))
      return false
    }
    Y.applyUpdate(this.doc, payload, this)
    return kind === 1
  }

  #sendUpdate(kind: number, update: Uint8Array): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return
    this.unsaved++
    this.#say([0, kind], update)
  }

  #say(numbers: readonly number[], payload?: Uint8Array): void {
    const encoder = encoding.createEncoder()
    for (const number of numbers) encoding.writeVarUint(encoder, number)
    if (payload) encoding.writeVarUint8Array(encoder, payload)
    this.#socket?.send(encoding.toUint8Array(encoder))
  }
}
