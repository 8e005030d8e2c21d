import * as Y from 'yjs'
import { beforeEach, describe, expect, test } from 'vitest'
import { RoomHarness } from './room-harness.ts'
import type { FakeClient } from './room-harness.ts'

let relay: RoomHarness

beforeEach(async () => {
  relay = new RoomHarness()
  await relay.makeBoard('plan')
})

const author = 5

/** All that somebody with the author id says they ever wrote. */
function pastOf(...changes: readonly ((doc: Y.Doc) => void)[]): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = author
  for (const change of changes) change(doc)
  return Y.encodeStateAsUpdate(doc)
}

/** What the relay has in memory, what its log says when it is read anew, and what a client holds: one and the same. */
async function expectOneBoard(client: FakeClient): Promise<void> {
  const live = await relay.registry.read('plan', (doc) => Y.snapshot(doc))
  const content = await relay.log.read('plan')
  const replayed = new Y.Doc()
  if (content?.snapshot) Y.applyUpdate(replayed, content.snapshot.update)
  for (const { update } of content?.tail ?? []) Y.applyUpdate(replayed, update)
  const folded = new Y.Doc()
  Y.applyUpdate(folded, Y.encodeStateAsUpdate(replayed))
  for (const doc of [replayed, folded, client.doc]) expect(Y.equalSnapshots(Y.snapshot(doc), live)).toBe(true)
}

async function tell(...pasts: readonly Uint8Array[]): Promise<{ hostile: FakeClient; witness: FakeClient }> {
  const [hostile, witness] = [relay.client('plan'), relay.client('plan')]
  await relay.settled()
  for (const past of pasts) {
    hostile.sayUpdate(past)
    await relay.settled()
  }
  return { hostile, witness }
}

describe('somebody who tells their past otherwise than before', () => {
  test('so that an entry of a map would have several values: 4422', async () => {
    const first = pastOf(
      (doc) => doc.getMap('somewhere').set('k', 1),
      (doc) => doc.getMap('somewhere').delete('k'),
    )
    const otherwise = pastOf((doc) => doc.getArray('list').push([1, 'two', { three: 3 }]))
    const { hostile, witness } = await tell(first, otherwise)
    expect(hostile.closedWith).toBe(4422)
    await expectOneBoard(witness)
  })

  test('so that an entry of a map would have a neighbour on its right: 4422', async () => {
    const first = pastOf(
      (doc) => doc.getMap('somewhere').set('k', 1),
      (doc) => doc.getMap('somewhere').set('k', 2),
    )
    const otherwise = pastOf(
      (doc) => doc.getText('note').insert(0, 'ab'),
      (doc) => doc.getText('note').insert(1, 'x'),
    )
    const { hostile, witness } = await tell(first, otherwise)
    expect(hostile.closedWith).toBe(4422)
    await expectOneBoard(witness)
  })

  test('so that something would hang between two places: 4422', async () => {
    const first = pastOf(
      (doc) => doc.getArray('one').push([1]),
      (doc) => doc.getArray('other').push([1]),
    )
    const otherwise = pastOf(
      (doc) => doc.getText('note').insert(0, 'ab'),
      (doc) => doc.getText('note').insert(1, 'x'),
    )
    const { hostile, witness } = await tell(first, otherwise)
    expect(hostile.closedWith).toBe(4422)
    await expectOneBoard(witness)
  })

  test('and goes on with a list where the past was one too: taken, and the same for everybody', async () => {
    const first = pastOf((doc) => doc.getArray('one').push([1]))
    const otherwise = pastOf((doc) => doc.getArray('two').push([1, 2, 3]))
    const { hostile, witness } = await tell(first, otherwise)
    expect(hostile.closedWith).toBeUndefined()
    expect(witness.doc.getArray('one').toJSON()).toEqual([1, 2, 3])
    expect(witness.doc.getArray('two').toJSON()).toEqual([])
    await expectOneBoard(witness)
  })
})

test('a part of no length is no update: 4400', async () => {
  // One struct of author 5: a string in a root "a" with nothing in it.
  const { hostile, witness } = await tell(Uint8Array.of(1, 1, 5, 0, 4, 1, 1, 97, 0, 0))
  expect(hostile.closedWith).toBe(4400)
  await expectOneBoard(witness)
})

test('an author who is named twice, the second time with nothing, is read by nobody: 4400', async () => {
  // An entry of author 5 in a root "a", and then author 5 again without anything. Yjs applies the second, but merges both.
  const entry = [0x28, 1, 1, 97, 1, 107, 1, 125, 1]
  const [hostile, honest, witness] = [relay.client('plan'), relay.client('plan'), relay.client('plan')]
  await relay.settled()
  honest.set('of the same window', 1)
  hostile.sayUpdate(Uint8Array.of(2, 1, 5, 0, ...entry, 0, 5, 0, 0))
  await relay.settled()
  await relay.settled()
  expect(hostile.closedWith).toBe(4400)
  expect(witness.doc.getMap('a').size).toBe(0)
  expect(witness.get('of the same window')).toBe(1)
  await expectOneBoard(witness)
})
