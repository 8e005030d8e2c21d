import { encodeComparisonAnswer, fingerprintOf } from '@schakelbord/shared/protocol/state-comparison'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BoardContent, Snapshot } from '../log/update-log.ts'
import { PackedBoard } from './packed-board.ts'
import { DamagedBoardError, RoomDocument } from './room-document.ts'
import { RoomHarness } from './room-harness.ts'
import type { FakeClient } from './room-harness.ts'
import type { Frame } from './room-socket.ts'
import { readUpdateFacts } from './update-facts.ts'

const principal = 'someone'

function snapshotOf(doc: Y.Doc): Snapshot {
  const stateVector = Y.encodeStateVector(doc)
  return { update: Y.encodeStateAsUpdate(doc), stateVector, deletions: Y.encodeStateAsUpdate(doc, stateVector) }
}

function contentOf(snapshot: Snapshot | undefined, tail: readonly Uint8Array[] = []): BoardContent {
  const records = tail.map((update, index) => ({ seq: index + 1, update, principal, atMs: 1 }))
  return { snapshot, tail: records, lastSeq: tail.length, damagedSeqs: [], claims: [], claimsLiftedUntilMs: 0 }
}

function updateIn(frame: Frame | undefined = []): Uint8Array {
  const decoder = decoding.createDecoder(frame instanceof Uint8Array ? frame : new Uint8Array(Buffer.concat(frame)))
  expect([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]).toEqual([0, 1])
  return decoding.readVarUint8Array(decoder)
}

function factsOf(update: Uint8Array): Exclude<ReturnType<typeof readUpdateFacts>, string> {
  const facts = readUpdateFacts(update)
  if (typeof facts === 'string') throw new Error(facts)
  return facts
}

/** A history of several people: every update, and who had what at which moment. */
function playedOut(script: readonly { readonly who: number; readonly key: number; readonly gone: boolean }[]): {
  readonly updates: readonly Uint8Array[]
  readonly moments: readonly Y.Doc[]
} {
  const writers = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }))
  const updates: Uint8Array[] = []
  const moments: Y.Doc[] = [new Y.Doc()]
  for (const doc of writers) doc.on('update', (update: Uint8Array, origin) => origin === null && updates.push(update))
  for (const { who, key, gone } of script) {
    const doc = writers[who]
    const map = doc?.getMap('activities')
    if (gone) map?.delete(`k${key}`)
    else map?.set(`k${key}`, updates.length)
    for (const other of writers) for (const update of updates.slice(-1)) Y.applyUpdate(other, update, 'heard')
    const moment = new Y.Doc()
    for (const update of updates) Y.applyUpdate(moment, update)
    moments.push(moment)
  }
  return { updates, moments }
}

const scripts = fc.array(fc.record({ who: fc.nat(2), key: fc.nat(4), gone: fc.boolean() }), {
  minLength: 1,
  maxLength: 25,
})

test('whatever somebody has, the bytes tell them what the document would have told', () => {
  fc.assert(
    fc.property(scripts, fc.nat(), fc.nat(), (script, cut, earlier) => {
      const { updates, moments } = playedOut(script)
      const folded = new Y.Doc()
      const cutAt = cut % (updates.length + 1)
      for (const update of updates.slice(0, cutAt)) Y.applyUpdate(folded, update)
      const packed = new PackedBoard(cutAt === 0 ? undefined : snapshotOf(folded), updates.slice(cutAt))
      const whole = moments.at(-1) ?? new Y.Doc()
      expect(Y.decodeStateVector(packed.stateVector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(whole)))

      const asking = moments[earlier % moments.length] ?? new Y.Doc()
      const answer = packed.answerTo(Y.encodeStateVector(asking))
      if (cutAt === updates.length) expect(answer).toBeDefined()
      if (answer !== undefined) {
        Y.applyUpdate(asking, updateIn(answer))
        expect(asking.store.pendingStructs).toBeNull()
        expect(asking.getMap('activities').toJSON()).toEqual(whole.getMap('activities').toJSON())
        expect(Y.equalSnapshots(Y.snapshot(asking), Y.snapshot(whole))).toBe(true)
      }
      const fingerprint = packed.fingerprint()
      if (fingerprint) expect(encodeComparisonAnswer(fingerprint)).toEqual(encodeComparisonAnswer(fingerprintOf(whole)))
    }),
    { numRuns: 300 },
  )
})

