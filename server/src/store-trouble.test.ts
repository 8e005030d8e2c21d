import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { storeFileName } from './log/sqlite-file.ts'
import { breakPageWith } from './log/testing/break-page.ts'
import { breakStore } from './log/testing/break-store.ts'
import type { Break } from './log/testing/break-store.ts'
import { startServer } from './start-server.ts'
import type { RunningServer } from './start-server.ts'

let server: RunningServer
let dataDir: string
let boardId: string
let logged: string[]
const providers = new Set<WebsocketProvider>()

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'schakelbord-trouble-'))
  logged = []
  const env = { PORT: '0', DATA_DIR: dataDir, DEMO: 'no', LOG_LEVEL: 'info' }
  const sink = { write: (line: string) => void logged.push(line) }
  const worker = new URL('./log/testing/breaking-worker.ts', import.meta.url)
  server = await startServer(env, dataDir, (level) => pino({ level }, sink), {}, worker)
  const response = await fetch(new URL('/api/boards', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"title":"Plan"}',
  })
  boardId = ((await response.json()) as { id: string }).id
})

afterEach(async () => {
  for (const provider of providers) provider.destroy()
  providers.clear()
  await server.stop()
  rmSync(dataDir, { recursive: true })
})

async function connect(): Promise<WebsocketProvider> {
  const { port } = new URL(server.url)
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, boardId, new Y.Doc(), {
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
    maxBackoffTime: 200,
  })
  providers.add(provider)
  await expect.poll(() => provider.synced).toBe(true)
  return provider
}

const cards = ({ doc }: WebsocketProvider): Y.Map<unknown> => doc.getMap('activities')

const readiness = async (): Promise<number> => (await fetch(new URL('/health/ready', server.url))).status

test.each<Break>([
  { step: 'append: insert', how: 'throw', times: 1 },
  { step: 'append: commit', how: 'throw', times: 3 },
  { step: 'append: answer', how: 'throw', times: 1 },
  { step: 'append: begin', how: 'die', times: 1 },
  { step: 'append: commit', how: 'die', times: 1 },
  { step: 'append: answer', how: 'die', times: 1 },
])(
  'a store that fails ($how before "$step", $times×): the edit stays with its author, everybody is asked to come back, and all arrives',
  async (wish) => {
    const [writer, reader] = [await connect(), await connect()]
    cards(writer).set('before', 1)
    await expect.poll(() => cards(reader).get('before')).toBe(1)
    const sentAway = new Set<number>()
    for (const provider of [writer, reader]) {
      provider.on('connection-close', (event: { code: number } | null) => sentAway.add(event?.code ?? 0))
    }
    breakStore(dataDir, wish)
    cards(writer).set('during', 2)
    await expect.poll(() => sentAway.has(4503), { timeout: 10_000 }).toBe(true)
    await expect.poll(() => cards(reader).get('during'), { timeout: 20_000 }).toBe(2)
    expect([...sentAway]).toEqual([4503])
    expect(await readiness()).toBe(200)
    const newcomer = await connect()
    expect(cards(newcomer).toJSON()).toEqual({ before: 1, during: 2 })
    const died = logged.filter((line) => line.includes('the thread of the store died'))
    expect(died).toHaveLength(wish.how === 'die' ? 1 : 0)
    expect(logged.filter((line) => line.includes('the store takes writes again'))).toHaveLength(wish.times)
  },
)

test.each<Break>([
  { step: 'snapshot: write', how: 'throw', times: 1 },
  { step: 'tail: delete', how: 'die', times: 1 },
])('a compaction that fails ($how before "$step") hurts nobody', async (wish) => {
  const [writer, reader] = [await connect(), await connect()]
  breakStore(dataDir, wish)
  // More than the bytes after which a room compacts, each change in a commit of its own.
  const note = 'x'.repeat(50_000)
  for (let i = 0; i < 25; i++) {
    cards(writer).set(`c${i}`, note)
    await expect.poll(() => cards(reader).get(`c${i}`), { interval: 1, timeout: 10_000 }).toBe(note)
  }
  await expect
    .poll(() => logged.some((line) => line.includes('could not be compacted')), { timeout: 10_000 })
    .toBe(true)
  cards(writer).set('after', 1)
  await expect.poll(() => cards(reader).get('after'), { timeout: 20_000 }).toBe(1)
  const newcomer = await connect()
  expect(cards(newcomer).size).toBe(26)
})

test('a page that breaks where everybody writes costs what lay on it; the other boards go on by themselves', async () => {
  const own = boardId
  const response = await fetch(new URL('/api/boards', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"title":"Other plan"}',
  })
  boardId = ((await response.json()) as { id: string }).id
  const [other, otherReader] = [await connect(), await connect()]
  boardId = own
  const [writer, reader] = [await connect(), await connect()]
  cards(writer).set('before', 1)
  await expect.poll(() => cards(reader).get('before')).toBe(1)
  const long = 'x'.repeat(1500)
  for (let i = 0; i < 6; i++) {
    cards(other).set(`o${i}`, `o${i} ${long}`)
    // Each in a record of its own, so that none is too long for its page.
    await expect.poll(() => cards(otherReader).has(`o${i}`), { interval: 1 }).toBe(true)
  }
  // Once it is quiet all lies in the file itself, and nothing of it in memory.
  await expect.poll(() => storedBytes(), { timeout: 10_000 }).toBe(0)
  breakPageWith(dataDir, 'o5 xxx')
  cards(writer).set('after', 2)
  await expect.poll(() => cards(reader).get('after'), { timeout: 20_000 }).toBe(2)
  expect(logged.some((line) => line.includes('the file with boards was damaged'))).toBe(true)
  expect(await readiness()).toBe(200)
  const newcomer = await connect()
  expect(cards(newcomer).toJSON()).toEqual({ before: 1, after: 2 })
})

/** What lies in the write-ahead log. */
function storedBytes(): number {
  return statSync(join(dataDir, `${storeFileName}-wal`)).size
}
