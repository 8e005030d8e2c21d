import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { renameBoard } from '@schakelbord/shared/commands/rename-board'
import { documentToBoardFile } from '@schakelbord/shared/exchange/document-to-board-file'
import { SCHEMA_VERSION, openBoardDocument } from '@schakelbord/shared/model/board-document'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import { storeFileName } from './log/sqlite-file.ts'
import { SqliteLog } from './log/sqlite-log.ts'
import { RoomDocument } from './rooms/room-document.ts'
import { startServer } from './start-server.ts'
import type { RunningServer } from './start-server.ts'

/**
 * Stores as released versions wrote them, each with the board file that was in it.
 *
 * Shape: one board with a snapshot, history, a tail, a note that was taken away, a root that nobody knows, and one refused
 * change. A release adds its own pair and leaves the others as they are.
 */
const folder = fileURLToPath(new URL('./testing/stored-boards', import.meta.url))
const versions = readdirSync(folder)
  .filter((name) => name.endsWith('.db'))
  .map((name) => name.slice(0, -3))

let dataDir: string
let server: RunningServer | undefined

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'schakelbord-stored-'))
})

afterEach(async () => {
  await server?.stop()
  server = undefined
  rmSync(dataDir, { recursive: true })
})

describe.each(versions)('a store that version %s wrote', (version) => {
  test('opens with all it holds, takes changes, and compacts', async () => {
    copyFileSync(join(folder, `${version}.db`), join(dataDir, storeFileName))
    const log = await SqliteLog.open(dataDir)
    const [row] = await log.listBoards()
    const boardId = row?.id ?? ''
    const open = async (): Promise<Y.Doc> => {
      const content = await log.read(boardId)
      if (content === undefined) throw new Error('there is no board')
      return new RoomDocument(boardId, content, RELAY_LIMITS, () => Date.now()).doc
    }
    const doc = await open()
    const expected: unknown = JSON.parse(readFileSync(join(folder, `${version}.json`), 'utf8'))
    expect(documentToBoardFile(doc)).toEqual(expected)
    expect(doc.getMap('ballots').get('later')).toBe('a root that 0.1.0 does not know')
    expect((await log.history(boardId)).map(({ principal }) => principal)).toContain('noor')
    expect((await log.read(boardId))?.claims.length).toBeGreaterThan(0)
    expect(await log.listQuarantine(boardId)).toHaveLength(1)

    const written: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => written.push(update))
    expect(renameBoard(openBoardDocument(doc), { id: 'noor', name: '' }, { title: 'Verder' }).ok).toBe(true)
    await log.append(written.map((update) => ({ boardId, update, principal: 'noor', atMs: Date.now() })))
    await log.compact(boardId, Number.MAX_SAFE_INTEGER)
    expect(documentToBoardFile(await open())).toEqual(documentToBoardFile(doc))
    expect(await log.examine()).toMatchObject({ damaged: [], problems: [] })
    await log.close()
  })
})

describe('a document that a newer program touched', () => {
  const start = async (): Promise<RunningServer> =>
    startServer({ PORT: '0', DATA_DIR: dataDir, DEMO: 'no', LOG_LEVEL: 'silent' }, dataDir, (level) => pino({ level }))

  async function connect(boardId: string): Promise<WebsocketProvider> {
    const { port } = new URL(server?.url ?? '')
    const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, boardId, new Y.Doc(), {
      WebSocketPolyfill: WebSocket as never,
      disableBc: true,
    })
    await expect.poll(() => provider.synced).toBe(true)
    return provider
  }

  test('keeps what this one does not know, over a compaction and a restart, and is not written to by it', async () => {
    server = await start()
    const made = await fetch(new URL('/api/boards', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"example":true}',
    })
    const { id } = (await made.json()) as { id: string }
    const newer = await connect(id)
    const [card = ''] = [...newer.doc.getMap('activities').keys()].map((key) => key.split('/')[0] ?? '')
    newer.doc.transact(() => {
      newer.doc.getMap('meta').set('schemaVersion', SCHEMA_VERSION + 1)
      newer.doc.getMap('activities').set(`${card}/energy`, 'a field of later')
      newer.doc.getMap('ballots').set('b1', { question: 'a root of later' })
    })
    const reader = await connect(id)

    const headers = { 'content-type': 'application/json' }
    const renamed = await fetch(new URL(`/api/boards/${id}`, server.url), {
      method: 'PATCH',
      headers,
      body: '{"title":"Oud"}',
    })
    expect(renamed.status).toBe(409)
    expect(renameBoard(openBoardDocument(reader.doc), { id: 'a', name: '' }, { title: 'Oud' })).toMatchObject({
      ok: false,
      reason: 'board-read-only',
    })
    const before = Y.encodeStateAsUpdate(newer.doc)
    for (const provider of [newer, reader]) provider.destroy()
    await server.stop()

    const log = await SqliteLog.open(dataDir)
    await log.compact(id, Number.MAX_SAFE_INTEGER)
    await log.close()
    server = await start()
    const again = await connect(id)
    expect(Y.equalSnapshots(Y.snapshot(again.doc), Y.snapshot(newer.doc))).toBe(true)
    const whole = new Y.Doc()
    Y.applyUpdate(whole, before)
    for (const name of ['meta', 'activities', 'ballots']) {
      expect(again.doc.getMap(name).toJSON()).toEqual(whole.getMap(name).toJSON())
    }
    expect(again.doc.getMap('activities').get(`${card}/energy`)).toBe('a field of later')
    expect(again.doc.getMap('ballots').toJSON()).toEqual({ b1: { question: 'a root of later' } })
    again.destroy()
  })
})
