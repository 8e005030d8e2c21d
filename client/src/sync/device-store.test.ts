import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { DeviceStore, type DeviceCopy, type DeviceStoreOwner } from './device-store.ts'

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

function serve(store: DeviceStore, owner: Partial<DeviceStoreOwner>, onWritten: () => void = () => {}): void {
  const whole = () => ({ updates: [], unsaved: [] })
  store.serve({ whole, onOtherTab: () => {}, onDiscarded: () => {}, onTrouble: () => {}, ...owner }, onWritten)
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
  serve(store, { onTrouble: (error) => told.push(error !== null) })
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

test('a database that fails every use without having said that it is closed is opened again', async () => {
  const indexedDB = new IDBFactory()
  const store = new DeviceStore('plan', indexedDB)
  const told: boolean[] = []
  serve(store, { onTrouble: (error) => told.push(error !== null) })
  const doc = new Y.Doc()
  const open = indexedDB.open.bind(indexedDB)
  indexedDB.open = (name, version) => {
    const request = open(name, version)
    request.addEventListener('success', () => {
      request.result.transaction = () => {
        throw new DOMException('The database connection is closing', 'InvalidStateError')
      }
    })
    return request
  }
  typeInto(store, doc, 1, () => null)
  await store.settled()
  indexedDB.open = open
  doc.getArray('log').push(['later'])
  await store.settled()
  expect(told).toEqual([true, false])
  await store.close()
  expect((await readCopy(indexedDB)).doc.getArray('log').toArray()).toEqual([0, 'later'])
})

test('a tab hears that another one wrote, and reads only what is new to it', async () => {
  const indexedDB = new IDBFactory()
  const [here, there] = [new DeviceStore('plan', indexedDB), new DeviceStore('plan', indexedDB)]
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  typeInto(here, mine, 2, () => null)
  await here.settled()
  await here.catchUp()
  const heard = new Promise<void>((resolve) => serve(here, {}, resolve))
  typeInto(there, theirs, 1, () => 'theirs')
  // Closed at once: what it wrote is there all the same.
  await there.close()
  await heard
  const read = new Promise<DeviceCopy>((resolve) => serve(here, { onOtherTab: resolve }))
  await here.catchUp()
  const copy = await read
  expect(copy.updates).toHaveLength(1)
  expect(copy.unsaved).toEqual(['theirs'])
  await here.close()
})

test('a database that is thrown away in the middle is filled again with everything this window has', async () => {
  const indexedDB = new IDBFactory()
  const store = new DeviceStore('plan', indexedDB)
  const doc = new Y.Doc()
  serve(store, { whole: () => ({ updates: [Y.encodeStateAsUpdate(doc)], unsaved: ['mark-2'] }) })
  typeInto(store, doc, 2, (index) => `mark-${index}`)
  await store.settled()
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('schakelbord/plan').onsuccess = resolve
  })
  await expect.poll(async () => (await readCopy(indexedDB)).unsaved).toEqual(['mark-2'])
  expect((await readCopy(indexedDB)).doc.getArray('log').toArray()).toEqual([0, 1])
  await store.close()
})

test('a copy is let go of when what had to come before is done, or cannot be done', async () => {
  for (const hasSpace of [true, false]) {
    const indexedDB = new IDBFactory()
    const store = new DeviceStore('plan', indexedDB)
    typeInto(store, new Y.Doc(), 1, () => 'mark')
    await store.settled()
    let before: readonly Uint8Array[] = []
    await store.discard(async () => {
      before = (await readCopy(indexedDB)).updates
      if (!hasSpace) throw new Error('no space')
    })
    expect(before).not.toEqual([])
    expect((await readCopy(indexedDB)).updates).toEqual([])
  }
})

test('what one tab lets go of no other tab writes again', async () => {
  const indexedDB = new IDBFactory()
  const [here, there] = [new DeviceStore('plan', indexedDB), new DeviceStore('plan', indexedDB)]
  const doc = new Y.Doc()
  const heard = new Promise<void>((resolve) => {
    serve(there, {
      whole: () => ({ updates: [Y.encodeStateAsUpdate(doc)], unsaved: ['mark'] }),
      onDiscarded: resolve,
    })
  })
  typeInto(there, doc, 1, () => 'mark')
  await there.settled()
  await here.discard(() => Promise.resolve())
  await heard
  doc.getArray('log').push(['later'])
  await there.close()
  expect(await readCopy(indexedDB)).toMatchObject({ updates: [], unsaved: [] })
})
