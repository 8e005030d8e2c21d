import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { RelayWatch } from './relay-watch.ts'
import { SESSION_PACE } from './session-pace.ts'

const { compareEveryMs, compareAgainMs, answerWithinMs, connectWithinMs, firstSyncWithinMs } = SESSION_PACE

let did: string[]
let watch: RelayWatch

beforeEach(() => {
  vi.useFakeTimers()
  did = []
  watch = new RelayWatch(
    {
      ask: (step) => did.push(step),
      resync: () => did.push('resync'),
      restart: () => {
        did.push('restart')
        watch.closed()
      },
      beginAnew: () => did.push('begin anew'),
    },
    SESSION_PACE,
  )
})

afterEach(() => vi.useRealTimers())

function liveLine(): void {
  watch.connecting()
  watch.opened()
  watch.synced()
}

describe('a line that lives', () => {
  test('is compared every half minute', () => {
    liveLine()
    for (let round = 0; round < 3; round++) {
      vi.advanceTimersByTime(compareEveryMs)
      watch.answered('equal', 0)
    }
    expect(did).toEqual(['asked', 'asked', 'asked'])
  })

  test('is compared at once when somebody looks, and soon after a gap', () => {
    liveLine()
    watch.lookNow()
    watch.lookNow()
    expect(did).toEqual(['asked'])
    watch.answered('equal', 0)
    watch.sawGap()
    vi.advanceTimersByTime(compareAgainMs)
    expect(did).toEqual(['asked', 'asked'])
  })

  test('is compared soon after a gap however many frames follow', () => {
    liveLine()
    for (let frame = 0; frame < 100; frame++) {
      watch.sawGap()
      vi.advanceTimersByTime(compareAgainMs / 50)
    }
    expect(did).toEqual(['asked'])
  })

  test('that is busy is left alone as long as its acknowledgements get on', () => {
    liveLine()
    for (let round = 1; round <= 6; round++) {
      vi.advanceTimersByTime(compareEveryMs)
      watch.answered('under-way', round)
    }
    expect(did).toEqual(Array.from({ length: 6 }, () => 'asked'))
  })

  test('is not asked before its first exchange is done, nor after it closed', () => {
    watch.connecting()
    watch.opened()
    watch.lookNow()
    watch.sawGap()
    watch.synced()
    watch.closed()
    vi.advanceTimersByTime(compareEveryMs * 10)
    expect(did).toEqual([])
  })
})

describe('two that came apart', () => {
  test('once is looked at again, and forgotten when it was nothing', () => {
    liveLine()
    vi.advanceTimersByTime(compareEveryMs)
    watch.answered('unequal', 0)
    vi.advanceTimersByTime(compareAgainMs)
    watch.answered('equal', 0)
    vi.advanceTimersByTime(compareEveryMs)
    expect(did).toEqual(['asked', 'unequal', 'asked'])
  })

  const findUnequal = (times: number) => {
    for (let time = 0; time < times; time++) {
      vi.advanceTimersByTime(time === 0 ? compareEveryMs : compareAgainMs)
      watch.answered('unequal', 0)
    }
  }

  test('twice exchanges everything, three times lays the line anew', () => {
    liveLine()
    findUnequal(2)
    expect(did).toEqual(['asked', 'unequal', 'resync'])
    vi.advanceTimersByTime(compareAgainMs)
    watch.answered('unequal', 0)
    expect(did).toEqual(['asked', 'unequal', 'resync', 'resynced', 'restart'])
  })

  test('for good lets this end begin anew, and not before all else was tried', () => {
    liveLine()
    findUnequal(3)
    did.splice(0)
    liveLine()
    findUnequal(3)
    vi.advanceTimersByTime(compareEveryMs * 10)
    expect(did).toEqual(['asked', 'unequal', 'resync', 'resynced', 'reloaded', 'begin anew'])
  })

  test('now and again, and equal in between, is never for good', () => {
    liveLine()
    findUnequal(3)
    liveLine()
    vi.advanceTimersByTime(compareEveryMs)
    watch.answered('equal', 0)
    findUnequal(3)
    expect(did.filter((one) => one === 'restart')).toHaveLength(2)
    expect(did).not.toContain('begin anew')
  })
})

describe('a line that is dead', () => {
  test('is laid anew when nothing comes after a question', () => {
    liveLine()
    vi.advanceTimersByTime(compareEveryMs + answerWithinMs)
    expect(did).toEqual(['asked', 'restart'])
  })

  test('is asked again when something else came, only no answer', () => {
    liveLine()
    vi.advanceTimersByTime(compareEveryMs)
    watch.heard()
    vi.advanceTimersByTime(answerWithinMs + compareAgainMs)
    expect(did).toEqual(['asked', 'asked'])
  })

  test('is laid anew when an acknowledgement does not come for three looks', () => {
    liveLine()
    vi.advanceTimersByTime(compareEveryMs)
    for (let look = 0; look < 3; look++) {
      watch.answered('under-way', 7)
      vi.advanceTimersByTime(compareAgainMs)
    }
    expect(did).toEqual(['asked', 'asked', 'asked', 'restart'])
  })

  test('is laid anew when it does not open, and when the first exchange does not end', () => {
    watch.connecting()
    vi.advanceTimersByTime(connectWithinMs)
    watch.connecting()
    watch.opened()
    vi.advanceTimersByTime(firstSyncWithinMs)
    expect(did).toEqual(['restart', 'restart'])
  })
})
