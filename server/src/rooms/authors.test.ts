import * as Y from 'yjs'
import { beforeEach, describe, expect, test } from 'vitest'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import { anonymousPrincipal } from './author-table.ts'
import { RoomHarness } from './room-harness.ts'
import type { FakeClient } from './room-harness.ts'

let relay: RoomHarness

beforeEach(async () => {
  relay = new RoomHarness()
  await relay.makeBoard('plan')
})

async function joined(principal: string, doc = new Y.Doc()): Promise<FakeClient> {
  const client = relay.newClient(doc).join(relay.registry, 'plan', { principal })
  await relay.settled()
  return client
}

const stored = (key: string): Promise<unknown> =>
  relay.registry.read('plan', (doc) => doc.getMap('activities').get(key))

/** What somebody writes under the author id of a victim, after all that is known of the victim. */
function forgery(victim: Y.Doc, change: (doc: Y.Doc) => void, known = victim): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(known))
  doc.clientID = victim.clientID
  const before = Y.encodeStateVector(doc)
  change(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

describe('an author id belongs to whoever wrote under it first', () => {
  test('a change under the id of somebody who is offline is refused whole with 4403, and theirs arrives', async () => {
    const noor = await joined('noor')
    noor.set('before', 1)
    await relay.settled()
    noor.leave()
    const forged = forgery(noor.doc, (doc) => doc.getMap('activities').set('c01', 'forged'))
    noor.set('written offline', 2)
    const colleague = await joined('sam')

    const forger = await joined('mallory')
    forger.sayUpdate(forged)
    await relay.settled()
    expect(forger.closedWith).toBe(4403)
    expect(relay.observer.refusals.map(({ close }) => close)).toEqual(['noRight'])
    expect(await stored('c01')).toEqual({ id: 'c01', title: 'first' })

    await joined('noor', noor.doc)
    expect(colleague.get('written offline')).toBe(2)
    expect(await stored('written offline')).toBe(2)
    expect(await relay.log.listQuarantine('plan')).toEqual([])
  })

  test('one foreign id among own changes is enough to refuse all of them', async () => {
    const noor = await joined('noor')
    noor.set('before', 1)
    await relay.settled()
    const forged = forgery(noor.doc, (doc) => doc.getMap('activities').set('x', 'forged'))
    const forger = await joined('mallory')
    const own = new Y.Doc()
    own.getMap('activities').set('own', 1)
    forger.sayUpdate(Y.mergeUpdates([Y.encodeStateAsUpdate(own), forged]))
    await relay.settled()
    expect(forger.closedWith).toBe(4403)
    expect(await stored('own')).toBeUndefined()
    expect(noor.closedWith).toBeUndefined()
  })

  test('repeating what others wrote, and removing it, is everybody’s right', async () => {
    const noor = await joined('noor')
    noor.set('k', 1)
    await relay.settled()
    const sam = await joined('sam')
    sam.sayUpdate(Y.encodeStateAsUpdate(sam.doc))
    sam.doc.getMap('activities').delete('k')
    await relay.settled()
    expect(sam.closedWith).toBeUndefined()
    expect(await stored('k')).toBeUndefined()
  })

  test('it still does after the room was closed, the log compacted, and the board opened anew', async () => {
    relay = new RoomHarness({ compactAfterRecords: 2 })
    await relay.makeBoard('plan')
    const noor = await joined('noor')
    for (let i = 0; i < 9; i++) {
      noor.set(`k${i}`, i)
      await relay.settled()
    }
    noor.leave()
    relay.clock.advance(60_000)
    await relay.settled()
    expect(relay.registry.counts.rooms).toBe(0)
    const forger = await joined('mallory')
    forger.sayUpdate(forgery(noor.doc, (doc) => doc.getMap('activities').set('x', 1)))
    await relay.settled()
    expect(forger.closedWith).toBe(4403)
    const again = await joined('noor', noor.doc)
    again.set('y', 2)
    await relay.settled()
    expect(await stored('y')).toBe(2)
  })

  test('a change that could not be stored claims nothing', async () => {
    const noor = await joined('noor')
    relay.log.failing = true
    noor.set('x', 1)
    await relay.settled()
    expect(noor.closedWith).toBe(4503)
    relay.log.failing = false
    relay.clock.advance(1000)
    await relay.settled()
    expect((await relay.log.read('plan'))?.claims).toEqual([])
  })

  test('whoever shows no device shares what they write with everybody, and takes nothing that is somebody’s', async () => {
    const nobody = await joined(anonymousPrincipal)
    nobody.set('x', 1)
    const noor = await joined('noor')
    noor.set('y', 1)
    await relay.settled()
    nobody.leave()
    // A browser that got its device only later goes on with what it wrote before.
    const later = await joined('device', nobody.doc)
    later.set('z', 1)
    await relay.settled()
    expect(await stored('z')).toBe(1)
    const forger = await joined(anonymousPrincipal)
    forger.sayUpdate(forgery(noor.doc, (doc) => doc.getMap('activities').set('y', 'forged')))
    await relay.settled()
    expect(forger.closedWith).toBe(4403)
  })

  test('the server’s own id is not to be had', async () => {
    const edited = relay.registry.edit('plan', 'noor', (doc) => doc.getMap('board').set('title', 'x'))
    await relay.settled()
    await edited
    const author = await relay.registry.read('plan', (doc) => doc.clientID)
    expect((await relay.log.read('plan'))?.claims).toEqual([{ principal: 'server', authors: [author] }])
  })

  test('after an older backup was put back, people may hand in what others wrote, and nobody claims it', async () => {
    const noor = await joined('noor')
    noor.set('old', 1)
    await relay.settled()
    await relay.log.liftClaims(relay.clock.nowMs() + 1000)
    noor.leave()
    relay.clock.advance(60_000)
    await relay.settled()
    await relay.log.liftClaims(relay.clock.nowMs() + 60_000)

    const newer = forgery(noor.doc, (doc) => doc.getMap('activities').set('newer', 2))
    const stranger = new Y.Doc()
    stranger.getMap('activities').set('of a third', 3)
    const witness = await joined('sam')
    witness.sayUpdate(newer)
    witness.sayUpdate(Y.encodeStateAsUpdate(stranger))
    await relay.settled()
    expect(await stored('newer')).toBe(2)
    expect((await relay.log.read('plan'))?.claims.map(({ principal }) => principal)).toEqual(['noor'])

    relay.clock.advance(60_000)
    await relay.settled()
    const third = await joined('third', stranger)
    third.set('goes on', 4)
    await relay.settled()
    expect(await stored('goes on')).toBe(4)
    witness.sayUpdate(forgery(noor.doc, (doc) => doc.getMap('activities').set('newest', 5), third.doc))
    await relay.settled()
    expect(witness.closedWith).toBe(4403)
    expect(await stored('newest')).toBeUndefined()
  })
})

test('a board takes no more authors than it can hold for everybody: 4413', async () => {
  relay = new RoomHarness({ limits: { ...RELAY_LIMITS, maxAuthorsPerBoard: 5 } })
  await relay.makeBoard('plan')
  const clients: FakeClient[] = []
  for (let i = 0; i < 6; i++) {
    const client = await joined(`p${i}`)
    client.set(`k${i}`, i)
    await relay.settled()
    clients.push(client)
  }
  expect(clients.map(({ closedWith }) => closedWith)).toEqual([undefined, undefined, undefined, undefined, 4413, 4413])
  clients[0]?.set('goes on', 1)
  await relay.settled()
  expect(await stored('goes on')).toBe(1)
})
