import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { readAnnouncement } from './operator/control-file.ts'
import { startServer } from './start-server.ts'
import type { RunningServer } from './start-server.ts'

let server: RunningServer | undefined
let dataDir: string
let address: URL
let lines: Record<string, unknown>[]

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'schakelbord-limits-'))
  lines = []
})

afterEach(async () => {
  await server?.stop()
  server = undefined
  rmSync(dataDir, { recursive: true })
})

async function start(settings: Record<string, string> = {}): Promise<void> {
  const env = { PORT: '0', DATA_DIR: dataDir, DEMO: 'no', ...settings }
  const sink = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) }
  server = await startServer(env, join(dataDir, 'no-client'), (level) => pino({ level }, sink))
  address = new URL(readAnnouncement(dataDir)?.url ?? '')
}

const makeBoard = async (): Promise<string> => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(new URL('/api/boards', address), { method: 'POST', headers, body: '{"title":"Plan"}' })
  return ((await response.json()) as { id: string }).id
}

const metric = async (name: string): Promise<string[]> => {
  const text = await (await fetch(new URL('/metrics', address))).text()
  return text.split('\n').filter((line) => line.startsWith(`schakelbord_${name}`))
}

interface Line {
  readonly socket: WebSocket
  /** Resolves when the relay has greeted, or with the code of its goodbye. */
  readonly answer: Promise<number | 'greeted'>
  readonly closed: Promise<number>
}

function joinBoard(boardId: string, headers: Record<string, string> = {}): Line {
  const socket = new WebSocket(`ws://127.0.0.1:${address.port}/sync/${boardId}`, { headers })
  socket.on('error', () => {})
  const closed = new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)))
  const greeted = new Promise<'greeted'>((resolve) => socket.once('message', () => resolve('greeted')))
  return { socket, answer: Promise.race([greeted, closed]), closed }
}

async function leave(...parts: readonly Line[]): Promise<void> {
  for (const { socket } of parts) socket.close()
  await Promise.all(parts.map(({ closed }) => closed))
}

/** Sends bytes on a bare line and resolves with all that came back when the other side hung up. */
function say(...parts: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const line = connect(Number(address.port), '127.0.0.1', () => {
      for (const part of parts) line.write(part)
    })
    line.on('data', (data) => (heard += data.toString()))
    line.on('error', () => {})
    line.on('close', () => resolve(heard))
  })
}

