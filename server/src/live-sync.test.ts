import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as encoding from 'lib0/encoding'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import type { RelayLimits } from '@schakelbord/shared/protocol/relay-limits'
import { startServer } from './start-server.ts'
import type { RunningServer } from './start-server.ts'

let server: RunningServer
let dataDir: string
let boardId: string
let port: string
const open = new Set<{ destroy(): void }>()

async function start(limits: RelayLimits = RELAY_LIMITS): Promise<void> {
  const env = { PORT: port, DATA_DIR: dataDir, DEMO: 'no', LOG_LEVEL: 'silent' }
  server = await startServer(env, join(dataDir, 'no-client'), (level) => pino({ level }), limits)
  port = new URL(server.url).port
}

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'schakelbord-sync-'))
  port = '0'
  await start()
  const response = await fetch(new URL('/api/boards', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"title":"Plan"}',
  })
  boardId = ((await response.json()) as { id: string }).id
})

afterEach(async () => {
  for (const one of open) one.destroy()
  open.clear()
  await server.stop()
  rmSync(dataDir, { recursive: true })
})

function client(params: Record<string, string> = {}): WebsocketProvider {
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, boardId, new Y.Doc(), {
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
    params,
  })
  open.add(provider)
  return provider
}

function synced(provider: WebsocketProvider): Promise<void> {
  return new Promise((resolve) => {
    if (provider.synced) resolve()
    else provider.once('sync', () => resolve())
  })
}

/** Resolves as soon as a document says so. */
function until(doc: Y.Doc, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}

const cards = (provider: WebsocketProvider): Y.Map<unknown> => provider.doc.getMap('activities')

interface RawSocket {
  readonly socket: WebSocket
  readonly closed: Promise<number>
  /** The board was loaded: before that only a few frames may wait. */
  readonly greeted: Promise<void>
}

async function raw(path = `/sync/${boardId}`, headers: Record<string, string> = {}): Promise<RawSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
  const closed = new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)))
  const greeted = new Promise<void>((resolve) => socket.once('message', () => resolve()))
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  socket.on('error', () => {})
  return { socket, closed, greeted }
}

describe('an unmodified y-websocket client', () => {
  test('reads and writes with others, and each sees who is there', async () => {
    const a = client()
    const b = client()
    await Promise.all([synced(a), synced(b)])
    cards(a).set('c01', { title: 'from a' })
    cards(b).set('c02', { title: 'from b' })
    await Promise.all([until(a.doc, () => cards(a).has('c02')), until(b.doc, () => cards(b).has('c01'))])
    expect(cards(a).toJSON()).toEqual(cards(b).toJSON())

    a.awareness.setLocalStateField('user', { name: 'Noor' })
    await new Promise<void>((resolve) => {
      b.awareness.on('change', () => {
        if (b.awareness.getStates().get(a.doc.clientID)?.['user']) resolve()
      })
    })
    const left = new Promise<number[]>((resolve) => {
      b.awareness.on('change', ({ removed }: { removed: number[] }) => {
        if (removed.length > 0) resolve(removed)
      })
    })
    a.destroy()
    expect(await left).toEqual([a.doc.clientID])
  })

  test('what it wrote while the server was away is there after it came back, for everybody', async () => {
    const a = client()
    const b = client()
    await Promise.all([synced(a), synced(b)])
    cards(a).set('before', 1)
    await until(b.doc, () => cards(b).has('before'))
    const cut = [a, b].map(
      (provider) => new Promise<{ code?: number } | null>((resolve) => provider.once('connection-close', resolve)),
    )
    await server.stop()
    expect((await Promise.all(cut)).map((event) => event?.code)).toEqual([1012, 1012])
    cards(a).set('while away', 2)
    cards(b).set('elsewhere', 3)
    await start()
    await Promise.all([until(a.doc, () => cards(a).has('elsewhere')), until(b.doc, () => cards(b).has('while away'))])
    const c = client()
    await synced(c)
    await until(c.doc, () => cards(c).size === 3)
    expect(cards(c).toJSON()).toEqual({ before: 1, 'while away': 2, elsewhere: 3 })
  })

  test('is told that a board is not there, and does not try again', async () => {
    boardId = 'nowhere'
    const a = client()
    const closed = await new Promise<{ code: number }>((resolve) => a.once('closed', resolve))
    expect(closed.code).toBe(4404)
    expect(a.shouldConnect).toBe(false)
  })

  test('is sent away when its board goes to the bin', async () => {
    const a = client()
    await synced(a)
    const closed = new Promise<{ code: number }>((resolve) => a.once('closed', resolve))
    const response = await fetch(new URL(`/api/boards/${boardId}`, server.url), { method: 'DELETE' })
    expect(response.status).toBe(204)
    expect((await closed).code).toBe(4404)
  })
})

