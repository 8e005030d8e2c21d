import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { CopiesAside } from './copies-aside.ts'

const bytes = (...content: number[]) => new Uint8Array(content)

test('of each board the newest three copies lie aside, newest first, until they are let go of', async () => {
  const indexedDB = new IDBFactory()
  const [plan, other] = [new CopiesAside(indexedDB, 'plan'), new CopiesAside(indexedDB, 'aside')]
  expect(await plan.list()).toEqual([])
  await other.put(bytes(9), true)
  for (const content of [1, 2, 3, 4]) await plan.put(bytes(content), false)
  const copies = await plan.list()
  expect(await Promise.all(copies.map(({ key }) => plan.read(key)))).toEqual([bytes(4), bytes(3), bytes(2)])
  expect(await other.list()).toHaveLength(1)

  const [newest] = copies
  await plan.forget(newest?.key ?? 0)
  expect(await plan.read(newest?.key ?? 0)).toBeUndefined()
  expect(await plan.list()).toHaveLength(2)
})

test('a copy nobody was told of says so until it was looked at', async () => {
  const plan = new CopiesAside(new IDBFactory(), 'plan')
  await plan.put(bytes(1), false)
  await plan.put(bytes(2), true)
  const copies = await plan.list()
  expect(copies.map(({ told }) => told)).toEqual([true, false])
  await plan.markTold(copies)
  expect(await plan.list()).toEqual(copies.map((copy) => ({ ...copy, told: true })))
})
