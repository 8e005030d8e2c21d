import 'temporal-polyfill/global'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { editActivity } from '@schakelbord/shared/commands/edit-activity'
import { moveActivity } from '@schakelbord/shared/commands/move-activity'
import { renameBoard } from '@schakelbord/shared/commands/rename-board'
import { plainDate } from '@schakelbord/shared/calendar/plain-date'
import { openBoardDocument } from '@schakelbord/shared/model/board-document'
import { BoardSession, type Notice } from './board-session.ts'
import { SESSION_PACE } from './session-pace.ts'
import { FakeRelay } from './testing/fake-relay.ts'

const BRAM = { id: 'bram', name: 'Bram' }

/** The first content of a board, as the relay makes it. */
function fillBoard(doc: Y.Doc): void {
  const board = openBoardDocument(doc)
  doc.transact(() => {
    board.meta.set('schemaVersion', 1)
    board.board.set('board', { title: 'Jaarplan' })
    board.entities.activities.create('c01', { id: 'c01', title: 'Poëzee', start: '2027-02-09', end: '2027-02-09' })
  })
}

let relay: FakeRelay
let indexedDB: IDBFactory
const opened: BoardSession[] = []

async function openSession(): Promise<BoardSession> {
  const session = await BoardSession.open('plan', {
    syncUrl: 'ws://relay/sync',
    WebSocket: relay.WebSocket,
    indexedDB,
  })
  opened.push(session)
  return session
}

beforeEach(() => {
  relay = new FakeRelay()
  fillBoard(relay.doc)
  indexedDB = new IDBFactory()
})

afterEach(async () => {
  await Promise.all(opened.splice(0).map((session) => session.close()))
})

