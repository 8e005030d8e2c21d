import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import type { WebSocket } from 'ws'
import { WebRoomSocket } from './web-room-socket.ts'

/** Of a WebSocket what is asked of it to find out whether the other side lives. */
class FakeWebSocket extends EventEmitter {
  readonly OPEN = 1
  readonly readyState = 1
  pings = 0
  terminated = false

  ping(): void {
    this.pings++
  }

  terminate(): void {
    this.terminated = true
  }
}

let fake: FakeWebSocket
let socket: WebRoomSocket

beforeEach(() => {
  vi.useFakeTimers()
  fake = new FakeWebSocket()
  socket = new WebRoomSocket('s1', '192.0.2.1', fake as unknown as WebSocket, new PassThrough(), RELAY_LIMITS)
})

afterEach(() => vi.useRealTimers())

const aMinute = 60_000

test('who does not answer a ping is cut', () => {
  socket.checkAlive()
  expect(fake.pings).toBe(1)
  vi.advanceTimersByTime(aMinute)
  expect(fake.terminated).toBe(true)
})

test('who answers lives', () => {
  socket.checkAlive()
  fake.emit('pong')
  vi.advanceTimersByTime(aMinute)
  expect(fake.terminated).toBe(false)
})

test('who says something lives, although the ping still stands behind a board on a thin line', () => {
  socket.checkAlive()
  // As often as y-websocket speaks of itself.
  for (let round = 0; round < 4; round++) {
    vi.advanceTimersByTime(15_000)
    expect(socket.count(60, Date.now())).toBe(true)
    socket.checkAlive()
  }
  expect(fake.terminated).toBe(false)
})
