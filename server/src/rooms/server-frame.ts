import * as encoding from 'lib0/encoding'
import { encodeDurableAck } from '@schakelbord/shared/protocol/durable-ack'
import { SYNC_TAG, WIRE_TAG } from '@schakelbord/shared/protocol/wire-tag'
import { lengthOf } from './room-socket.ts'
import type { Frame } from './room-socket.ts'

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(lengthOf(pieces))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}

function syncPieces(tag: number, payload: Uint8Array): readonly [head: Uint8Array, payload: Uint8Array] {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, WIRE_TAG.sync)
  encoding.writeVarUint(encoder, tag)
  encoding.writeVarUint(encoder, payload.byteLength)
  return [encoding.toUint8Array(encoder), payload]
}

function syncFrame(tag: number, payload: Uint8Array): Uint8Array {
  return joined(syncPieces(tag, payload))
}

/** Frames what the relay has, so that the client sends what it lacks. */
export function step1Frame(stateVector: Uint8Array): Uint8Array {
  return syncFrame(SYNC_TAG.step1, stateVector)
}

/**
 * Frames the answer to a client's step 1; the client counts as synced when it has read it.
 *
 * Shape: pieces, since it may be a whole board, which lies in memory once.
 */
export function step2Frame(update: Uint8Array): Frame {
  return syncPieces(SYNC_TAG.step2, update)
}

/** Frames a change of somebody else. */
export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC_TAG.update, update)
}

const commonAcks = Array.from({ length: 16 }, (_, count) => encodeDurableAck(count))

/** Says how many more of a socket's changes are on disk; mostly it is one, and the frame is there already. */
export function ackFrame(count: number): Uint8Array {
  return commonAcks[count] ?? encodeDurableAck(count)
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
  frameWithout(index: number | undefined): Frame | undefined {
    const count = this.#starts.length - 1
    if (index === undefined) {
      if (count === 0) return undefined
      this.#whole ??= joined([awarenessHead(count, this.#bytes.byteLength), this.#bytes])
      return this.#whole
    }
    return count <= 1 ? undefined : this.#cut(count - 1, this.#starts[index] ?? 0, this.#starts[index + 1] ?? 0)
  }

  #cut(count: number, from: number, to: number): Frame {
    const head = awarenessHead(count, this.#bytes.byteLength - (to - from))
    return [head, this.#bytes.subarray(0, from), this.#bytes.subarray(to)]
  }
}

/**
 * A frame that says nothing.
 *
 * y-websocket takes half a minute without a frame for a dead line; pings of the transport do not count for it.
 */
export const emptyFrame: Uint8Array = awarenessHead(0, 0)
