import { expect, test } from 'vitest'
import { changePace, flushDelayMs, presencePace } from './flush-window.ts'
import { TokenBucket } from './token-bucket.ts'

const delayMs = (costMs: number, atMs: number, nowMs: number): number =>
  flushDelayMs({ costMs, atMs }, nowMs, changePace)

test('nothing waits while nothing is under way', () => {
  expect(delayMs(0, 0, 1000)).toBe(0)
  expect(delayMs(0, 1000, 1000)).toBe(0)
  expect(delayMs(500, 900, 1000)).toBe(0)
})

test('what is dear gathers, never longer than the window', () => {
  expect(delayMs(0.25, 1000, 1000)).toBe(7.5)
  expect(delayMs(500, 1000, 1000)).toBe(changePace.maxMs)
  expect(delayMs(500, 996, 1000)).toBe(changePace.maxMs - 4)
  expect(flushDelayMs({ costMs: 0.25, atMs: 1000 }, 1000, presencePace)).toBe(25)
})

test('a clock that is set back, by a second or by years, makes nobody wait longer', () => {
  expect(delayMs(500, 1_800_000_000_000, 1_799_999_999_000)).toBe(changePace.maxMs)
  expect(delayMs(0.25, 1_800_000_000_000, 0)).toBe(7.5)
})

test('a bucket lets a burst pass, then makes a flood wait as long as it has overdrawn', () => {
  const bucket = new TokenBucket(100, 10, 0)
  expect(bucket.take(10, 0)).toBe(0)
  expect(bucket.take(1, 0)).toBe(10)
  expect(bucket.take(1, 20)).toBe(0)
  expect(bucket.take(10, 1000)).toBe(0)
  expect(bucket.take(1, 500)).toBe(10)
})