describe('the saved state', () => {
  test('asks the relay for acknowledgements', async () => {
    await openSession()
    expect(relay.socket.url).toBe('ws://relay/sync/plan?v=1')
  })

  test('says saved only after the relay acknowledged our step 2', async () => {
    const session = await openSession()
    expect(session.status.saved).toEqual({ kind: 'connecting', changes: 0 })
    relay.open()
    const updates = relay.read()
    expect(session.status.contents).toBe('ready')
    expect(session.status.saved.kind).toBe('connecting')
    relay.acknowledge(updates)
    expect(session.status.saved).toEqual({ kind: 'saved' })
  })

  test('says saving from the change to its acknowledgement, not to its sending', async () => {
    const session = await openSession()
    relay.greet()
    session.run(renameBoard, { title: 'Plan 2027' })
    expect(session.status.saved).toEqual({ kind: 'saving', changes: 1 })
    expect(relay.read()).toBe(1)
    expect(session.status.saved).toEqual({ kind: 'saving', changes: 1 })
    relay.acknowledge(1)
    expect(session.status.saved).toEqual({ kind: 'saved' })
  })

  test('an acknowledgement for one of two changes is not enough', async () => {
    const session = await openSession()
    relay.greet()
    session.run(renameBoard, { title: 'Een' })
    session.run(renameBoard, { title: 'Twee' })
    relay.acknowledge(1)
    expect(session.status.saved.kind).toBe('saving')
    relay.acknowledge(1)
    expect(session.status.saved.kind).toBe('saved')
  })

  test('counts what only this device has while offline, and sends it again when back', async () => {
    const session = await openSession()
    relay.greet()
    relay.socket.drop(1006)
    session.run(renameBoard, { title: 'Een' })
    session.run(editActivity, { activityId: 'c01', changes: { title: 'Poëzie' } })
    session.run(editActivity, { activityId: 'c01', changes: { summary: 'Samen lezen' } })
    expect(session.status.saved).toEqual({ kind: 'offline', changes: 3 })
    session.reconnect()
    relay.greet()
    expect(session.status.saved).toEqual({ kind: 'saved' })
    expect(relay.doc.getMap('board').get('board/title')).toBe('Een')
  })

  test('a change that was sent but not acknowledged when the socket died counts as ours until it is sent again', async () => {
    const session = await openSession()
    relay.greet()
    session.run(renameBoard, { title: 'Verloren onderweg' })
    relay.socket.drop(1006)
    expect(session.status.saved).toEqual({ kind: 'offline', changes: 1 })
    session.reconnect()
    relay.open()
    const updates = relay.read()
    expect(session.status.saved).toEqual({ kind: 'saving', changes: 1 })
    relay.acknowledge(updates)
    expect(session.status.saved).toEqual({ kind: 'saved' })
    expect(relay.doc.getMap('board').get('board/title')).toBe('Verloren onderweg')
  })

  test('a change between the opening of a socket and our step 2 leaves no gap and is acknowledged with it', async () => {
    const session = await openSession()
    relay.greet()
    relay.socket.drop(1006)
    session.run(renameBoard, { title: 'Een' })
    session.reconnect()
    relay.socket.open()
    session.run(renameBoard, { title: 'Twee' })
    expect(relay.read()).toBe(0)
    expect(session.status.saved).toEqual({ kind: 'saving', changes: 2 })
  })

  test('the count survives a reload', async () => {
    const before = await openSession()
    relay.greet()
    relay.socket.drop(1006)
    before.run(renameBoard, { title: 'Zonder netwerk' })
    before.run(editActivity, { activityId: 'c01', changes: { title: 'Poëzie' } })
    await before.close()
    const after = await openSession()
    expect(after.view.info().title).toBe('Zonder netwerk')
    expect(after.status).toMatchObject({ contents: 'ready', saved: { kind: 'connecting', changes: 2 } })
    relay.socket.drop(1006)
    expect(after.status.saved).toEqual({ kind: 'offline', changes: 2 })
    after.reconnect()
    relay.greet()
    expect(after.status.saved).toEqual({ kind: 'saved' })
    await after.close()
    const later = await openSession()
    expect(later.status.saved).toEqual({ kind: 'connecting', changes: 0 })
  })

  test('a colleague’s change is not counted as ours', async () => {
    const session = await openSession()
    relay.greet()
    relay.socket.drop(1006)
    renameBoard(openBoardDocument(relay.doc), BRAM, { title: 'Van Bram' })
    session.reconnect()
    relay.greet()
    expect(session.view.info().title).toBe('Van Bram')
    expect(session.status.saved).toEqual({ kind: 'saved' })
  })

  test('a store that cannot take writes is said as such, and tried again', async () => {
    const session = await openSession()
    relay.greet()
    session.run(renameBoard, { title: 'Een' })
    relay.socket.drop(4503)
    expect(session.status.saved).toEqual({ kind: 'relay-trouble', changes: 1 })
  })

  test.each([
    [4404, 'no-such-board'],
    [4422, 'bad-shape'],
    [4426, 'client-too-old'],
    [1009, 'frame-too-big'],
  ])('close code %i stops, with its reason', async (code, reason) => {
    const session = await openSession()
    relay.greet()
    session.run(renameBoard, { title: 'Een' })
    relay.socket.drop(code)
    expect(session.status.saved).toEqual({ kind: 'sent-away', changes: 1, reason })
    expect(relay.sockets).toHaveLength(1)
  })

  test('after a refusal for good the copy on this device can be let go, and the board is what the relay has', async () => {
    const session = await openSession()
    relay.greet()
    relay.socket.drop(1006)
    session.run(renameBoard, { title: 'Wordt geweigerd' })
    relay.socket.drop(4422)
    await session.discardDeviceCopy()
    const after = await openSession()
    expect(after.status).toMatchObject({ contents: 'waiting', saved: { kind: 'connecting', changes: 0 } })
    relay.greet()
    expect(after.view.info().title).toBe('Jaarplan')
    expect(after.status.saved).toEqual({ kind: 'saved' })
  })

  test('a device that keeps nothing is said so, and the board still opens', async () => {
    indexedDB = new IDBFactory()
    indexedDB.open = () => {
      throw new DOMException('no storage here', 'SecurityError')
    }
    const session = await openSession()
    relay.greet()
    expect(session.status).toMatchObject({ contents: 'ready', deviceTrouble: true, saved: { kind: 'saved' } })
    relay.socket.drop(1006)
    session.run(renameBoard, { title: 'Een' })
    expect(session.status).toMatchObject({ deviceTrouble: true, saved: { kind: 'offline', changes: 1 } })
  })
})

