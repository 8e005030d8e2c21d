import 'temporal-polyfill/global'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { renameBoard } from '@schakelbord/shared/commands/rename-board'
import { openBoardDocument } from '@schakelbord/shared/model/board-document'
import { BoardSession } from './board-session.ts'
import { SESSION_PACE } from './session-pace.ts'
import { FakeRelay } from './testing/fake-relay.ts'

const BRAM = { id: 'bram', name: 'Bram' }
/** Looks again at once; every other look is the test's own. */
const pace = { ...SESSION_PACE, compareAgainMs: 0 }

let relay: FakeRelay
let indexedDB: IDBFactory
let reloads = 0
const opened: BoardSession[] = []

async function openSession(): Promise<BoardSession> {
  const surroundings = {
    syncUrl: 'ws://relay/sync',
    WebSocket: relay.WebSocket,
    indexedDB,
    pace,
    reload: () => reloads++,
  }
  const session = await BoardSession.open('plan', surroundings)
  opened.push(session)
  return session
}

/** Resolves when the session has put its next question. */
async function asked(count: number, acknowledging = true): Promise<void> {
  await expect
    .poll(() => {
      const updates = relay.read()
      if (acknowledging) relay.acknowledge(updates)
      return relay.steps.length
    })
    .toBe(count)
}

beforeEach(() => {
  relay = new FakeRelay()
  reloads = 0
  relay.doc.getMap('meta').set('schemaVersion', 1)
  relay.doc.getMap('board').set('board', { title: 'Jaarplan' })
  indexedDB = new IDBFactory()
})

afterEach(async () => {
  await Promise.all(opened.splice(0).map((session) => session.close()))
})

test('a colleague’s change that was lost on its way is found and fetched', async () => {
  const session = await openSession()
  relay.greet()
  // The relay passed this on, and it never came.
  renameBoard(openBoardDocument(relay.doc), BRAM, { title: 'Van Bram' })
  session.compareNow()
  await asked(1)
  relay.sayWhatItHolds()
  await asked(2)
  expect(session.view.info().title).toBe('Jaarplan')
  relay.sayWhatItHolds()
  await asked(3)
  expect(session.view.info().title).toBe('Van Bram')
  relay.sayWhatItHolds()
  expect(relay.steps).toEqual(['asked', 'unequal', 'resynced'])
  expect(session.repairs).toBe(1)
  expect(session.status.saved).toEqual({ kind: 'saved' })
})

test('a removal that was lost is found although nothing was added', async () => {
  const session = await openSession()
  const cards = relay.doc.getMap('activities')
  cards.set('c01', { id: 'c01', title: 'Poëzee' })
  relay.greet()
  expect(session.doc.getMap('activities').has('c01')).toBe(true)
  cards.delete('c01')
  session.compareNow()
  for (let count = 1; count <= 3; count++) {
    await asked(count)
    relay.sayWhatItHolds()
  }
  expect(session.doc.getMap('activities').has('c01')).toBe(false)
})

test('a change of ours that is under way is no divergence', async () => {
  const session = await openSession()
  relay.greet()
  session.run(renameBoard, { title: 'Onderweg' })
  session.compareNow()
  relay.sayWhatItHolds()
  expect(session.status.saved).toEqual({ kind: 'saving', changes: 1 })
  await asked(2)
  relay.sayWhatItHolds()
  expect(relay.steps).toEqual(['asked', 'asked'])
  expect(session.repairs).toBe(0)
})

test('an acknowledgement that was lost does not leave the badge at saving for ever', async () => {
  const session = await openSession()
  relay.greet()
  session.run(renameBoard, { title: 'Bewaard, maar niet gehoord' })
  relay.read()
  session.compareNow()
  for (let count = 1; count <= 3; count++) {
    await asked(count, false)
    relay.sayWhatItHolds()
  }
  expect(relay.sockets).toHaveLength(2)
  relay.greet()
  expect(session.status.saved).toEqual({ kind: 'saved' })
  expect(session.repairs).toBe(1)
})

/** The relay says that it holds something that it does not give. */
async function comeApartForGood(session: BoardSession): Promise<void> {
  const real = relay.doc
  session.compareNow()
  for (let count = 1; count <= 6; count++) {
    await asked(count)
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(real))
    other.getMap('board').set('board/title', 'Nergens')
    relay.sayWhatItHolds(other)
    if (count === 3) layAnew(session)
  }
}

/** The line was laid anew: the relay greets it, and the session is asked to look once more. */
function layAnew(session: BoardSession): void {
  expect(relay.sockets).toHaveLength(2)
  relay.open()
  relay.read()
  session.compareNow()
}

test('what cannot be brought together is kept aside, the relay is told, and the window begins anew', async () => {
  const session = await openSession()
  relay.greet()
  await comeApartForGood(session)
  await expect.poll(() => reloads).toBe(1)
  relay.read()
  expect(relay.steps.at(-1)).toBe('reloaded')
  const [aside, ...more] = await session.copiesAside.list()
  expect(aside?.told).toBe(false)
  expect(more).toEqual([])
  const kept = await session.documentAside(aside?.key ?? 0)
  expect(kept?.getMap('board').toJSON()).toEqual(session.doc.getMap('board').toJSON())
  const after = await openSession()
  expect(after.status.contents).toBe('waiting')
  relay.greet()
  expect(after.view.info().title).toBe('Jaarplan')
})

test('with changes that only this device has, the person decides', async () => {
  const session = await openSession()
  relay.greet()
  relay.socket.drop(1006)
  session.run(renameBoard, { title: 'Alleen hier' })
  session.reconnect()
  relay.open()
  // Our change is read, and never acknowledged.
  relay.read()
  const other = new Y.Doc()
  other.getMap('board').set('board/title', 'Nergens')
  session.compareNow()
  for (let count = 1; count <= 6; count++) {
    await asked(count, false)
    relay.sayWhatItHolds(other)
    if (count !== 3) continue
    expect(relay.sockets).toHaveLength(3)
    relay.open()
    relay.read()
    session.compareNow()
  }
  expect(session.status.saved).toEqual({ kind: 'sent-away', changes: 1, reason: 'diverged' })
  expect(reloads).toBe(0)
})
