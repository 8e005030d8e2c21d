import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Dialect, ServerMessage } from './dialect.ts'

const tags = { sync: 0, awareness: 1, durableAck: 121 } as const
const syncTags = { step1: 0, step2: 1, update: 2 } as const

/** Builds a frame of numbers and one piece of bytes. */
export function frameOf(numbers: readonly number[], bytes: Uint8Array, room?: string): Uint8Array {
  const encoder = encoding.createEncoder()
  if (room !== undefined) encoding.writeVarString(encoder, room)
  for (const number of numbers) encoding.writeVarUint(encoder, number)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** Encodes one entry of presence. Source: y-protocols/awareness. */
export function awarenessEntry(clientId: number, clock: number, state: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, state)
  return encoding.toUint8Array(encoder)
}

/** Reads what follows the tag of a sync message. */
export function readSync(decoder: decoding.Decoder): ServerMessage {
  const kind = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (kind === syncTags.step1) return { kind: 'step1', stateVector: bytes }
  return { kind: kind === syncTags.step2 ? 'step2' : 'update', update: bytes }
}

function read(frame: Uint8Array): ServerMessage {
  const decoder = decoding.createDecoder(frame)
  const tag = decoding.readVarUint(decoder)
  if (tag === tags.sync) return readSync(decoder)
  if (tag === tags.durableAck) return { kind: 'acknowledged', updates: decoding.readVarUint(decoder) }
  return { kind: 'other' }
}

/** Plain y-websocket. Source: y-websocket 3, y-protocols. */
export function yDialect(path: (room: string) => string, syncs = true): Dialect {
  return {
    syncs,
    path,
    read,
    hello: (_room, stateVector) => (syncs ? [frameOf([tags.sync, syncTags.step1], stateVector)] : []),
    step2: (_room, update) => frameOf([tags.sync, syncTags.step2], update),
    update: (_room, update) => frameOf([tags.sync, syncTags.update], update),
    awareness: (_room, clientId, clock, state) => frameOf([tags.awareness], awarenessEntry(clientId, clock, state)),
  }
}
