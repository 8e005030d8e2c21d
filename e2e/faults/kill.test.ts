import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { RelayProcess, makeBoard } from './relay-process.ts'
import { seededRandom } from './seeded-random.ts'
import { Witness } from './witness.ts'

const long = process.env['FAULTS'] === 'long'
const rounds = Number(process.env['KILL_ROUNDS'] ?? (long ? 200 : 20))
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const writers = 6
const inFlight = 4

let server: RelayProcess | undefined

afterEach(() => server?.kill())

/** Keeps writing, a few ahead of what is confirmed, and resolves when `news` things were heard by all together. */
function writeUntil(witnesses: readonly Witness[], news: number): Promise<void> {
  let heard = 0
  return new Promise((resolve) => {
    for (const witness of witnesses) {
      witness.onNews = () => {
        if (++heard >= news) resolve()
        if (witness.unconfirmed < inFlight) witness.write()
      }
      for (let i = 0; i < inFlight; i++) witness.write()
    }
  })
}

test(
  `killed at any moment, the server has all that anybody saw and all that it called saved (seed ${seed}, ${rounds} rounds)`,
  async () => {
    const random = seededRandom(seed)
    const dataDir = mkdtempSync(join(tmpdir(), 'schakelbord-kill-'))
    const witnesses = Array.from({ length: writers }, (_, i) => new Witness(`w${i}`))
    server = new RelayProcess({ DATA_DIR: dataDir })
    let address = await server.ready()
    const boardId = await makeBoard(address)
    let promised = 0
    for (let round = 0; round < rounds; round++) {
      await Promise.all(witnesses.map((witness) => witness.join(address, boardId)))
      await writeUntil(witnesses, 1 + random(400))
      const cut = witnesses.map((witness) => witness.gone())
      await server.kill()
      await Promise.all(cut)
      // Now and then the next start dies as well, somewhere on its way.
      if (random(4) === 0) {
        const stillborn = new RelayProcess({ DATA_DIR: dataDir })
        if (random(2) === 0) await stillborn.ready()
        await stillborn.kill()
      }

      server = new RelayProcess({ DATA_DIR: dataDir })
      address = await server.ready()
      // Nobody has come back yet: what this newcomer gets, the server had on disk.
      const newcomer = new Witness('newcomer')
      await newcomer.join(address, boardId)
      const kept = new Set(newcomer.keys)
      newcomer.leave()
      const owed = new Set(witnesses.flatMap(({ saved, seen }) => [...saved, ...seen]))
      const lost = [...owed].filter((key) => !kept.has(key))
      expect(lost, `seed ${seed}, round ${round}`).toEqual([])
      promised = owed.size
    }
    await server.kill()
    rmSync(dataDir, { recursive: true })
    expect(promised).toBeGreaterThan(rounds * 10)
    console.log(`kill test: seed ${seed}, ${rounds} kills, ${promised} updates promised, 0 lost`)
  },
  Math.max(300_000, rounds * 15_000),
)
