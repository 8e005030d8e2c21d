import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { DeviceStore, type DeviceCopy } from './device-store.ts'

async function readCopy(indexedDB: IDBFactory): Promise<DeviceCopy & { readonly doc: Y.Doc }> {
  const store = new DeviceStore('plan', indexedDB)
  const doc = new Y.Doc()
  let read: DeviceCopy = { updates: [], unsaved: [] }
  await store.load((copy) => {
    read = copy
    for (const update of copy.updates) Y.applyUpdate(doc, update)
    return Y.encodeStateAsUpdate(doc)
  })
  await store.close()
  return { ...read, doc }
}

function typeInto(store: DeviceStore, doc: Y.Doc, count: number, mark: (index: number) => string | null): void {
  doc.on('update', (update: Uint8Array) => store.write(update, mark(doc.getArray('log').length)))
  for (let index = 0; index < count; index++) doc.getArray('log').push([index])
}

test('what was written comes back, with the marks of what the relay has not acknowledged', async () => {
  const indexedDB = new IDBFactory()
  const store = new DeviceStore('plan', indexedDB)
  typeInto(store, new Y.Doc(), 3, (index) => `mark-${index}`)
  store.forget(['mark-1', 'mark-2'])
  await store.close()
  const copy = await readCopy(indexedDB)
  expect(copy.doc.getArray('log').toArray()).toEqual([0, 1, 2])
  expect(copy.unsaved).toEqual(['mark-3'])
})

test('many rows become one, and two tabs that write lose nothing', async () => {
  const indexedDB = new IDBFactory()
  const [one, two] = [new DeviceStore('plan', indexedDB), new DeviceStore('plan', indexedDB)]
  typeInto(one, new Y.Doc(), 150, () => null)
  typeInto(two, new Y.Doc(), 150, () => 'theirs')
  await Promise.all([one.close(), two.close()])
  expect((await readCopy(indexedDB)).updates).toHaveLength(300)
  const copy = await readCopy(indexedDB)
  expect(copy.updates).toHaveLength(1)
  expect(copy.doc.getArray('log').length).toBe(300)
  expect(copy.unsaved).toEqual(['theirs'])
})

test('a write that fails is told, kept and written when storage works again', async () => {
  const indexedDB = new IDBFactory()
  const open = indexedDB.open.bind(indexedDB)
  indexedDB.open = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const store = new DeviceStore('plan', indexedDB)
  const told: boolean[] = []
  store.onTrouble = (error) => told.push(error !== null)
  const doc = new Y.Doc()
  typeInto(store, doc, 1, () => null)
  await store.settled()
  expect(told).toEqual([true])
  indexedDB.open = open
  doc.getArray('log').push(['later'])
  await store.settled()
  expect(told).toEqual([true, false])
  await store.close()
  expect((await readCopy(indexedDB)).doc.getArray('log').toArray()).toEqual([0, 'later'])
})