test('the bytes know all that was ever written, and nothing that was not', () => {
  fc.assert(
    fc.property(scripts, fc.nat(), (script, cut) => {
      const { updates } = playedOut(script)
      const cutAt = cut % (updates.length + 1)
      const before = new Y.Doc()
      for (const update of updates.slice(0, cutAt)) Y.applyUpdate(before, update)
      const packed = new PackedBoard(snapshotOf(before), [])
      const reader = new Y.Doc()
      Y.applyUpdate(reader, Y.encodeStateAsUpdate(before))
      for (const [index, update] of updates.entries()) {
        let brings = false
        reader.once('update', () => (brings = true))
        const known = packed.knowsAllOf(factsOf(update))
        if (index < cutAt) expect(known).toBe(true)
        Y.applyUpdate(reader, update)
        if (known) expect(brings).toBe(false)
      }
    }),
    { numRuns: 200 },
  )
})

test('whoever has nothing gets the stored bytes themselves, and who has all of them only what was removed', () => {
  const doc = new Y.Doc()
  for (let i = 0; i < 500; i++) doc.getMap('activities').set(`k${i % 100}`, `value ${i}`)
  const snapshot = snapshotOf(doc)
  const packed = new PackedBoard(snapshot, [])
  const whole = packed.answerTo(Uint8Array.of(0))
  expect((whole as readonly Uint8Array[])[1]).toBe(snapshot.update)
  expect(updateIn(whole)).toEqual(snapshot.update)
  expect(updateIn(packed.answerTo(snapshot.stateVector))).toEqual(snapshot.deletions)
})

test('a tail that is heavy beside its snapshot is left to a document, which does not send what was written over', () => {
  const doc = new Y.Doc()
  doc.getMap('activities').set('a', 'x'.repeat(1000))
  const snapshot = snapshotOf(doc)
  const tail: Uint8Array[] = []
  doc.on('update', (update) => tail.push(update))
  for (let i = 0; i < 50; i++) doc.getMap('activities').set('a', 'y'.repeat(1000 + i))
  expect(new PackedBoard(snapshot, tail).answerTo(Uint8Array.of(0))).toBeUndefined()
  const document = new RoomDocument('plan', contentOf(snapshot, tail), RELAY_LIMITS)
  expect(updateIn(document.answerTo(Uint8Array.of(0))).byteLength).toBeLessThan(3000)
})

test('a board that was never folded is sent as what it was made with', () => {
  const doc = new Y.Doc()
  for (let i = 0; i < 50; i++) doc.getMap('activities').set(`k${i % 20}`, i)
  const first = Y.encodeStateAsUpdate(doc)
  const document = new RoomDocument('plan', contentOf(undefined, [first]), RELAY_LIMITS)
  expect(updateIn(document.answerTo(Uint8Array.of(0)))).toEqual(first)
  expect(updateIn(document.answerTo(Y.encodeStateVector(doc)))).toEqual(snapshotOf(doc).deletions)
  expect(document.isPacked).toBe(true)
  expect(encodeComparisonAnswer(fingerprintOf(document.doc))).toEqual(encodeComparisonAnswer(fingerprintOf(doc)))
})

test('a tail that does not follow on its snapshot is a damaged board', () => {
  const doc = new Y.Doc()
  const tail: Uint8Array[] = []
  doc.on('update', (update) => tail.push(update))
  for (let i = 0; i < 3; i++) doc.getMap('activities').set(`k${i}`, i)
  expect(() => new RoomDocument('plan', contentOf(undefined, tail.slice(1)), RELAY_LIMITS)).toThrow(DamagedBoardError)
})

