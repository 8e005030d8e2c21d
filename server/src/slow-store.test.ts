import { tmpdir } from 'node:os'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import { buildApp } from './app.ts'
import { boardSummary } from './boards/board-summary.ts'
import { readConfig } from './config.ts'
import { MemoryLog } from './log/memory-log.ts'
import { RelayMetrics } from './relay-metrics.ts'
import { RoomRegistry } from './rooms/room-registry.ts'

const answersAfterMs = 2000

/** A log whose disk takes its time over every board. */
class SlowLog extends MemoryLog {
  override async read(...args: Parameters<MemoryLog['read']>): ReturnType<MemoryLog['read']> {
    await new Promise((resolve) => setTimeout(resolve, answersAfterMs))
    return super.read(...args)
  }
}

let app: FastifyInstance
let rooms: RoomRegistry
let port: string
const providers: WebsocketProvider[] = []

beforeEach(async () => {
  const log = new SlowLog()
  const logger = pino({ level: 'silent' })
  const metrics = new RelayMetrics(logger, () => rooms.counts)
  rooms = new RoomRegistry({ log, observer: metrics, summarise: boardSummary })
  const config = readConfig({})
  const [operatorToken, secret, clientDir] = ['token', 's'.repeat(32), tmpdir()]
  app = await buildApp({ config, log, rooms, metrics, clientDir, operatorToken, limits: RELAY_LIMITS, secret }, logger)
  port = new URL(await app.listen({ port: 0 })).port
  const doc = new Y.Doc()
  for (let i = 0; i < 100; i++) doc.getMap('activities').set(`c${i}`, { id: `c${i}` })
  const board = { id: 'plan', title: 'Plan', activities: 100, principal: 'maker', atMs: 1 }
  await log.createBoard({ ...board, firstUpdate: Y.encodeStateAsUpdate(doc) })
})

afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy()
  await rooms.stop()
  await app.close()
})

/** An unmodified y-websocket client, and how many cards it held whenever it called itself synced. */
function client(): { readonly provider: WebsocketProvider; readonly cards: number[] } {
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, 'plan', new Y.Doc(), {
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  })
  const cards: number[] = []
  provider.on('sync', (synced: boolean) => {
    if (synced) cards.push(provider.doc.getMap('activities').size)
  })
  providers.push(provider)
  return { provider, cards }
}

test('[P18] a store that answers after two seconds: nobody calls a board synced that has not come, and nothing sent meanwhile is lost', async () => {
  const [plain, other] = [client(), client()]
  await expect.poll(() => [plain.provider.wsconnected, other.provider.wsconnected]).toEqual([true, true])
  expect(rooms.counts.rooms).toBe(1)
  plain.provider.doc.getMap('activities').set('mine', { id: 'mine' })
  expect([plain.cards, other.cards]).toEqual([[], []])
  await expect.poll(() => other.provider.doc.getMap('activities').has('mine'), { timeout: 20_000 }).toBe(true)
  await expect.poll(() => plain.provider.doc.getMap('activities').size, { timeout: 20_000 }).toBe(101)
  for (const { cards } of [plain, other]) {
    expect(cards).toHaveLength(1)
    expect(cards[0]).toBeGreaterThanOrEqual(100)
  }
})
