import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { beforeEach, expect, test } from 'vitest'
import { WIRE_TAG } from '@schakelbord/shared/protocol/wire-tag'
import {
  encodeComparisonQuestion,
  fingerprintOf,
  readComparisonAnswer,
  type StateFingerprint,
} from '@schakelbord/shared/protocol/state-comparison'
import { RoomHarness, type FakeClient } from './room-harness.ts'

let relay: RoomHarness

beforeEach(async () => {
  relay = new RoomHarness()
  await relay.makeBoard('plan')
})

/** The frames with which the relay told a client what it holds. */
function answersTo({ sent }: FakeClient): readonly Uint8Array[] {
  return sent.filter((frame) => frame[0] === WIRE_TAG.comparison)
}

function lastAnswerTo(client: FakeClient): StateFingerprint {
  const decoder = decoding.createDecoder(answersTo(client).at(-1) ?? new Uint8Array())
  decoding.readVarUint(decoder)
  return readComparisonAnswer(decoder)
}

async function waited(): Promise<void> {
  await relay.settled()
  relay.clock.advance(1_000)
  await relay.settled()
}

test('whoever asks is told what the relay holds, once it is on disk; the answer is made once for all', async () => {
  const [a, b] = [relay.client('plan'), relay.client('plan')]
  await relay.settled()
  a.set('mine', 1)
  b.doc.getMap('activities').delete('c01')
  for (const client of [a, b]) client.say(encodeComparisonQuestion('asked'))
  await waited()
  expect(lastAnswerTo(a)).toEqual(fingerprintOf(a.doc))
  expect(fingerprintOf(b.doc)).toEqual(fingerprintOf(a.doc))
  expect(answersTo(a)[0]).toBe(answersTo(b)[0])
  expect(relay.observer.comparisons).toEqual(['asked', 'asked'])
})

test('nothing is answered from changes that are not on disk', async () => {
  const a = relay.client('plan')
  await relay.settled()
  const before = fingerprintOf(a.doc)
  relay.log.hold()
  a.set('mine', 1)
  relay.clock.advance(10)
  await relay.turn()
  a.say(encodeComparisonQuestion('asked'))
  relay.clock.advance(1_000)
  await relay.turn()
  expect(answersTo(a)).toEqual([])
  relay.log.release()
  await relay.settled()
  expect(lastAnswerTo(a)).toEqual(fingerprintOf(a.doc))
  expect(lastAnswerTo(a)).not.toEqual(before)
})

test('a client that lost a frame is told something else than it has', async () => {
  const [a, b] = [relay.client('plan'), relay.client('plan')]
  await relay.settled()
  const lost = Y.encodeStateAsUpdate(b.doc)
  a.set('c01', { id: 'c01', title: 'other' })
  await relay.settled()
  a.say(encodeComparisonQuestion('unequal'))
  await waited()
  const deaf = new Y.Doc()
  Y.applyUpdate(deaf, lost)
  expect(lastAnswerTo(a)).toEqual(fingerprintOf(b.doc))
  expect(lastAnswerTo(a)).not.toEqual(fingerprintOf(deaf))
})

test('who left meanwhile is not answered, and a board that idles is not kept for it', async () => {
  const a = relay.client('plan')
  await relay.settled()
  a.say(encodeComparisonQuestion('asked'))
  a.leave()
  await waited()
  expect(answersTo(a)).toEqual([])
  relay.clock.advance(60_000)
  await relay.settled()
  expect(relay.registry.counts.rooms).toBe(0)
})

test.each([
  ['a step that does not exist', Uint8Array.of(WIRE_TAG.comparison, 4), {}],
  ['no step', Uint8Array.of(WIRE_TAG.comparison), {}],
  ['more than a step', Uint8Array.of(WIRE_TAG.comparison, 0, 0), {}],
  ['a question from a client that did not ask for v=1', encodeComparisonQuestion('asked'), { wantsAck: false }],
])('%s is no frame of the protocol: 4400', async (_what, frame, session) => {
  const a = relay.client('plan', session)
  await relay.settled()
  a.say(frame)
  expect(a.closedWith).toBe(4400)
})

test('a reader may compare', async () => {
  const a = relay.client('plan', { mayWrite: false })
  await relay.settled()
  a.say(encodeComparisonQuestion('asked'))
  await waited()
  expect(answersTo(a)).toHaveLength(1)
})
