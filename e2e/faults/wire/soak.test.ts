import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
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
const minutes = isLong ? Number(process.env['SOAK_MINUTES'] ?? 10) : 0
const boardsInAll = isLong ? 400 : 30
const rounds = isLong ? 20 : 8
/** What is made once – code that is compiled, tables that grow to their size – is made by then. */
const comparedWithRound = 3
const editsPerVisit = 20
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
  for (let i = 0; i < editsPerVisit / 2; i++) {
    cards(a).set(`a${i}`, { id: `a${i}`, visit: n })
    cards(b).set(`b${i}`, { id: `b${i}`, visit: n })
  }
  const lastKey = editsPerVisit / 2 - 1
  const last = (name: string) => JSON.stringify({ id: `${name}${lastKey}`, visit: n })
  const saw = (provider: WebsocketProvider, name: string): Promise<void> =>
    until(provider.doc, () => JSON.stringify(cards(provider).get(`${name}${lastKey}`)) === last(name))
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

const running = new Set<RelayProcess>()
let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'schakelbord-soak-'))
})

afterEach(async () => {
  await Promise.all([...running].map((server) => server.kill()))
  running.clear()
  rmSync(dataDir, { recursive: true })
})

/** What a server takes. Units: bytes. */
interface Taken {
  readonly inUse: number
  readonly resident: number
  readonly store: number
}

test(
  `[P16] ${boardsInAll} rooms that are opened, worked in and left, ${rounds} times and more, leave nothing behind (seed ${seed})`,
  async () => {
    const random = seededRandom(seed)
    const server = new RelayProcess({ DATA_DIR: dataDir, ...withInspector })
    running.add(server)
    const address = await server.ready()
    const inspector = await Inspector.open(server)
    const boards: Board[] = []
    for (let i = 0; i < boardsInAll; i++) {
      const windows = [await newWindow(address), await newWindow(address)] as const
      boards.push({ id: await makeBoard(address), windows, visits: 0 })
    }
    const sizeOf = (file: string): number => statSync(path.join(dataDir, file)).size
    const openRooms = async (): Promise<string | undefined> =>
      /^schakelbord_rooms (\d+)$/m.exec(await (await fetch(new URL('/metrics', address))).text())?.[1]

    const round = async (): Promise<void> => {
      for (let i = 0; i < boards.length; i += 10) {
        await Promise.all(boards.slice(i, i + 10).map((board) => visit(address, board)))
        const { id = '' } = boards[random(boards.length)] ?? {}
        await intrude(address, id, random)
        await (await fetch(new URL(`/api/boards/${id}`, address))).arrayBuffer()
      }
      await (await fetch(new URL('/api/boards', address))).arrayBuffer()
    }
    /** What it takes when everybody has left: in the long run after all rooms were let go of, else with all of them. */
    const taken = async (): Promise<Taken> => {
      if (isLong) await expect.poll(openRooms, { timeout: 120_000, interval: 500 }).toBe('0')
      const { heapUsed, external, rss } = await inspector.memory()
      return { inUse: heapUsed + external, resident: rss, store: sizeOf('boards.db') }
    }
    const inWords = ({ inUse, resident, store }: Taken): string =>
      [inUse, resident, store].map((bytes) => (bytes / mebibyte).toFixed(1)).join(' / ')

    const untilMs = performance.now() + minutes * 60_000
    for (let n = 0; n < comparedWithRound; n++) await round()
    const before = await taken()
    let done: number = comparedWithRound
    for (; done < rounds || performance.now() < untilMs; done++) {
      await round()
      if (isLong && done % 5 === 0) {
        const { heapUsed, external, rss } = await inspector.memory()
        console.log(
          `soak: round ${done}, with ${await openRooms()} rooms: ${inWords({ inUse: heapUsed + external, resident: rss, store: sizeOf('boards.db') })} MB in use / resident / in the store`,
        )
      }
    }
    const after = await taken()

    const edits = (done - comparedWithRound) * boardsInAll * editsPerVisit
    const bytesPerEdit = (after.store - before.store) / edits
    console.log(
      `soak: seed ${seed}, ${done} rounds of ${boardsInAll} boards, ${edits} edits since round ${comparedWithRound}; in use / resident / store: before ${inWords(before)}, after ${inWords(after)} MB; ${bytesPerEdit.toFixed(0)} bytes in the store per edit`,
    )
    expect(after.inUse - before.inUse).toBeLessThan((isLong ? 30 : 10) * mebibyte)
    expect(sizeOf('boards.db-wal')).toBeLessThan(32 * mebibyte)
    // Content stays what it was; what grows is the history, which keeps for ninety days who wrote what.
    expect(bytesPerEdit).toBeLessThan(200)
    expect((await fetch(new URL('/health/ready', address))).status).toBe(200)
    inspector.close()
    server.signal('SIGTERM')
    expect((await server.ended).code).toBe(0)
  },
  isLong ? (minutes + 30) * 60_000 : 300_000,
)
