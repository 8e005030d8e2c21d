import { expect, test } from 'vitest'
import { quietCollection } from './quiet-collection.ts'

function thread(): {
  readonly collections: () => number
  readonly second: (workMs: number) => void
  bytes: number
  letGo: boolean
} {
  let processorMs = 0
  let collections = 0
  const it = { collections: () => collections, second, bytes: 1e6, letGo: false }
  const look = quietCollection({
    processorMs: () => processorMs,
    heapBytes: () => it.bytes,
    hasLetGo: () => it.letGo,
    collect: () => {
      it.letGo = false
      collections++
      processorMs += 50
    },
  })
  function second(workMs: number): void {
    processorMs += workMs
    look()
  }
  return it
}

test('what work left behind is collected once, after five quiet seconds, and not while there is work', () => {
  const it = thread()
  for (let i = 0; i < 20; i++) it.second(300)
  expect(it.collections()).toBe(0)
  for (let i = 0; i < 4; i++) it.second(1)
  expect(it.collections()).toBe(0)
  it.second(1)
  expect(it.collections()).toBe(1)
  for (let i = 0; i < 50; i++) it.second(1)
  expect(it.collections()).toBe(1)
})

test('a little work now and then adds up until it is worth a collection', () => {
  const it = thread()
  for (let i = 0; i < 9; i++) it.second(10)
  expect(it.collections()).toBe(0)
  for (let i = 0; i < 3; i++) it.second(10)
  expect(it.collections()).toBe(1)
})

test('a large heap is not held up', () => {
  const it = thread()
  it.bytes = 2e9
  it.second(300)
  for (let i = 0; i < 20; i++) it.second(1)
  expect(it.collections()).toBe(0)
})

test('a board that was let go is worth a collection, however little work that was', () => {
  const it = thread()
  it.letGo = true
  it.second(1)
  it.letGo = false
  for (let i = 0; i < 3; i++) it.second(1)
  expect(it.collections()).toBe(0)
  for (let i = 0; i < 10; i++) it.second(1)
  expect(it.collections()).toBe(1)
})