describe('durable acknowledgements', () => {
  test('come to whoever asked with v=1, one for each update message, and to nobody else', async () => {
    const asked = client({ v: '1' })
    const plain = client()
    const acks: number[] = []
    const counted = new Promise<void>((resolve) => {
      asked.messageHandlers[121] = (_encoder, decoder) => {
        acks.push(decoder.arr[decoder.pos++] ?? 0)
        if (acks.reduce((sum, n) => sum + n, 0) === 4) resolve()
      }
    })
    plain.messageHandlers[121] = () => {
      throw new Error('an acknowledgement nobody asked for')
    }
    await Promise.all([synced(asked), synced(plain)])
    for (const key of ['x', 'y', 'z']) cards(asked).set(key, 1)
    cards(plain).set('w', 1)
    await counted
    await until(plain.doc, () => cards(plain).has('z'))
    expect(acks.reduce((sum, n) => sum + n, 0)).toBe(4)
  })
})

describe('a flood', () => {
  const flood = (socket: WebSocket, frames: number): void => {
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, 2)
      encoding.writeVarUint8Array(encoder, update)
      socket.send(encoding.toUint8Array(encoder))
    })
    for (let i = 0; i < frames; i++) doc.getMap('activities').set(`k${i}`, i)
  }

  test('is slowed, and nothing of it is lost', async () => {
    await server.stop()
    await start({ ...RELAY_LIMITS, framesPerSecond: 500, frameBurst: 10 })
    const { socket, greeted } = await raw()
    await greeted
    flood(socket, 100)
    const a = client()
    await synced(a)
    await until(a.doc, () => cards(a).size === 100)
    expect(socket.readyState).toBe(WebSocket.OPEN)
    socket.terminate()
  })

  test('that goes on for too long is sent away with 4529', async () => {
    await server.stop()
    await start({ ...RELAY_LIMITS, framesPerSecond: 100, frameBurst: 1, longestPauseMs: 50 })
    const { socket, closed, greeted } = await raw()
    await greeted
    flood(socket, 100)
    expect(await closed).toBe(4529)
  })
})

describe('a socket that misbehaves is sent away alone', () => {
  test.each<[string, number, (socket: WebSocket) => void]>([
    ['a text frame', 1003, (socket) => socket.send('99999999999999')],
    ['a frame over the limit', 1009, (socket) => socket.send(new Uint8Array(RELAY_LIMITS.maxFrameBytes + 1))],
    ['an empty frame', 4400, (socket) => socket.send(new Uint8Array(0))],
    ['noise', 4400, (socket) => socket.send(Uint8Array.from({ length: 300 }, (_, i) => (i * 7919) % 256))],
    ['an update that is none', 4400, (socket) => socket.send(Uint8Array.of(0, 2, 3, 200, 200, 1))],
  ])('%s: %i', async (_name, code, misbehave) => {
    const a = client()
    const b = client()
    await Promise.all([synced(a), synced(b)])
    const hostile = await raw()
    misbehave(hostile.socket)
    expect(await hostile.closed).toBe(code)
    cards(a).set('after', 1)
    await until(b.doc, () => cards(b).has('after'))
    expect([a.wsconnected, b.wsconnected]).toEqual([true, true])
  })

  test.each(['/sync/', '/sync/..%2fetc', '/sync/a/b', '/sync/%E2%80%AEx', `/sync/${'x'.repeat(150)}`])(
    '%s is accepted, then closed with 4404',
    async (path) => {
      expect(await (await raw(path)).closed).toBe(4404)
    },
  )

  test.each(['http://evil.example', 'null', 'http://127.0.0.1.evil.example', 'http://127.0.0.1:1'])(
    'the page of %s is refused at the upgrade',
    async (origin) => {
      await expect(raw(undefined, { origin })).rejects.toThrow('403')
    },
  )

  test('our own page and a program without an origin on this machine are let in', async () => {
    const page = await raw(undefined, { origin: `http://127.0.0.1:${port}` })
    const program = await raw()
    page.socket.close()
    program.socket.close()
    expect(await Promise.all([page.closed, program.closed])).toEqual([1005, 1005])
  })

  test('a line that is cut in the middle of a frame harms nobody', async () => {
    const a = client()
    await synced(a)
    const hostile = await raw()
    const line = connect(Number(port), '127.0.0.1')
    line.write(
      `GET /sync/${boardId} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n`,
    )
    line.write('Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n')
    await new Promise((resolve) => line.once('data', resolve))
    line.write(Uint8Array.of(0x82, 0xff, 0, 0))
    line.resetAndDestroy()
    hostile.socket.terminate()
    await hostile.closed
    const b = client()
    await synced(b)
    cards(a).set('after', 1)
    await until(b.doc, () => cards(b).has('after'))
    expect(a.wsconnected).toBe(true)
  })
})
