import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

// Every client of y-websocket listens for the end of the process, and a trial has hundreds.
process.setMaxListeners(0)

/** Two unmodified y-websocket clients of two browsers that go on editing, whatever happens around them. */
export class HonestPair {
  readonly a: WebsocketProvider
  readonly b: WebsocketProvider
  readonly losses: string[] = []
  #rounds = 0

  private constructor(a: WebsocketProvider, b: WebsocketProvider) {
    this.a = a
    this.b = b
    for (const [name, provider] of Object.entries({ a, b })) {
      provider.on('connection-close', (event) => this.losses.push(`${name} was sent away with ${event?.code}`))
    }
  }

  static async join(address: string, boardId: string): Promise<HonestPair> {
    const enter = async (): Promise<WebsocketProvider> => join(address, boardId, await newWindow(address))
    const [a, b] = await Promise.all([enter(), enter()])
    return new HonestPair(a, b)
  }

  /** Each writes something, and both come to hold the same. Errors: where one of them was sent away. */
  async round(): Promise<void> {
    const n = ++this.#rounds
    const seen = [until(this.a.doc, () => cards(this.a).has(`b${n % 10}.${n}`))]
    seen.push(until(this.b.doc, () => cards(this.b).has(`a${n % 10}.${n}`)))
    for (const [name, provider] of Object.entries({ a: this.a, b: this.b })) {
      // Ten keys each at a time, so that the board does not grow with the number of rounds.
      cards(provider).delete(`${name}${n % 10}.${n - 10}`)
      cards(provider).set(`${name}${n % 10}.${n}`, { id: `${name}${n}`, title: `written by ${name}` })
    }
    await Promise.all(seen)
    await Promise.race([until(this.a.doc, () => this.isEqual()), until(this.b.doc, () => this.isEqual())])
    if (this.losses.length > 0) throw new Error(this.losses.join(', '))
  }

  /** Both hold the same, to the last struct. */
  isEqual(): boolean {
    return (
      Buffer.compare(Y.encodeStateAsUpdate(this.a.doc), Y.encodeStateAsUpdate(this.b.doc)) === 0 ||
      JSON.stringify(sorted(this.a.doc)) === JSON.stringify(sorted(this.b.doc))
    )
  }

  leave(): void {
    this.a.destroy()
    this.b.destroy()
  }
}

function cards({ doc }: WebsocketProvider): Y.Map<unknown> {
  return doc.getMap('activities')
}

function sorted(doc: Y.Doc): unknown {
  const entries = [...doc.getMap('activities').entries()].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [entries, [...Y.decodeStateVector(Y.encodeStateVector(doc))].toSorted(([a], [b]) => a - b)]
}

/** The cookie by which the server knows a browser again. */
export async function newCookie(address: string): Promise<string> {
  const response = await fetch(new URL('/api/boards', address))
  await response.text()
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** A window: what it has of the board, and by which cookie the server knows its browser. */
export interface Window {
  readonly doc: Y.Doc
  readonly cookie: string
}

/** A window of a browser that was never here. */
export async function newWindow(address: string): Promise<Window> {
  return { doc: new Y.Doc(), cookie: await newCookie(address) }
}

/** Joins a board with an unmodified y-websocket client; resolves when it is synced. */
export async function join(address: string, boardId: string, { doc, cookie }: Window): Promise<WebsocketProvider> {
  class SocketWithCookie extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: { cookie } })
    }
  }
  const url = new URL('/sync', address)
  url.protocol = 'ws:'
  const provider = new WebsocketProvider(url.href, boardId, doc, {
    WebSocketPolyfill: SocketWithCookie as never,
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return provider
}

/** Resolves as soon as a document says so. */
export function until(doc: Y.Doc, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}
