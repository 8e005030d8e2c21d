import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { beforeEach, describe, expect, test } from 'vitest'
import { encodeComparisonQuestion } from '@schakelbord/shared/protocol/state-comparison'
import { SYNC_TAG, WIRE_TAG } from '@schakelbord/shared/protocol/wire-tag'
import { RoomHarness } from './room-harness.ts'

/** What a message may do to others: change the document, change who is there, be answered – or end the line. */
type Effect = 'writes' | 'shows' | 'is answered' | 'nothing' | 'ends the line'
type Role = 'writer' | 'reader'

/** Every message there is: the tags of the wire, and for those of sync their kinds. */
type Message = Exclude<keyof typeof WIRE_TAG, 'sync'> | keyof typeof SYNC_TAG

const change = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.getMap('activities').set('written', 1)
  return Y.encodeStateAsUpdate(doc)
}

function frame(...parts: readonly (number | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else encoding.writeVarUint8Array(encoder, part)
  }
  return encoding.toUint8Array(encoder)
}

function presence(): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, 77, 1]) encoding.writeVarUint(encoder, number)
  encoding.writeVarString(encoder, '{"user":{"name":"Noor"}}')
  return encoding.toUint8Array(encoder)
}

/**
 * What each message may do, by role. A message that is added to the wire is missing here until somebody has thought
 * about it: then this does not compile.
 */
const rights = {
  step1: {
    frame: () => frame(WIRE_TAG.sync, SYNC_TAG.step1, Uint8Array.of(0)),
    writer: 'is answered',
    reader: 'is answered',
  },
  step2: { frame: () => frame(WIRE_TAG.sync, SYNC_TAG.step2, change()), writer: 'writes', reader: 'nothing' },
  update: { frame: () => frame(WIRE_TAG.sync, SYNC_TAG.update, change()), writer: 'writes', reader: 'nothing' },
  awareness: { frame: () => frame(WIRE_TAG.awareness, presence()), writer: 'shows', reader: 'shows' },
  queryAwareness: { frame: () => frame(WIRE_TAG.queryAwareness), writer: 'is answered', reader: 'is answered' },
  comparison: { frame: () => encodeComparisonQuestion('asked'), writer: 'is answered', reader: 'is answered' },
  auth: { frame: () => frame(WIRE_TAG.auth, 0), writer: 'ends the line', reader: 'ends the line' },
  durableAck: { frame: () => frame(WIRE_TAG.durableAck, 1), writer: 'ends the line', reader: 'ends the line' },
} as const satisfies Record<Message, { readonly frame: () => Uint8Array } & Record<Role, Effect>>

const named = new Set<number>(Object.values(WIRE_TAG))
const kinds = new Set<number>(Object.values(SYNC_TAG))

let relay: RoomHarness

beforeEach(async () => {
  relay = new RoomHarness()
  await relay.makeBoard('plan')
})

/** Lets one socket of a role say one thing, and says what came of it for the others. */
async function effectOf(role: Role, said: Uint8Array): Promise<Effect> {
  const witness = relay.client('plan')
  witness.sayAwareness([[1, 1, {}]])
  const client = relay.client('plan', { mayWrite: role === 'writer' })
  await relay.settled()
  relay.clock.advance(1000)
  const before = client.sent.length
  const stored = (await relay.log.read('plan'))?.tail.length
  client.say(said)
  await relay.settled()
  relay.clock.advance(1000)
  await relay.settled()
  if (client.closedWith !== undefined) return 'ends the line'
  if ((await relay.log.read('plan'))?.tail.length !== stored || witness.get('written') !== undefined) return 'writes'
  if (witness.presence.has(77)) return 'shows'
  // An acknowledgement belongs to a write; everything else that comes back is an answer.
  return client.sent.length > before ? 'is answered' : 'nothing'
}

describe('what each message may do, by role', () => {
  const table = Object.entries(rights).flatMap(([message, entry]) =>
    (['writer', 'reader'] as const).map((role) => [message, role, entry[role], entry.frame] as const),
  )

  test.each(table)('%s of a %s: %s', async (_message, role, effect, said) => {
    expect(await effectOf(role, said())).toBe(effect)
  })

  test.each(['writer', 'reader'] as const)('every other number of a %s ends the line', async (role) => {
    for (let tag = 0; tag < 256; tag++) {
      if (named.has(tag)) continue
      expect(await effectOf(role, frame(tag, change()))).toBe('ends the line')
    }
    for (let kind = 0; kind < 256; kind++) {
      if (kinds.has(kind)) continue
      expect(await effectOf(role, frame(WIRE_TAG.sync, kind, change()))).toBe('ends the line')
    }
  })

  test('a reader’s change is not stored, shown or kept aside, however it is packed', async () => {
    const reader = relay.client('plan', { mayWrite: false })
    const witness = relay.client('plan')
    await relay.settled()
    reader.set('sneaky', 1)
    reader.sayUpdate(Y.mergeUpdates([Y.encodeStateAsUpdate(witness.doc), change()]))
    reader.sayUpdate(Y.encodeStateAsUpdate(reader.doc))
    reader.doc.getMap('activities').delete('c01')
    await relay.settled()
    expect(witness.get('c01')).toEqual({ id: 'c01', title: 'first' })
    expect([witness.get('sneaky'), witness.get('written')]).toEqual([undefined, undefined])
    expect((await relay.log.read('plan'))?.tail).toHaveLength(1)
    expect(await relay.log.listQuarantine('plan')).toEqual([])
    expect(reader.acked).toBe(0)
  })
})
