import { expect, test } from 'vitest'
import { SocketCensus } from './socket-census.ts'

const limits = { sockets: 3, boards: 2, connectsPerMinute: 3, requestsPerMinute: 1, newBoardsPerMinute: 1 }

test('an address has so many sockets and no more, until one of them leaves; another address has its own', () => {
  const census = new SocketCensus(limits)
  for (let i = 0; i < 3; i++) expect(census.enter('a', 'plan', 0)).toBeUndefined()
  expect(census.enter('a', 'plan', 0)).toBe('too many sockets of one address')
  expect(census.enter('b', 'plan', 0)).toBeUndefined()
  census.leave('a', 'plan')
  expect(census.enter('a', 'plan', 0)).toBeUndefined()
})

test('an address is on so many boards and no more, until its last socket leaves one', () => {
  const census = new SocketCensus(limits)
  expect(census.enter('a', 'one', 0)).toBeUndefined()
  expect(census.enter('a', 'two', 0)).toBeUndefined()
  expect(census.enter('a', 'three', 0)).toBe('too many boards of one address')
  census.leave('a', 'two')
  expect(census.enter('a', 'three', 0)).toBeUndefined()
})

test('whoever was not let in is not counted, and who left is not counted twice', () => {
  const census = new SocketCensus(limits)
  for (let i = 0; i < 10; i++) census.enter('a', 'plan', 0)
  for (let i = 0; i < 3; i++) census.leave('a', 'plan')
  for (let i = 0; i < 3; i++) expect(census.enter('a', 'plan', 0)).toBeUndefined()
  expect(census.enter('a', 'plan', 0)).toBe('too many sockets of one address')
  for (let i = 0; i < 3; i++) census.leave('a', 'plan')
  census.leave('a', 'plan')
  expect(census.enter('a', 'plan', 0)).toBeUndefined()
})

test('an address comes so often a minute and no more; what it did not get is not held against it', () => {
  const census = new SocketCensus(limits)
  for (let i = 0; i < 3; i++) expect(census.mayCome('a', 0)).toBe(true)
  for (let i = 0; i < 100; i++) expect(census.mayCome('a', 0)).toBe(false)
  expect(census.mayCome('b', 0)).toBe(true)
  expect(census.mayCome('a', 19_000)).toBe(false)
  expect(census.mayCome('a', 20_000)).toBe(true)
})

test('however many addresses come, no more than some are remembered; those with a socket always are', () => {
  const census = new SocketCensus(limits)
  census.enter('here', 'plan', 0)
  for (let i = 0; i < 35_000; i++) census.mayCome(`a${i}`, i)
  expect(census.addresses).toBeLessThanOrEqual(10_000)
  for (let i = 0; i < 2; i++) census.enter('here', 'plan', 0)
  expect(census.enter('here', 'plan', 0)).toBe('too many sockets of one address')
})
