import * as decoding from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import { readAwarenessState } from './awareness-state.ts'
import { isBoardId, syncPath } from './board-id.ts'
import { CLOSE, closeReasonOf } from './close-code.ts'
import { encodeDurableAck, readDurableAck } from './durable-ack.ts'
import { WIRE_TAG } from './wire-tag.ts'

describe('board ids', () => {
  test.each(['a', 'c01', 'A-Z.a_z:0', 'x'.repeat(64), '...'])('%s may name a board', (id) => {
    expect(isBoardId(id)).toBe(true)
  })

  test.each(['', '.', '..', '../x', 'a b', 'x'.repeat(65), 'é', 'a/b', 'a%2e', 'a\n', '\u202Eboard'])(
    '%j may not name a board',
    (id) => {
      expect(isBoardId(id)).toBe(false)
    },
  )

  test('the path of a board is the one y-websocket builds', () => {
    expect(syncPath('plan-2027')).toBe('/sync/plan-2027')
  })
})

describe('close codes', () => {
  test('every code is used once, and 44xx are never retried while 45xx are', () => {
    const reasons = Object.values(CLOSE)
    expect(new Set(reasons.map((reason) => reason.code)).size).toBe(reasons.length)
    expect(new Set(reasons.map((reason) => reason.name)).size).toBe(reasons.length)
    for (const reason of reasons) {
      if (reason.code >= 4500) expect(reason.afterClose).not.toBe('stop')
      else if (reason.code >= 4400) expect(reason.afterClose).toBe('stop')
    }
  })

  test('a code is found by its number, and a foreign one is not', () => {
    expect(closeReasonOf(4503)).toBe(CLOSE.storeUnavailable)
    expect(closeReasonOf(1006)).toBeUndefined()
  })
})

test('a durable acknowledgement is tag 121 and a count', () => {
  const decoder = decoding.createDecoder(encodeDurableAck(300))
  expect(decoding.readVarUint(decoder)).toBe(WIRE_TAG.durableAck)
  expect(readDurableAck(decoder)).toBe(300)
  expect(decoding.hasContent(decoder)).toBe(false)
})

describe('awareness states', () => {
  test('a full state is read as it is', () => {
    const state = {
      user: { id: 'u1', name: 'Noor', discipline: 'marketing', colour: '#aa3300' },
      view: 'calendar',
      card: 'c01',
      drag: { card: 'c02', lane: 'youth', start: '2027-03-01', end: null },
    }
    expect(readAwarenessState(state, 7)).toEqual(state)
  })

  test.each([undefined, null, 3, 'x', [1]])('%j shows nobody', (value) => {
    expect(readAwarenessState(value, 7)).toBeUndefined()
  })

  test('what is missing or malformed becomes a default', () => {
    expect(readAwarenessState({ user: { name: 5, color: 'red' }, view: {}, drag: { card: 'c' } }, 7)).toEqual({
      user: { id: 'client-7', name: '', discipline: '', colour: 'red' },
    })
  })
})
