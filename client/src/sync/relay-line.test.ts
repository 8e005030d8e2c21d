import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as encoding from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WIRE_TAG } from '@schakelbord/shared/protocol/wire-tag'
import { RelayLine } from './relay-line.ts'
import { SESSION_PACE } from './session-pace.ts'
import { FakeRelay } from './testing/fake-relay.ts'

/** Numbers that look random and are the same every time. Source: mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const crowd = 300
const lines: RelayLine[] = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockImplementation(seededRandom(7))
})

afterEach(() => {
  for (const line of lines.splice(0)) line.destroy()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function openLine(relay: FakeRelay): RelayLine {
  const nothing = () => {}
  const line = new RelayLine(new Y.Doc(), 'plan', {
    syncUrl: 'ws://relay/sync',
    WebSocket: relay.WebSocket,
    pace: SESSION_PACE,
    onOpened: nothing,
    onChange: nothing,
    onDiverged: nothing,
  })
  lines.push(line)
  line.connect()
  return line
}

function openCrowd(relay: FakeRelay): void {
  for (let number = 0; number < crowd; number++) openLine(relay)
}

/** What the relay says of one colleague. */
function presenceFrame(clientId: number, clock: number, state: object): Uint8Array {
  const told = new Awareness(new Y.Doc())
  told.states.set(clientId, state)
  told.meta.set(clientId, { clock, lastUpdated: 0 })
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, WIRE_TAG.awareness)
  encoding.writeVarUint8Array(frame, encodeAwarenessUpdate(told, [clientId]))
  told.destroy()
  return encoding.toUint8Array(frame)
}

/** Sends all that are there away; gives how many knock in each hundredth of a second from then on, and loses nobody. */
function knocksAfter(relay: FakeRelay, code: number, forMs: number): readonly number[] {
  const sent = relay.sockets.splice(0)
  for (const socket of sent) socket.drop(code)
  const counts: number[] = []
  for (let atMs = 0; atMs < forMs; atMs += 10) {
    const before = relay.sockets.length
    vi.advanceTimersByTime(10)
    counts.push(relay.sockets.length - before)
  }
  expect(relay.sockets).toHaveLength(crowd)
  return counts
}

test('three hundred who lose the relay in one moment come back within a second, spread over all of it', () => {
  const relay = new FakeRelay()
  openCrowd(relay)
  expect(Math.max(...knocksAfter(relay, 1012, 1_000))).toBeLessThan(15)
})

test('where it stays away they knock ever more slowly, up to five seconds', () => {
  const relay = new FakeRelay()
  openCrowd(relay)
  for (const boundMs of [1_000, 2_000, 4_000, 5_000, 5_000]) {
    const counts = knocksAfter(relay, 1006, boundMs)
    const late = counts.slice(counts.length / 2).reduce((sum, count) => sum + count, 0)
    expect(late).toBeGreaterThan(crowd / 3)
  }
})

test('told that it was too much, they stay away for at least a quarter of a minute', () => {
  const relay = new FakeRelay()
  openCrowd(relay)
  const counts = knocksAfter(relay, 4529, 30_000)
  expect(counts.slice(0, 1_499).every((count) => count === 0)).toBe(true)
  expect(Math.max(...counts)).toBeLessThan(10)
})

test('colleagues are seen again after the clock of the relay was set back by years', () => {
  const relay = new FakeRelay()
  const { awareness } = openLine(relay)
  relay.greet()
  const [this2026, that1990] = [1_795_000_000_000, 631_152_000_000]
  relay.socket.receive(presenceFrame(7, this2026, { at: 'before' }))
  expect(awareness.getStates().get(7)).toEqual({ at: 'before' })
  relay.socket.drop(1012)
  expect(awareness.getStates().has(7)).toBe(false)
  vi.advanceTimersByTime(6000)
  relay.greet()
  relay.socket.receive(presenceFrame(7, that1990, { at: 'after' }))
  expect(awareness.getStates().get(7)).toEqual({ at: 'after' })
  relay.socket.receive(presenceFrame(7, that1990 - 1, { at: 'earlier' }))
  expect(awareness.getStates().get(7)).toEqual({ at: 'after' })
})
