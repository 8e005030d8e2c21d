import { afterEach, expect, test, vi } from 'vitest'
import { fetchAhead } from './fetch-ahead.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('[rule 6] parts are fetched once the browser is idle, and one that cannot be fetched hurts nobody', async () => {
  const waiting: (() => void)[] = []
  const cancelled: number[] = []
  vi.stubGlobal('window', {
    requestIdleCallback: (work: () => void) => waiting.push(work),
    cancelIdleCallback: (handle: number) => cancelled.push(handle),
  })
  const asked: string[] = []
  const lost = async () => {
    asked.push('lost')
    throw new Error('no network')
  }
  const found = async () => {
    asked.push('found')
  }
  const stop = fetchAhead([lost, found])
  expect(asked).toEqual([])
  for (const work of waiting) work()
  await Promise.resolve()
  expect(asked).toEqual(['lost', 'found'])
  stop()
  expect(cancelled).toEqual([1])
})

test('[rule 6] a browser that cannot say that it is idle waits a moment instead', () => {
  const timers: (() => void)[] = []
  vi.stubGlobal('window', { setTimeout: (work: () => void) => timers.push(work), clearTimeout: () => timers.pop() })
  const asked: string[] = []
  const stop = fetchAhead([async () => asked.push('panel')])
  for (const timer of timers) timer()
  expect(asked).toEqual(['panel'])
  stop()
  expect(timers).toEqual([])
})
