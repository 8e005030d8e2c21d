import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readAnnouncement } from './operator/control-file.ts'
import { startServer } from './start-server.ts'
import type { RunningServer } from './start-server.ts'

let server: RunningServer
let dataDir: string
let address: URL
let boardId: string
const open = new Set<WebsocketProvider>()

async function start(settings: Record<string, string> = {}): Promise<void> {
  const env = { PORT: '0', DATA_DIR: dataDir, DEMO: 'no', LOG_LEVEL: 'silent', ...settings }
  server = await startServer(env, join(dataDir, 'no-client'), (level) => pino({ level }))
  address = new URL(readAnnouncement(dataDir)?.url ?? '')
}

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'schakelbord-devices-'))
  await start()
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(new URL('/api/boards', address), { method: 'POST', headers, body: '{"title":"Plan"}' })
  boardId = ((await response.json()) as { id: string }).id
})

afterEach(async () => {
  for (const provider of open) provider.destroy()
  open.clear()
  await server.stop()
  rmSync(dataDir, { recursive: true })
})

/** What a browser with these cookies gets when it opens the list of boards. */
async function visit(cookie = ''): Promise<string> {
  const response = await fetch(new URL('/api/boards', address), { headers: cookie === '' ? {} : { cookie } })
  const [given = ''] = response.headers.getSetCookie()
  return given
}

/** The part of a cookie that a browser sends back. */
async function newDevice(): Promise<string> {
  return (await visit()).split(';')[0] ?? ''
}

/** An unmodified y-websocket client of a browser with a cookie, or of none. */
function client(cookie: string, doc = new Y.Doc()): WebsocketProvider {
  class SocketWithCookie extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: cookie === '' ? {} : { cookie } })
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${address.port}/sync`, boardId, doc, {
    WebSocketPolyfill: SocketWithCookie as never,
    disableBc: true,
  })
  open.add(provider)
  return provider
}

const cards = ({ doc }: { readonly doc: Y.Doc }): Y.Map<unknown> => doc.getMap('activities')

function until({ doc }: WebsocketProvider, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (holds()) resolve()
    }
    doc.on('update', look)
    look()
  })
}

/** The first that a client hears of: that it is synced, or with which code it is sent away for good. */
const outcome = (provider: WebsocketProvider, which: 'any' | 'closed' = 'any'): Promise<number | 'synced'> =>
  new Promise((resolve) => {
    if (which === 'any') provider.once('sync', () => resolve('synced'))
    provider.once('closed', ({ code }: { code: number }) => resolve(code))
  })

describe('the cookie of a browser', () => {
  test('is only readable for the server, stays with this site, and lasts', async () => {
    const given = await visit()
    expect(given).toMatch(
      /^schakelbord-[0-9a-f]{8}=[\w-]{22}\.[\w%+/=-]+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    await server.stop()
    await start({ PUBLIC_URL: 'https://board.example.org' })
    const secure = await visit()
    expect(secure).toMatch(/^__Host-schakelbord-/)
    expect(secure).toContain('; Secure')
  })

  test('is the same person’s again, also after a restart; another browser gets another', async () => {
    const device = await newDevice()
    expect((await visit(device)).split(';')[0]).toBe(device)
    expect(await newDevice()).not.toBe(device)
    await server.stop()
    await start()
    expect((await visit(device)).split(';')[0]).toBe(device)
  })

  test('cannot be made by anybody else', async () => {
    const device = await newDevice()
    const [name = '', value = ''] = device.split('=')
    const forged = [`${name}=${'A'.repeat(22)}`, `${name}=${'A'.repeat(22)}${value.slice(22)}`, `${name}=%00.x`]
    for (const cookie of forged) {
      const given = (await visit(cookie)).split(';')[0] ?? ''
      expect(given).not.toContain('A'.repeat(22))
      expect(given).not.toBe(device)
    }
  })
})

describe('author ids', () => {
  test('the unsent change of a browser that is offline cannot be pushed aside by another: 4403, and it arrives', async () => {
    const device = await newDevice()
    const victim = client(device)
    expect(await outcome(victim)).toBe('synced')
    cards(victim).set('seen', 1)
    const colleague = client(await newDevice())
    await until(colleague, () => cards(colleague).has('seen'))
    victim.disconnect()
    cards(victim).set('unsent', 'precious')

    const forger = new Y.Doc()
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(colleague.doc))
    forger.clientID = victim.doc.clientID
    forger.getMap('activities').set('unsent', 'forged')
    // By the cookie of another browser, and by none.
    for (const cookie of [await newDevice(), '']) expect(await outcome(client(cookie, forger), 'closed')).toBe(4403)

    victim.connect()
    await until(colleague, () => cards(colleague).has('unsent'))
    expect(cards(colleague).get('unsent')).toBe('precious')
  })

  test('a second tab, and a client without a cookie that comes back, go on under what is theirs', async () => {
    const device = await newDevice()
    const first = client(device)
    expect(await outcome(first)).toBe('synced')
    cards(first).set('a', 1)
    const second = client(device)
    await until(second, () => cards(second).has('a'))
    cards(second).set('b', 1)
    const plain = client('')
    await until(plain, () => cards(plain).size === 2)
    cards(plain).set('c', 1)
    await until(first, () => cards(first).size === 3)
    plain.disconnect()
    cards(plain).set('d', 1)
    plain.connect()
    await until(first, () => cards(first).has('d'))
    expect(await outcome(client(device, second.doc))).toBe('synced')
    cards(second).set('e', 1)
    await until(first, () => cards(first).has('e'))
    expect([...cards(first).keys()].toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})
