import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RelayProcess, makeBoard } from './relay-process.ts'
import { seededRandom } from './seeded-random.ts'
import { Witness } from './witness.ts'

const long = process.env['FAULTS'] === 'long'
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const random = seededRandom(seed)
const running = new Set<RelayProcess>()
let dataDir: string

vi.setConfig({ testTimeout: long ? 3_600_000 : 180_000 })

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'schakelbord-kill-'))
})

afterEach(async () => {
  await Promise.all([...running].map((server) => server.kill()))
  running.clear()
  rmSync(dataDir, { recursive: true })
})

function start(): RelayProcess {
  const server = new RelayProcess({ DATA_DIR: dataDir })
  running.add(server)
  return server
}

/** A moment somewhere within a stretch of work: what is tried is the kill, not the wait. */
const within = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, random(ms * 10) / 10))

/** Keeps everybody writing, a few ahead of what is confirmed. */
function keepWriting(witnesses: readonly Witness[]): void {
  for (const witness of witnesses) {
    witness.onNews = () => {
      if (witness.unconfirmed < 4) witness.write()
    }
    for (let i = 0; i < 4; i++) witness.write()
  }
}

/** What was promised – acknowledged, or seen by another – and is not there for somebody who comes new. */
async function lostFrom(address: string, boardId: string, witnesses: readonly Witness[]): Promise<string[]> {
  const newcomer = new Witness('newcomer')
  await newcomer.join(address, boardId)
  const kept = new Set(newcomer.keys)
  newcomer.leave()
  return [...new Set(witnesses.flatMap(({ saved, seen }) => [...saved, ...seen]))].filter((key) => !kept.has(key))
}

/** How many threads the server has started for work of its own: the store's, and while it compacts one that folds. */
function workersOf({ pid }: RelayProcess): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  return threads.filter((thread) => readFileSync(`/proc/${pid}/task/${thread}/comm`, 'utf8').trim() === 'WorkerThread')
    .length
}

test.runIf(process.platform === 'linux')(
  `killed while it compacts, the server loses nothing (seed ${seed})`,
  async () => {
    let server = start()
    let address = await server.ready()
    const boardId = await makeBoard(address)
    const witnesses = Array.from({ length: 4 }, (_, i) => new Witness(`w${i}`))
    for (let round = 0; round < (long ? 40 : 2); round++) {
      await Promise.all(witnesses.map((witness) => witness.join(address, boardId)))
      const cut = witnesses.map((witness) => witness.gone())
      keepWriting(witnesses)
      await expect.poll(() => workersOf(server), { interval: 1, timeout: 90_000 }).toBe(2)
      await within(150)
      await server.kill()
      for (const witness of witnesses) witness.onNews = () => {}
      await Promise.all(cut)
      server = start()
      address = await server.ready()
      expect(await lostFrom(address, boardId, witnesses), `seed ${seed}, round ${round}`).toEqual([])
    }
    expect(witnesses[0]?.saved.size).toBeGreaterThan(100)
  },
)

test(`killed while it starts or while boards open, the server loses nothing (seed ${seed})`, async () => {
  let server = start()
  let address = await server.ready()
  const boardId = await makeBoard(address)
  const witnesses = Array.from({ length: 4 }, (_, i) => new Witness(`w${i}`))
  for (let round = 0; round < (long ? 60 : 4); round++) {
    await Promise.all(witnesses.map((witness) => witness.join(address, boardId)))
    const cut = witnesses.map((witness) => witness.gone())
    keepWriting(witnesses)
    await expect.poll(() => witnesses.every(({ saved }) => saved.size > 10 * (round + 1)), { interval: 1 }).toBe(true)
    await server.kill()
    for (const witness of witnesses) witness.onNews = () => {}
    await Promise.all(cut)

    const stillborn = start()
    await within(400)
    await stillborn.kill()

    const opening = start()
    address = await opening.ready()
    const joins = witnesses.map((witness) => witness.join(address, boardId).catch(() => {}))
    await within(40)
    await opening.kill()
    await Promise.all(joins)

    server = start()
    address = await server.ready()
    expect(await lostFrom(address, boardId, witnesses), `seed ${seed}, round ${round}`).toEqual([])
  }
})