describe('sockets', () => {
  test('a board takes so many and no more: 4413, until one of them leaves; it stands in the metrics', async () => {
    await start({ MAX_SOCKETS_PER_BOARD: '2' })
    const [plan, other] = [await makeBoard(), await makeBoard()]
    const first = joinBoard(plan)
    const second = joinBoard(plan)
    expect(await Promise.all([first.answer, second.answer])).toEqual(['greeted', 'greeted'])
    expect(await joinBoard(plan).answer).toBe(4413)
    const elsewhere = joinBoard(other)
    expect(await elsewhere.answer).toBe('greeted')
    expect(await metric('refusals_total')).toEqual([
      'schakelbord_refusals_total{code="4413",reason="too many sockets on one board"} 1',
    ])
    await leave(first)
    await expect.poll(() => metric('sockets ')).toEqual(['schakelbord_sockets 2'])
    const third = joinBoard(plan)
    expect(await third.answer).toBe('greeted')
    await leave(second, third, elsewhere)
  })

  test('an address has so many, on so many boards, and no more: 4413', async () => {
    await start({ MAX_SOCKETS_PER_ADDRESS: '3', MAX_BOARDS_PER_ADDRESS: '2' })
    const boards = [await makeBoard(), await makeBoard(), await makeBoard()]
    const [one = '', two = '', three = ''] = boards
    const kept = [joinBoard(one), joinBoard(two)]
    for (const { answer } of kept) expect(await answer).toBe('greeted')
    expect(await joinBoard(three).answer).toBe(4413)
    kept.push(joinBoard(two))
    expect(await kept[2]?.answer).toBe('greeted')
    expect(await joinBoard(one).answer).toBe(4413)
    expect(await metric('refusals_total')).toEqual([
      'schakelbord_refusals_total{code="4413",reason="too many boards of one address"} 1',
      'schakelbord_refusals_total{code="4413",reason="too many sockets of one address"} 1',
    ])
    await leave(...kept)
  })

  test('an address that connects again and again is let in to be told 4529, and written down once', async () => {
    await start({ MAX_CONNECTS_PER_MINUTE: '5' })
    const plan = await makeBoard()
    for (let i = 0; i < 5; i++) {
      const line = joinBoard(plan)
      expect(await line.answer).toBe('greeted')
      await leave(line)
    }
    for (let i = 0; i < 20; i++) expect(await joinBoard(plan).answer).toBe(4529)
    const sentAway = lines.filter(({ msg }) => msg === 'socket sent away')
    expect(sentAway).toMatchObject([{ address: '127.0.0.1', code: 4529, reason: 'too many connects of one address' }])
    expect(JSON.stringify(sentAway)).not.toContain(plan)
    expect(await metric('refusals_total')).toEqual([
      'schakelbord_refusals_total{code="4529",reason="too many connects of one address"} 20',
    ])
  })

  test('a socket that is asked for where there is none is refused, and not written down', async () => {
    await start()
    const line = joinBoard('x')
    expect(await line.answer).toBe(4404)
    const refused = await say(
      'GET /api/boards HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    )
    expect(refused).toContain('HTTP/1.1 404')
    expect(lines.filter(({ msg }) => String(msg).includes('websocket'))).toEqual([])
  })
})

describe('requests', () => {
  test('of one address are answered so often a minute; then 429 with the time to wait', async () => {
    await start({ MAX_REQUESTS_PER_MINUTE: '4' })
    const statuses: number[] = []
    for (let i = 0; i < 6; i++) statuses.push((await fetch(new URL('/api/boards', address))).status)
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429])
    const refused = await fetch(new URL('/api/nothing', address), { method: 'POST' })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const body = (await refused.json()) as Record<string, string>
    expect(body['code']).toBe('BRD_TOO_MANY_REQUESTS')
    expect(body['hint']).toMatch(/Wacht \d+ seconden/)
    expect(lines.filter(({ msg }) => msg === 'request refused')).toMatchObject([
      { address: '127.0.0.1', code: 429, reason: 'BRD_TOO_MANY_REQUESTS' },
    ])
  })

  test('that make boards are fewer, and do not count against those that read', async () => {
    await start({ MAX_NEW_BOARDS_PER_MINUTE: '1' })
    await makeBoard()
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"title":"x"}' }
    expect((await fetch(new URL('/api/boards', address), init)).status).toBe(429)
    expect((await fetch(new URL('/api/boards', address))).status).toBe(200)
    expect(await metric('request_refusals_total')).toEqual([
      'schakelbord_request_refusals_total{code="BRD_TOO_MANY_REQUESTS"} 1',
    ])
  })

  test('that read whole boards are as few as those that make them', async () => {
    await start({ MAX_NEW_BOARDS_PER_MINUTE: '2' })
    const [first, second] = [await makeBoard(), await makeBoard()]
    const read = async (id: string): Promise<number> =>
      (await fetch(new URL(`/api/boards/${id}/export.json`, address))).status
    expect([await read(first), await read(second), await read(first)]).toEqual([200, 200, 429])
  })

  test.each([
    ['0', '203.0.113.9', [200, 429, 429]],
    ['1', '203.0.113.9', [200, 429, 200]],
  ])(
    'with PROXY_HOPS=%s X-Forwarded-For counts only as far as proxies of ours wrote it',
    async (hops, who, expected) => {
      await start({ PROXY_HOPS: hops, MAX_REQUESTS_PER_MINUTE: '1' })
      const ask = async (forwarded: string): Promise<number> =>
        (await fetch(new URL('/api/boards', address), { headers: { 'x-forwarded-for': forwarded } })).status
      // What the client wrote itself comes first; what the proxy saw comes last.
      expect([
        await ask(`10.0.0.1, ${who}`),
        await ask(`10.0.0.2, ${who}`),
        await ask(`10.0.0.2, 198.51.100.7`),
      ]).toEqual(expected)
    },
  )

  test('behind a proxy, nobody becomes this machine by saying so', async () => {
    await start({ PROXY_HOPS: '1' })
    const plan = await makeBoard()
    const line = joinBoard(plan, { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' })
    expect(await line.answer).toBe(1006)
  })

  test.each([
    ['no request at all', ['nonsense\r\n\r\n'], 400, 'BRD_BAD_REQUEST'],
    ['headers without end', ['GET / HTTP/1.1\r\nHost: x\r\nX: ', 'x'.repeat(20_000)], 431, 'BRD_HEADERS_TOO_LARGE'],
    [
      'two lengths',
      ['POST /api/boards HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n'],
      400,
      'BRD_BAD_REQUEST',
    ],
    ['a request without a host', ['GET / HTTP/1.1\r\n\r\n'], 400, ''],
  ])('%s is answered in the same form, and hung up on', async (_name, parts, status, code) => {
    await start()
    const heard = await say(...parts)
    expect(heard).toContain(`HTTP/1.1 ${status} `)
    expect(heard).toContain(code)
    expect(heard).not.toMatch(/\bat .*:\d+|node_modules/)
  })

  test('a line that says nothing, or its headers by the byte, is hung up on within seconds', async () => {
    await start()
    const [silent, slow] = await Promise.all([say(''), say('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')])
    expect(silent + slow).toMatch(/^(?:HTTP\/1\.1 408 [^]*)?$/)
    expect((await fetch(new URL('/health/live', address))).status).toBe(200)
  })
})

describe('a contact for weaknesses', () => {
  test('is nowhere where none is set', async () => {
    await start()
    expect((await fetch(new URL('/.well-known/security.txt', address))).status).toBe(404)
  })

  test('is given as RFC 9116 asks, with an end within a year', async () => {
    await start({ SECURITY_CONTACT: 'mailto:security@example.org', PUBLIC_URL: 'https://board.example.org' })
    const response = await fetch(new URL('/.well-known/security.txt', address))
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const text = await response.text()
    expect(text).toMatch(/^Contact: mailto:security@example\.org\n/)
    expect(text).toContain('\nCanonical: https://board.example.org/.well-known/security.txt\n')
    const [, expires = ''] = /^Expires: (.+)$/m.exec(text) ?? []
    const days = (Date.parse(expires) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(30)
    expect(days).toBeLessThan(365)
  })
})

test('behind TLS the page may only be reached and may only reach out by TLS', async () => {
  await start({ PUBLIC_URL: 'https://board.example.org' })
  const { headers } = await fetch(new URL('/', address))
  expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
  expect(headers.get('content-security-policy')).not.toContain('ws://')
  await server?.stop()
  server = undefined
  await start()
  expect((await fetch(new URL('/', address))).headers.get('strict-transport-security')).toBeNull()
})