test('a board stays packed while people come, ask, tell what is known and compare; it is unpacked by a change', () => {
  const doc = new Y.Doc()
  for (let i = 0; i < 20; i++) doc.getMap('activities').set(`k${i % 7}`, i)
  const document = new RoomDocument('plan', contentOf(snapshotOf(doc)), RELAY_LIMITS)
  const half = new Y.Doc()
  Y.applyUpdate(half, Y.encodeStateAsUpdate(doc))
  document.stateVector()
  document.answerTo(Uint8Array.of(0))
  document.answerTo(Y.encodeStateVector(half))
  document.comparisonAnswer()
  expect(document.admit(Y.encodeStateAsUpdate(half, document.stateVector()), principal)).toMatchObject({
    ok: true,
    emitted: undefined,
  })
  expect(document.admit(Uint8Array.of(0, 0), principal)).toMatchObject({ ok: true, emitted: undefined })
  expect(document.isPacked).toBe(true)

  let change: Uint8Array = new Uint8Array()
  half.on('update', (update: Uint8Array) => (change = update))
  half.getMap('activities').set('new', 1)
  expect(document.admit(change, principal)).toMatchObject({ ok: true, emitted: change })
  expect(document.isPacked).toBe(false)
  expect(document.doc.getMap('activities').get('new')).toBe(1)
})

test('an open board that nobody changes for a while is packed again, and nobody on it notices', async () => {
  const relay = new RoomHarness({ restAfterMs: 60_000 })
  await relay.makeBoard('plan')
  const [a, b] = [relay.client('plan'), relay.client('plan')]
  await relay.settled()
  a.set('mine', 1)
  await relay.settled()
  relay.clock.advance(59_000)
  await relay.settled()
  b.set('yours', 2)
  await relay.settled()
  relay.clock.advance(59_000)
  await relay.settled()
  expect(relay.observer.opened).toBe(1)
  relay.clock.advance(1000)
  await relay.settled()
  expect(relay.observer.opened).toBe(2)
  expect((await relay.log.read('plan'))?.tail).toEqual([])

  a.set('later', 3)
  await relay.settled()
  const newcomer = relay.client('plan')
  await relay.settled()
  for (const { doc } of [a, b, newcomer]) {
    expect(doc.getMap('activities').toJSON()).toMatchObject({ mine: 1, yours: 2, later: 3 })
  }
  expect([a, b].map(({ closedWith }) => closedWith)).toEqual([undefined, undefined])
})

/** A relay with somebody on a board that was changed a few times since its snapshot. */
async function boardWithTail(): Promise<{ readonly relay: RoomHarness; readonly client: FakeClient }> {
  const relay = new RoomHarness()
  await relay.makeBoard('plan')
  const client = relay.client('plan')
  await relay.settled()
  for (let i = 0; i < 5; i++) {
    client.set('mine', i)
    await relay.settled()
  }
  return { relay, client }
}

test('a stop folds what came after the snapshot, so that the next start reads no more than that', async () => {
  const { relay, client } = await boardWithTail()
  expect((await relay.log.read('plan'))?.tail.length).toBeGreaterThan(1)
  await relay.registry.stop()
  expect(client.closedWith).toBe(1012)
  expect((await relay.log.read('plan'))?.tail).toEqual([])
})

test('a stop does not wait for a fold that takes too long', async () => {
  const { relay } = await boardWithTail()
  relay.log.compact = () => new Promise(() => {})
  const stopped = relay.registry.stop()
  await relay.turn()
  relay.clock.advance(2000)
  await stopped
  expect((await relay.log.read('plan'))?.tail.length).toBeGreaterThan(1)
})

test('a clock that is set back by years asks for no timer longer than the rest itself', async () => {
  const relay = new RoomHarness({ restAfterMs: 60_000 })
  await relay.makeBoard('plan')
  const a = relay.client('plan')
  await relay.settled()
  a.set('mine', 1)
  await relay.settled()
  const asked: number[] = []
  const after = relay.clock.after.bind(relay.clock)
  relay.clock.after = (delayMs, callback) => {
    asked.push(delayMs)
    return after(delayMs, callback)
  }
  const nowMs = relay.clock.nowMs.bind(relay.clock)
  relay.clock.nowMs = () => nowMs() - 10 * 365 * 24 * 3_600_000
  relay.clock.advance(60_000)
  await relay.settled()
  expect(asked).toContain(60_000)
  expect(Math.max(...asked)).toBe(60_000)
})
