import * as encoding from 'lib0/encoding'
import { SYNC_TAG, WIRE_TAG } from '@schakelbord/shared/protocol/wire-tag'

function syncFrame(tag: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, WIRE_TAG.sync)
  encoding.writeVarUint(encoder, tag)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
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

/** Frames presence entries that are encoded already. Source: y-protocols/awareness. */
export function awarenessFrame(entries: readonly Uint8Array[]): Uint8Array {
  const payload = encoding.createEncoder()
  encoding.writeVarUint(payload, entries.length)
  for (const entry of entries) encoding.writeUint8Array(payload, entry)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, WIRE_TAG.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(payload))
  return encoding.toUint8Array(encoder)
}

/**
 * A frame that says nothing.
 *
 * y-websocket takes half a minute without a frame for a dead line; pings of the transport do not count for it.
 */
export const emptyFrame: Uint8Array = awarenessFrame([])
