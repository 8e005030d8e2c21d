import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { RelayProcess, makeBoard } from '../relay-process.ts'
import { seededRandom } from '../seeded-random.ts'
import { HonestPair, join, newWindow } from './honest-pair.ts'
import { HostileSocket } from './hostile-line.ts'
import { Inspector, withInspector } from './inspector.ts'
import { mutatedFrame } from './mutations.ts'

const isLong = process.env['FAULTS'] === 'long'
const frames = Number(process.env['MUTATIONS'] ?? (isLong ? 200_000 : 2000))
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const lines = 16

test(
  `${frames} frames bent by chance hurt nobody but those who sent them (seed ${seed})`,
  async () => {
    const random = seededRandom(seed)
    const dataDir = mkdtempSync(path.join(tmpdir(), 'schakelbord-mutation-'))
    // As fast as it goes: what a limit of pace keeps out is not tried.
    const server = new RelayProcess({
      DATA_DIR: dataDir,
      MAX_MESSAGES_PER_SECOND: '100000',
      MAX_KB_PER_SECOND: '1000000',
      MAX_PROCESSOR_PERCENT: '100',
      ...withInspector,
    })
    const address = await server.ready()
    const boardId = await makeBoard(address)
    const pair = await HonestPair.join(address, boardId)
    const inspector = await Inspector.open(server)
    await pair.round()
    const memoryBefore = await inspector.memoryInUse()

    const codes = new Map<number, number>()
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
    for (let sent = 0; sent < frames; sent += lines) {
      const batch = await Promise.all(pool.map((_, slot) => lineAt(slot)))
      for (const socket of batch) socket.say(mutatedFrame(random))
      await Promise.all(batch.map((socket) => socket.heard()))
      if (sent % (lines * 16) === 0) await pair.round()
    }
    for (const socket of pool) socket?.leave()

    await pair.round()
    expect((await fetch(new URL('/health/ready', address))).status).toBe(200)
    // Nothing but the codes of the contract, and the lines that were left here.
    const expected = new Set([1006, 4400, 4403, 4413, 4422, 4509, 4529])
    expect([...codes.keys()].filter((code) => !expected.has(code))).toEqual([])
    expect(codes.get(4400)).toBeGreaterThan(frames / 100)
    // What was well-formed is on the board now, and bounded by it; the rest left nothing.
    await expect
      .poll(async () => (await inspector.memoryInUse()) - memoryBefore, { timeout: 30_000, interval: 500 })
      .toBeLessThan((isLong ? 96 : 16) * 1024 * 1024)
    expect(
      server.complaints
        .join('')
        .split('\n')
        .filter((line) => line.includes('"level":50')),
    ).toEqual([])
    // What the server has, what it has on disk, and what the pair holds are one and the same.
    const held = Y.snapshot(pair.a.doc)
    const newcomer = await join(address, boardId, await newWindow(address))
    expect(Y.equalSnapshots(Y.snapshot(newcomer.doc), held)).toBe(true)
    newcomer.destroy()
    pair.leave()
    inspector.close()
    server.signal('SIGTERM')
    expect((await server.ended).code).toBe(0)
    const again = new RelayProcess({ DATA_DIR: dataDir })
    const afterwards = await again.ready()
    const late = await join(afterwards, boardId, await newWindow(afterwards))
    expect(Y.equalSnapshots(Y.snapshot(late.doc), held)).toBe(true)
    late.destroy()
    await again.kill()
    rmSync(dataDir, { recursive: true })
    console.log(`mutation: seed ${seed}, ${frames} frames, closed with ${JSON.stringify(Object.fromEntries(codes))}`)
  },
  isLong ? 1_800_000 : 120_000,
)
