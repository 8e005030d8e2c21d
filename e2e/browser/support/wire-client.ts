import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** A board opened over the wire by an unmodified y-websocket client: another program than ours. */
export interface WireClient {
  readonly doc: Y.Doc
  close(): void
}

/** Opens a board and waits until it has what the relay has. */
export async function openOverTheWire(origin: string, boardId: string): Promise<WireClient> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, boardId, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return {
    doc,
    close() {
      provider.destroy()
      doc.destroy()
    },
  }
}
