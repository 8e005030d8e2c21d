import { expect, test } from 'vitest'
import { SocketCensus } from './socket-census.ts'

const limits = { sockets: 3, boards: 2, connectsPerMinute: 1, requestsPerMinute: 1, newBoardsPerMinute: 1 }

test('an address has so many sockets and no more, until one of them leaves; another address has its own', () => {
  const census = new SocketCensus(limits)
  for (let i = 0; i < 3; i++) expect(census.enter('a', 'plan')).toBeUndefined()
  expect(census.enter('a', 'plan')).toBe('too many sockets of one address')
  expect(census.enter('b', 'plan')).toBeUndefined()
  census.leave('a', 'plan')
  expect(census.enter('a', 'plan')).toBeUndefined()
})

test('an address is on so many boards and no more, until its last socket leaves one', () => {
  const census = new SocketCensus(limits)
  expect(census.enter('a', 'one')).toBeUndefined()
  expect(census.enter('a', 'two')).toBeUndefined()
  expect(census.enter('a', 'three')).toBe('too many boards of one address')
  census.leave('a', 'two')
  expect(census.enter('a', 'three')).toBeUndefined()
})

test('whoever was not let in is not counted, and nothing is kept of those who left', () => {
  const census = new SocketCensus(limits)
  for (let i = 0; i < 10; i++) census.enter('a', 'plan')
  for (let i = 0; i < 3; i++) census.leave('a', 'plan')
  expect(census.addresses).toBe(0)
  census.leave('a', 'plan')
  expect(census.enter('a', 'plan')).toBeUndefined()
})
