import * as Y from 'yjs'
/** Numbers, one after the other, as lib0 writes them. */
export declare function varUints(...numbers: readonly number[]): Uint8Array
/** Bytes, one after the other. */
export declare function joined(...parts: readonly Uint8Array[]): Uint8Array
/** A question for what one lacks. */
export declare function step1(stateVector: Uint8Array): Uint8Array
/** An answer to such a question. */
export declare function step2(update: Uint8Array): Uint8Array
/** A change. */
export declare function updateFrame(update: Uint8Array): Uint8Array
/** A change made by a function on a document of its own. */
export declare function updateBy(change: (doc: Y.Doc) => void, author?: number): Uint8Array
/** What windows tell of themselves. */
export declare function awarenessFrame(
  states: readonly (readonly [clientId: number, clock: number, json: string])[],
): Uint8Array
/** One struct in an update, written by hand: an author, a number and what Yjs would never write so. */
export declare function handmadeUpdate(author: number, clock: number, content: readonly number[]): Uint8Array
/** A frame of WebSocket itself, masked as a client has to. Shape: `head` is the first byte: flags and kind. */
export declare function rawFrame(
  head: number,
  payload: Uint8Array,
  {
    masked,
  }?: {
    masked?: boolean | undefined
  },
): Uint8Array
