import { expect, test } from 'vitest'
import { flushDelayMs, maxFlushWindowMs } from './flush-window.ts'
import { TokenBucket } from './token-bucket.ts'

test('nothing waits while nothing is under way', () => {
  expect(flushDelayMs({ changes: 0, atMs: 0 }, 1000)).toBe(0)
  expect(flushDelayMs({ changes: 1, atMs: 1000 }, 1000)).toBe(0)
  expect(flushDelayMs({ changes: 500, atMs: 900 }, 1000)).toBe(0)
})

test('under load a commit gathers, never longer than the window', () => {
  expect(flushDelayMs({ changes: 2, atMs: 1000 }, 1000)).toBe(2)
  expect(flushDelayMs({ changes: 500, atMs: 1000 }, 1000)).toBe(maxFlushWindowMs)
  expect(flushDelayMs({ changes: 500, atMs: 996 }, 1000)).toBe(maxFlushWindowMs - 4)
})

test('a bucket lets a burst pass, then makes a flood wait as long as it has overdrawn', () => {
  const bucket = new TokenBucket(100, 10, 0)
  expect(bucket.take(10, 0)).toBe(0)
  expect(bucket.take(1, 0)).toBe(10)
  expect(bucket.take(1, 20)).toBe(0)
  expect(bucket.take(10, 1000)).toBe(0)
  expect(bucket.take(1, 500)).toBe(10)
})
