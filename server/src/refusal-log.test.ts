import pino from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { RefusalLog } from './refusal-log.ts'

let nowMs: number
let lines: Record<string, unknown>[]
let log: RefusalLog

beforeEach(() => {
  nowMs = 1000
  lines = []
  const logger = pino({ base: null }, { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) })
  log = new RefusalLog(logger, () => nowMs)
})

const noise = (address = '192.0.2.1', socketId = 's1') => ({ address, code: 4400, reason: 'noise', socketId })

test('ten thousand refusals of one kind are one line at once and one with their number a minute later', () => {
  for (let i = 0; i < 10_000; i++) log.refused(noise('192.0.2.1', `s${i}`), 'socket sent away')
  expect(lines).toMatchObject([{ address: '192.0.2.1', reason: 'noise', socketId: 's0', msg: 'socket sent away' }])
  nowMs += 60_000
  log.tell()
  log.tell()
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatchObject({ address: '192.0.2.1', code: 4400, times: 9999 })
})

test('one alone is one line, and the next minute it is news again', () => {
  log.refused(noise(), 'socket sent away')
  nowMs += 60_000
  log.refused(noise(), 'socket sent away')
  expect(lines).toHaveLength(2)
})

test('another reason and another address are told apart', () => {
  log.refused(noise(), 'x')
  log.refused({ ...noise(), reason: 'text' }, 'x')
  log.refused(noise('192.0.2.2'), 'x')
  expect(lines).toHaveLength(3)
})

test('ten thousand addresses are not ten thousand lines', () => {
  for (let i = 0; i < 10_000; i++) log.refused(noise(`2001:db8:${i.toString(16)}::`), 'x')
  expect(lines.length).toBeLessThan(250)
  nowMs += 60_000
  log.tell()
  expect(lines.at(-1)).toMatchObject({ address: 'many', times: 9799 })
})
