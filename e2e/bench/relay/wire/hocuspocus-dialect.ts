import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Dialect, ServerMessage } from './dialect.ts'
import { awarenessEntry, frameOf, readSync } from './y-dialect.ts'

const tags = { sync: 0, awareness: 1, auth: 2, syncReply: 4, syncStatus: 8 } as const
const syncTags = { step1: 0, step2: 1, update: 2 } as const

/** Says who one is; without an authentication hook any token will do. */
function authFrame(room: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  encoding.writeVarUint(encoder, tags.auth)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, 'bench')
  return encoding.toUint8Array(encoder)
}

function read(frame: Uint8Array): ServerMessage {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarString(decoder)
  const tag = decoding.readVarUint(decoder)
  if (tag === tags.sync || tag === tags.syncReply) return readSync(decoder)
  if (tag === tags.syncStatus) return { kind: 'acknowledged', updates: decoding.readVarUint(decoder) }
  return { kind: 'other' }
}

/** y-protocols with the document's name before every frame. Source: @hocuspocus/server 4, `MessageReceiver`. */
export const hocuspocusDialect: Dialect = {
  syncs: true,
  path: () => '/',
  read,
  hello: (room, stateVector) => [authFrame(room), frameOf([tags.sync, syncTags.step1], stateVector, room)],
  step2: (room, update) => frameOf([tags.sync, syncTags.step2], update, room),
  update: (room, update) => frameOf([tags.sync, syncTags.update], update, room),
  awareness: (room, clientId, clock, state) => frameOf([tags.awareness], awarenessEntry(clientId, clock, state), room),
}
