import 'temporal-polyfill/global'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { renameBoard } from '@schakelbord/shared/commands/rename-board'
import { SessionKeeper } from './session-keeper.ts'
import { FakeRelay } from './testing/fake-relay.ts'

function makeKeeper(): { readonly keeper: SessionKeeper; readonly relay: FakeRelay } {
  const relay = new FakeRelay()
  const indexedDB = new IDBFactory()
  return { relay, keeper: new SessionKeeper({ syncUrl: 'ws://relay/sync', WebSocket: relay.WebSocket, indexedDB }) }
}

test('letting go and taking hold again in one task keeps the session, as StrictMode does', async () => {
  const { keeper, relay } = makeKeeper()
  const first = keeper.hold('plan')
  first.letGo()
  const second = keeper.hold('plan')
  expect(await second.session).toBe(await first.session)
  expect(relay.sockets).toHaveLength(1)
  second.letGo()
})

test('a session closes when nobody holds it, and opens anew with what was done', async () => {
  const { keeper, relay } = makeKeeper()
  const first = keeper.hold('plan')
  const session = await first.session
  session.run(renameBoard, { title: 'Op dit apparaat' })
  first.letGo()
  first.letGo()
  const second = await Promise.resolve().then(() => keeper.hold('plan'))
  const again = await second.session
  expect(again).not.toBe(session)
  expect(again.view.info().title).toBe('Op dit apparaat')
  expect(relay.sockets).toHaveLength(2)
  second.letGo()
})
