import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { currentPerson } from './person.ts'
import { Presence } from './presence.ts'

let awareness: Awareness
let presence: Presence

/** Another window says something of itself. */
function hear(state: unknown, clientId: number): void {
  const other = new Awareness(new Y.Doc())
  other.clientID = clientId
  other.states.set(clientId, {})
  other.meta.set(clientId, { clock: (awareness.meta.get(clientId)?.clock ?? 0) + 1, lastUpdated: 0 })
  other.states.set(clientId, state as Record<string, unknown>)
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [clientId]), 'relay')
  other.destroy()
}

const bram = { id: 'bram', name: 'Bram', discipline: 'collection', colour: '#1d9a7c' }

beforeEach(() => {
  vi.useFakeTimers()
  awareness = new Awareness(new Y.Doc())
  presence = new Presence(awareness)
})

afterEach(() => {
  presence.destroy()
  awareness.destroy()
  vi.useRealTimers()
})

test('colleagues are one entry per person, where their card is open', () => {
  hear({ user: bram, view: 'calendar' }, 1)
  hear({ user: bram, card: 'c01' }, 2)
  hear({ user: { ...bram, id: 'anna', name: 'Anna' } }, 3)
  expect(presence.peers()).toMatchObject([
    { id: 'anna', name: 'Anna', card: null },
    { id: 'bram', name: 'Bram', discipline: 'collection', card: 'c01' },
  ])
})

test('my own other windows and windows that say nothing readable are nobody', () => {
  hear({ user: { ...bram, id: currentPerson().id } }, 1)
  hear('nonsense', 2)
  expect(presence.peers()).toEqual([])
})

test('a card in a hand is heard without drawing the list of colleagues again', () => {
  hear({ user: bram }, 1)
  const peers = presence.peers()
  const onPeers = vi.fn()
  const onDrags = vi.fn()
  presence.subscribe('peers', onPeers)
  presence.subscribe('drags', onDrags)
  hear({ user: bram, drag: { card: 'c01', lane: 'youth', start: '2027-03-01', end: null } }, 1)
  expect(onDrags).toHaveBeenCalledTimes(1)
  expect(onPeers).not.toHaveBeenCalled()
  expect(presence.peers()).toBe(peers)
  expect(presence.drags()).toMatchObject([{ clientId: 1, card: 'c01', lane: 'youth' }])
})

test('at most ten messages a second leave, and the last one always does', () => {
  const sent = vi.fn()
  awareness.on('update', sent)
  vi.advanceTimersByTime(100)
  sent.mockClear()
  for (let step = 0; step < 50; step++) {
    presence.setDrag({ card: 'c01', lane: String(step), start: null, end: null })
    vi.advanceTimersByTime(10)
  }
  expect(sent.mock.calls.length).toBeLessThanOrEqual(6)
  vi.advanceTimersByTime(100)
  expect(awareness.getLocalState()).toMatchObject({ drag: { lane: '49' } })
  presence.setDrag(null)
  vi.advanceTimersByTime(100)
  expect(awareness.getLocalState()).not.toHaveProperty('drag')
})

test.each([-10, 10])('a clock set %s years off neither silences this window nor empties the room', (years) => {
  hear({ user: bram }, 1)
  const said = vi.fn()
  vi.setSystemTime(Date.now() + years * 365 * 24 * 3_600_000)
  awareness.on('update', ({ updated }: { readonly updated: readonly number[] }) => said(...updated))
  vi.advanceTimersByTime(29_000)
  expect(said).toHaveBeenCalledTimes(2)
  expect(said).toHaveBeenCalledWith(awareness.clientID)
  expect(presence.peers()).toMatchObject([{ id: 'bram' }])
})
