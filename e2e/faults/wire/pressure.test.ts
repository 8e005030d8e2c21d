import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RelayProcess, makeBoard } from '../relay-process.ts'
import { updateFrame } from './frames.ts'
import { HonestPair, join, newWindow, until } from './honest-pair.ts'
import { BareLine, HostileSocket } from './hostile-line.ts'
import { Inspector, withInspector } from './inspector.ts'

vi.setConfig({ testTimeout: 120_000 })

const isLong = process.env['FAULTS'] === 'long'
const mebibyte = 1024 * 1024

let dataDir: string
let server: RelayProcess
let address: string
let boardId: string
let pair: HonestPair
let inspector: Inspector

async function start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  server = new RelayProcess({ DATA_DIR: dataDir, ...withInspector, ...settings })
  address = await server.ready()
  boardId = await makeBoard(address)
  pair = await HonestPair.join(address, boardId)
  inspector = await Inspector.open(server)
}

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'schakelbord-pressure-'))
})

afterEach(async () => {
  pair.leave()
  inspector.close()
  await server.kill()
  rmSync(dataDir, { recursive: true })
})

const metric = async (beginning: string): Promise<number> => {
  const text = await (await fetch(new URL('/metrics', address))).text()
  const line = text.split('\n').find((each) => each.startsWith(`schakelbord_${beginning}`)) ?? ''
  return Number(line.slice(line.lastIndexOf(' ') + 1))
}

test('whoever stops reading is cut, costs no memory, and has everything when they read again', async () => {
  // As fast as the pair likes: a trial cannot wait for the pace of people.
  await start({ MAX_KB_PER_SECOND: '1000000', MAX_MESSAGES_PER_SECOND: '100000' })
  const deaf = await join(address, boardId, await newWindow(address))
  const line = deaf.ws as unknown as WebSocket
  line.pause()
  const bare = new BareLine(address)
  await bare.opened
  await bare.upgrade(`/sync/${boardId}`)
  bare.line.pause()
  const before = await inspector.memoryInUse()
  const cut = 'refusals_total{code="1006",reason="it does not read"}'
  // What lies on the line in the kernel's hands comes first, some megabytes; so write until it happened.
  for (let written = 0; (await metric(cut)) !== 2; written++) {
    expect(written).toBeLessThan(200)
    pair.a.doc.getMap('activities').set('large', { text: `${written} `.padEnd(500_000, 'x') })
    await pair.round()
  }
  expect((await inspector.memoryInUse()) - before).toBeLessThan(16 * mebibyte)
  line.resume()
  const complete = (): boolean =>
    JSON.stringify(deaf.doc.getMap('activities').get('large')) ===
    JSON.stringify(pair.a.doc.getMap('activities').get('large'))
  await until(deaf.doc, complete)
  expect(deaf.wsconnected).toBe(true)
  deaf.destroy()
  bare.line.destroy()
})

/** Says small changes as fast as the line takes them, for as long as there are some. */
function flood(socket: HostileSocket, changes: number): void {
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => socket.say(updateFrame(update)))
  for (let i = 0; i < changes; i++) doc.getMap('activities').set(`flood ${i % 50}`, i)
}

test('a flood from three sockets waits on its own side: the pair is served before it', async () => {
  await start()
  const floods = 20_000
  const sockets = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const socket = new HostileSocket(address, `/sync/${boardId}`)
      await socket.greeted
      return socket
    }),
  )
  for (const socket of sockets) flood(socket, floods)
  const delaysMs: number[] = []
  const rounds = isLong ? 200 : 20
  for (let i = 0; i < rounds; i++) {
    const from = performance.now()
    await pair.round()
    delaysMs.push(performance.now() - from)
  }
  // Had they stood in line behind the flood, all of it would have been taken by now.
  expect(await metric('updates_total')).toBeLessThan(sockets.length * floods * 0.9)
  const median = delaysMs.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  console.log(
    `flood: ${rounds} rounds of the pair, median ${median.toFixed(0)} ms, worst ${Math.max(...delaysMs).toFixed(0)} ms`,
  )
  if (isLong) {
    expect(median).toBeLessThan(500)
    // A flood that does not end is sent away.
    expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual([4529, 4529, 4529])
  }
  for (const socket of sockets) socket.leave()
  await pair.round()
})