test('a device that does not answer keeps nobody waiting, and what it has comes when it does', async () => {
  const before = await openSession()
  relay.greet()
  relay.socket.drop(1006)
  before.run(renameBoard, { title: 'Op dit apparaat' })
  await before.close()
  let answer = () => {}
  const awake = new Promise<void>((resolve) => {
    answer = resolve
  })
  const sleeping = new Proxy(indexedDB, {
    get: (target, key) => {
      if (key !== 'open') return Reflect.get(target, key) as unknown
      return (name: string, version: number) => {
        // A request that says nothing until the device wakes up.
        const request = { onsuccess: () => {}, onerror: () => {}, onupgradeneeded: () => {}, result: null as unknown }
        void awake.then(() => {
          const real = target.open(name, version)
          real.onsuccess = () => {
            request.result = real.result
            request.onsuccess()
          }
        })
        return request
      }
    },
  })
  const session = await BoardSession.open('plan', {
    syncUrl: 'ws://relay/sync',
    WebSocket: relay.WebSocket,
    indexedDB: sleeping,
    pace: { ...SESSION_PACE, deviceWithinMs: 10 },
  })
  opened.push(session)
  expect(session.status).toMatchObject({ contents: 'waiting', deviceTrouble: true })
  answer()
  await expect.poll(() => session.status.deviceTrouble).toBe(false)
  await expect.poll(() => session.status.saved).toMatchObject({ changes: 1 })
  expect(session.view.info().title).toBe('Op dit apparaat')
  relay.greet()
  expect(session.status.saved).toEqual({ kind: 'saved' })
  expect(relay.doc.getMap('board').get('board/title')).toBe('Op dit apparaat')
})

test('a board that is not on this device waits for the relay', async () => {
  const session = await openSession()
  relay.socket.drop(1006)
  expect(session.status).toMatchObject({ contents: 'waiting', saved: { kind: 'offline', changes: 0 } })
})

test('[BD6] a board of a newer program is read-only, and commands say so', async () => {
  relay.doc.getMap('meta').set('schemaVersion', 99)
  const session = await openSession()
  const notices: Notice[] = []
  session.onNotice((notice) => notices.push(notice))
  relay.greet()
  expect(session.status.writable).toBe(false)
  session.run(renameBoard, { title: 'Een' })
  expect(notices).toEqual([{ kind: 'refused', reason: 'board-read-only' }])
})

describe('undo', () => {
  const start = (session: BoardSession) => session.view.get('activities', 'c01')?.start

  test('takes back my last command and can do it again', async () => {
    const session = await openSession()
    relay.greet()
    const notices: Notice[] = []
    session.onNotice((notice) => notices.push(notice))
    session.run(moveActivity, { activityId: 'c01', start: plainDate('2027-03-01') })
    expect(session.history.state).toMatchObject({ undo: 'move-activity', redo: null })
    session.undo()
    expect(start(session)).toBe('2027-02-09')
    expect(session.history.state).toMatchObject({ undo: null, redo: 'move-activity' })
    session.redo()
    expect(start(session)).toBe('2027-03-01')
    expect(notices.map((notice) => notice.kind)).toEqual(['done', 'turned', 'turned'])
  })

  test('says so when a colleague changed the same, and leaves the older step for the next press', async () => {
    const session = await openSession()
    relay.greet()
    const notices: Notice[] = []
    session.run(renameBoard, { title: 'Mijn titel' })
    session.run(moveActivity, { activityId: 'c01', start: plainDate('2027-03-01') })
    relay.read()
    moveActivity(openBoardDocument(relay.doc), BRAM, { activityId: 'c01', start: plainDate('2027-04-01') })
    relay.socket.drop(1006)
    session.reconnect()
    relay.greet()
    expect(start(session)).toBe('2027-04-01')
    session.onNotice((notice) => notices.push(notice))
    session.undo()
    expect(start(session)).toBe('2027-04-01')
    expect(session.view.info().title).toBe('Mijn titel')
    expect(notices).toEqual([
      { kind: 'turned', outcome: { kind: 'overtaken', direction: 'undo', command: 'move-activity' } },
    ])
    session.undo()
    expect(session.view.info().title).toBe('Jaarplan')
  })

  test('typing on in one text is one step, another gesture is another', async () => {
    const session = await openSession()
    relay.greet()
    const type = (title: string) =>
      session.run(editActivity, { activityId: 'c01', changes: { title } }, { typing: 'c01/title' })
    type('P')
    type('Po')
    session.run(renameBoard, { title: 'Tussendoor' })
    type('Poë')
    session.undo()
    expect(session.view.get('activities', 'c01')?.title).toBe('Po')
    session.undo()
    session.undo()
    expect(session.view.get('activities', 'c01')?.title).toBe('Poëzee')
  })

  test('a command that changes nothing is neither told nor undone', async () => {
    const session = await openSession()
    relay.greet()
    const notices: Notice[] = []
    session.onNotice((notice) => notices.push(notice))
    session.run(moveActivity, { activityId: 'c01', start: plainDate('2027-02-09') })
    expect(notices).toEqual([])
    expect(session.history.state.undo).toBeNull()
  })
})
