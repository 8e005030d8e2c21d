import * as encoding from 'lib0/encoding'
import { SYNC_TAG, WIRE_TAG } from '@schakelbord/shared/protocol/wire-tag'

function syncFrame(tag: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, WIRE_TAG.sync)
  encoding.writeVarUint(encoder, tag)
  encoding.writeVarUint(encoder, payload.byteLength)
  // A payload may be a whole board: it is copied once, which an encoder that grows with it does not.
  const head = encoding.toUint8Array(encoder)
  const frame = new Uint8Array(head.byteLength + payload.byteLength)
  frame.set(head)
  frame.set(payload, head.byteLength)
  return frame
}

/** Frames what the relay has, so that the client sends what it lacks. */
export function step1Frame(stateVector: Uint8Array): Uint8Array {
  return syncFrame(SYNC_TAG.step1, stateVector)
}

/** Frames the answer to a client's step 1; the client counts as synced when it has read it. */
export function step2Frame(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC_TAG.step2, update)
}

/** Frames a change of somebody else. */
export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC_TAG.update, update)
}

function awarenessHead(count: number, entriesBytes: number): Uint8Array {
  const counter = encoding.createEncoder()
  encoding.writeVarUint(counter, count)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, WIRE_TAG.awareness)
  encoding.writeVarUint(encoder, encoding.length(counter) + entriesBytes)
  encoding.writeVarUint(encoder, count)
  return encoding.toUint8Array(encoder)
}

/**
 * Presence entries that are encoded already, laid end to end once for all receivers: whoever speaks gets the strip
 * without the piece that is their own. Source: y-protocols/awareness.
 */
export class EntryStrip {
  readonly #bytes: Uint8Array
  /** Where each entry begins, and where the last one ends. */
  readonly #starts: readonly number[]
  #whole: Uint8Array | undefined

  constructor(entries: readonly Uint8Array[]) {
    const starts = [0]
    for (const entry of entries) starts.push((starts.at(-1) ?? 0) + entry.byteLength)
    this.#starts = starts
    this.#bytes = new Uint8Array(starts.at(-1) ?? 0)
    entries.forEach((entry, index) => this.#bytes.set(entry, starts[index]))
  }

  /** The frame of all entries, or of all but one; `undefined` where nothing is left. */
  frameWithout(index: number | undefined): Uint8Array | undefined {
    const count = this.#starts.length - 1
    if (index === undefined) {
      if (count === 0) return undefined
      this.#whole ??= this.#cut(count, 0, 0)
      return this.#whole
    }
    return count <= 1 ? undefined : this.#cut(count - 1, this.#starts[index] ?? 0, this.#starts[index + 1] ?? 0)
  }

  #cut(count: number, from: number, to: number): Uint8Array {
    const left = this.#bytes.byteLength - (to - from)
    const head = awarenessHead(count, left)
    const frame = new Uint8Array(head.byteLength + left)
    frame.set(head)
    frame.set(this.#bytes.subarray(0, from), head.byteLength)
    frame.set(this.#bytes.subarray(to), head.byteLength + from)
    return frame
  }
}

/**
 * A frame that says nothing.
 *
 * y-websocket takes half a minute without a frame for a dead line; pings of the transport do not count for it.
 */
export const emptyFrame: Uint8Array = awarenessHead(0, 0)
