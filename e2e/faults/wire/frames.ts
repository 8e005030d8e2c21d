import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** First and second numbers of the frames of y-websocket, as anybody may read them in its sources. */
const sync = 0
const awareness = 1

/** Numbers, one after the other, as lib0 writes them. */
export function varUints(...numbers: readonly number[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of numbers) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

/** Bytes, one after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

function syncFrame(kind: number, payload: Uint8Array): Uint8Array {
  return joined(varUints(sync, kind, payload.length), payload)
}

/** A question for what one lacks. */
export function step1(stateVector: Uint8Array): Uint8Array {
  return syncFrame(0, stateVector)
}

/** An answer to such a question. */
export function step2(update: Uint8Array): Uint8Array {
  return syncFrame(1, update)
}

/** A change. */
export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(2, update)
}

/** A change made by a function on a document of its own. */
export function updateBy(change: (doc: Y.Doc) => void, author?: number): Uint8Array {
  const doc = new Y.Doc()
  if (author !== undefined) doc.clientID = author
  doc.transact(() => change(doc))
  return Y.encodeStateAsUpdate(doc)
}

/** What windows tell of themselves. */
export function awarenessFrame(
  states: readonly (readonly [clientId: number, clock: number, json: string])[],
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, states.length)
  for (const [clientId, clock, json] of states) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, json)
  }
  const payload = encoding.toUint8Array(encoder)
  return joined(varUints(awareness, payload.length), payload)
}

/** One struct in an update, written by hand: an author, a number and what Yjs would never write so. */
export function handmadeUpdate(author: number, clock: number, content: readonly number[]): Uint8Array {
  return joined(varUints(1, 1, author, clock), Uint8Array.from(content), varUints(0))
}

/** A frame of WebSocket itself, masked as a client has to. Shape: `head` is the first byte: flags and kind. */
export function rawFrame(head: number, payload: Uint8Array, { masked = true } = {}): Uint8Array {
  const mask = masked ? 0x80 : 0
  const length =
    payload.length < 126 ? [mask | payload.length] : [mask | 126, payload.length >> 8, payload.length & 0xff]
  // A mask of zeros changes nothing.
  return joined(Uint8Array.from([head, ...length, ...(masked ? [0, 0, 0, 0] : [])]), payload)
}
