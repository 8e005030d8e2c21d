import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { RelayProcess, makeBoard } from '../relay-process.ts'
import { seededRandom } from '../seeded-random.ts'
import { HonestPair, join, newWindow } from './honest-pair.ts'
import { HostileSocket } from './hostile-line.ts'
import { Inspector, withInspector } from './inspector.ts'
import { mutatedFrame } from './mutations.ts'
import type { Random } from './mutations.ts'

const isLong = process.env['FAULTS'] === 'long'
const frames = Number(process.env['MUTATIONS'] ?? (isLong ? 200_000 : 2000))
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const lines = 16
/** What was well-formed stays on a board, and everybody who comes carries it along: so a new one now and then. */
const framesPerBoard = 10_000

const running = new Set<RelayProcess>()
let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'schakelbord-mutation-'))
})

afterEach(async () => {
  await Promise.all([...running].map((server) => server.kill()))
  running.clear()
  rmSync(dataDir, { recursive: true })
})

async function serve(): Promise<{ readonly server: RelayProcess; readonly address: string }> {
  // As fast as it goes: what a limit of pace keeps out is not tried.
  const server = new RelayProcess({
    DATA_DIR: dataDir,
    MAX_MESSAGES_PER_SECOND: '100000',
    MAX_KB_PER_SECOND: '1000000',
    MAX_PROCESSOR_PERCENT: '100',
    ...withInspector,
  })
  running.add(server)
  return { server, address: await server.ready() }
}

/** What a board holds, to the last struct. */
interface Held {
  readonly boardId: string
  readonly snapshot: Y.Snapshot
}

async function expectHeld(address: string, { boardId, snapshot }: Held): Promise<void> {
  const newcomer = await join(address, boardId, await newWindow(address))
  expect(Y.equalSnapshots(Y.snapshot(newcomer.doc), snapshot)).toBe(true)
  newcomer.destroy()
}

/** Throws bent frames at a new board beside a pair that works on it; answers what it holds then. */
async function bombard(address: string, count: number, random: Random, codes: Map<number, number>): Promise<Held> {
  const boardId = await makeBoard(address)
  const pair = await HonestPair.join(address, boardId)
  const pool: (HostileSocket | undefined)[] = Array.from({ length: lines })
  const lineAt = async (slot: number): Promise<HostileSocket> => {
    const known = pool[slot]
    if (known?.isOpen === true) return known
    const socket = new HostileSocket(address, `/sync/${boardId}`)
    void socket.closed.then((code) => codes.set(code, (codes.get(code) ?? 0) + 1))
    await Promise.race([socket.greeted, socket.closed])
    pool[slot] = socket
    return socket
  }
  for (let sent = 0; sent < count; sent += lines) {
    const batch = await Promise.all(pool.map((_, slot) => lineAt(slot)))
    for (const socket of batch) socket.say(mutatedFrame(random))
    await Promise.all(batch.map((socket) => socket.heard()))
    if (sent % (lines * 16) === 0) await pair.round()
  }
  for (const socket of pool) socket?.leave()
  await pair.round()
  const held = { boardId, snapshot: Y.snapshot(pair.a.doc) }
  await expectHeld(address, held)
  pair.leave()
  return held
}

test(
  `${frames} frames bent by chance hurt nobody but those who sent them (seed ${seed})`,
  async () => {
    const random = seededRandom(seed)
    const { server, address } = await serve()
    const inspector = await Inspector.open(server)
    const memoryBefore = await inspector.memoryInUse()
    const codes = new Map<number, number>()
    const boards: Held[] = []
    for (let sent = 0; sent < frames; sent += framesPerBoard)
      boards.push(await bombard(address, Math.min(framesPerBoard, frames - sent), random, codes))

    expect((await fetch(new URL('/health/ready', address))).status).toBe(200)
    // Nothing but the codes of the contract, and the lines that were left here.
    const expected = new Set([1006, 4400, 4403, 4413, 4422, 4509, 4529])
    expect([...codes.keys()].filter((code) => !expected.has(code))).toEqual([])
    expect(codes.get(4400)).toBeGreaterThan(frames / 100)
    // Boards that nobody is on are let go of, and the frames left nothing.
    await expect
      .poll(async () => (await inspector.memoryInUse()) - memoryBefore, { timeout: 90_000, interval: 500 })
      .toBeLessThan(16 * 1024 * 1024)
    expect(
      server.complaints
        .join('')
        .split('\n')
        .filter((line) => line.includes('"level":50')),
    ).toEqual([])
    inspector.close()
    server.signal('SIGTERM')
    expect((await server.ended).code).toBe(0)
    // What the pairs held and what is on disk are one and the same.
    const again = await serve()
    for (const held of boards) await expectHeld(again.address, held)
    console.log(`mutation: seed ${seed}, ${frames} frames, closed with ${JSON.stringify(Object.fromEntries(codes))}`)
  },
  isLong ? 3_600_000 : 120_000,
)
