import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { expect, test } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import { RelayProcess, makeBoard } from '../relay-process.ts'
import { seededRandom } from '../seeded-random.ts'
import { join, newWindow, until } from './honest-pair.ts'
import type { Window } from './honest-pair.ts'
import { HostileSocket } from './hostile-line.ts'
import { Inspector, withInspector } from './inspector.ts'
import { mutatedFrame } from './mutations.ts'

const isLong = process.env['FAULTS'] === 'long'
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const minutes = Number(process.env['SOAK_MINUTES'] ?? 10)
const boardsInAll = isLong ? 400 : 30
const boardsPerRound = isLong ? 40 : 30
const editsPerVisit = 10
const mebibyte = 1024 * 1024

interface Board {
  readonly id: string
  readonly windows: readonly [Window, Window]
  visits: number
}

const cards = ({ doc }: { readonly doc: Board['windows'][0]['doc'] }) => doc.getMap('activities')

/** Two people open a board, write over what they wrote before, show where they are, see each other's, and leave. */
async function visit(address: string, board: Board): Promise<void> {
  const n = ++board.visits
  const providers = await Promise.all(board.windows.map((window) => join(address, board.id, window)))
  const [a, b] = providers as [WebsocketProvider, WebsocketProvider]
  a.awareness.setLocalStateField('user', { name: 'Noor' })
  b.awareness.setLocalStateField('user', { name: 'Sam' })
  for (let i = 0; i < editsPerVisit; i++) {
    cards(a).set(`a${i}`, { id: `a${i}`, visit: n })
    cards(b).set(`b${i}`, { id: `b${i}`, visit: n })
  }
  const last = (name: string) => JSON.stringify({ id: `${name}${editsPerVisit - 1}`, visit: n })
  const saw = (provider: WebsocketProvider, name: string): Promise<void> =>
    until(provider.doc, () => JSON.stringify(cards(provider).get(`${name}${editsPerVisit - 1}`)) === last(name))
  await Promise.all([saw(a, 'b'), saw(b, 'a')])
  for (const provider of providers) provider.destroy()
}

/** Somebody without good intentions looks in. */
async function intrude(address: string, boardId: string, random: (below: number) => number): Promise<void> {
  const socket = new HostileSocket(address, `/sync/${boardId}`)
  await Promise.race([socket.greeted, socket.closed])
  for (let i = 0; i < 5; i++) socket.say(mutatedFrame(random).subarray(0, 40))
  await socket.heard()
  socket.leave()
}

test(
  `rooms that are opened, worked in and left, again and again, leave nothing behind (seed ${seed})`,
  async () => {
    const random = seededRandom(seed)
    const dataDir = mkdtempSync(path.join(tmpdir(), 'schakelbord-soak-'))
    const server = new RelayProcess({ DATA_DIR: dataDir, ...withInspector })
    const address = await server.ready()
    const inspector = await Inspector.open(server)
    const boards: Board[] = []
    for (let i = 0; i < boardsInAll; i++) {
      const windows = [await newWindow(address), await newWindow(address)] as const
      boards.push({ id: await makeBoard(address), windows, visits: 0 })
    }
    const sizeOf = (file: string): number => statSync(path.join(dataDir, file)).size
    const round = async (n: number): Promise<void> => {
      const chosen = Array.from({ length: boardsPerRound }, (_, i) => boards[(n * boardsPerRound + i) % boards.length])
      const some = chosen.filter((board): board is Board => board !== undefined)
      for (let i = 0; i < some.length; i += 10) {
        await Promise.all(some.slice(i, i + 10).map((board) => visit(address, board)))
      }
      await intrude(address, some[random(some.length)]?.id ?? '', random)
      await (await fetch(new URL('/api/boards', address))).arrayBuffer()
    }
    // Every board is visited a few times before anything is compared: what is made once is made.
    const warmUp = 3 * (boardsInAll / boardsPerRound)
    for (let n = 0; n < warmUp; n++) await round(n)
    const before = { memory: await inspector.memoryInUse(), store: sizeOf('boards.db') }

    const untilMs = performance.now() + minutes * 60_000
    let rounds = warmUp
    for (let toGo = 6; isLong ? performance.now() < untilMs : toGo > 0; toGo--) await round(rounds++)

    const visits = (rounds - warmUp) * boardsPerRound
    await expect
      .poll(async () => (await inspector.memoryInUse()) - before.memory, { timeout: 60_000, interval: 1000 })
      .toBeLessThan((isLong ? 30 : 10) * mebibyte)
    // Content stays what it was; only what people wrote since then stands in the log until it is made into snapshots.
    expect(sizeOf('boards.db-wal')).toBeLessThan(32 * mebibyte)
    expect(sizeOf('boards.db') - before.store).toBeLessThan(isLong ? 64 * mebibyte : 16 * mebibyte)
    expect((await fetch(new URL('/health/ready', address))).status).toBe(200)
    const after = { memory: await inspector.memoryInUse(), store: sizeOf('boards.db') }
    console.log(
      `soak: seed ${seed}, ${visits} visits; before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`,
    )
    inspector.close()
    server.signal('SIGTERM')
    expect((await server.ended).code).toBe(0)
    rmSync(dataDir, { recursive: true })
  },
  isLong ? (minutes + 10) * 60_000 : 180_000,
)
