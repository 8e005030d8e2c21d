import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OwnDisk, canMakeDisks, diskHint } from './own-disk.ts'
import { RelayProcess, makeBoard } from './relay-process.ts'
import { seededRandom } from './seeded-random.ts'
import { Witness } from './witness.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const isLong = process.env['FAULTS'] === 'long'
const cuts = isLong ? 50 : 12
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

vi.setConfig({ testTimeout: isLong ? 1_800_000 : 180_000 })

if (!canMakeDisks) console.log(diskHint)

let dir: string
const disks = new Set<OwnDisk>()
const running = new Set<RelayProcess>()

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'schakelbord-power-'))
})

afterEach(async () => {
  await Promise.all([...running].map((server) => server.kill()))
  running.clear()
  for (const disk of disks) disk.remove()
  disks.clear()
  rmSync(dir, { recursive: true })
})

function serve(disk: OwnDisk, folder = 'data'): RelayProcess {
  const server = new RelayProcess({ DATA_DIR: join(disk.path, folder) })
  running.add(server)
  return server
}

const readIfThere = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Keeps everybody writing until together they have heard so many things. */
function writeUntil(witnesses: readonly Witness[], news: number): Promise<void> {
  let heard = 0
  return new Promise((resolve) => {
    for (const witness of witnesses) {
      witness.onNews = () => {
        if (++heard >= news) resolve()
        if (witness.unconfirmed < 4) witness.write()
      }
      for (let i = 0; i < 4; i++) witness.write()
    }
  })
}

test.runIf(canMakeDisks)(
  `[P1] the power goes ${cuts} times while people write: all that anybody saw or was told is saved is on the disk (seed ${seed})`,
  async () => {
    const random = seededRandom(seed)
    let disk = OwnDisk.make(dir, 64)
    disks.add(disk)
    const witnesses = Array.from({ length: 4 }, (_, i) => new Witness(`w${i}`))
    let server = serve(disk)
    let address = await server.ready()
    const boardId = await makeBoard(address)
    let secret: string | undefined
    let forgotten = 0
    let promised = 0
    for (let round = 0; round < cuts; round++) {
      await Promise.all(witnesses.map((witness) => witness.join(address, boardId)))
      secret ??= readFileSync(join(disk.path, 'data', 'secret'), 'utf8')
      // The disk does forget: what somebody wrote without a sync is not on it afterwards.
      writeFileSync(join(disk.path, `unsynced-${round}`), 'never synced')
      await writeUntil(witnesses, 50 + random(400))
      const gone = witnesses.map((witness) => witness.gone())
      await server.kill()
      const later = disk.afterPowerCut(dir, `after-${round}`)
      disks.add(later)
      await Promise.all(gone)
      disk.remove()
      disks.delete(disk)
      disk = later
      if (!readIfThere(join(disk.path, `unsynced-${round}`)).includes('never synced')) forgotten++

      server = serve(disk)
      address = await server.ready()
      // Who a browser is hangs on the secret: with another one its own unsent changes would be refused.
      expect(readFileSync(join(disk.path, 'data', 'secret'), 'utf8')).toBe(secret)
      const newcomer = new Witness('newcomer')
      await newcomer.join(address, boardId)
      const kept = new Set(newcomer.keys)
      newcomer.leave()
      const owed = new Set(witnesses.flatMap(({ saved, seen }) => [...saved, ...seen]))
      expect(
        [...owed].filter((key) => !kept.has(key)),
        `seed ${seed}, round ${round}`,
      ).toEqual([])
      promised = owed.size
    }
    expect(promised).toBeGreaterThan(cuts * 40)
    console.log(
      `power loss: seed ${seed}, ${cuts} cuts, ${promised} updates promised, 0 lost; the disk forgot ${forgotten} times`,
    )
    expect(forgotten).toBe(cuts)
  },
)

/** Runs the operator's tool, and says what it printed. */
function board(dataDir: string, ...args: readonly string[]): string {
  const env = { PATH: process.env['PATH'], LOCALE: 'en', DATA_DIR: dataDir }
  return execFileSync(process.execPath, ['server/src/board-cli.ts', ...args], { cwd: root, env }).toString()
}

test.runIf(canMakeDisks)(
  '[P10] the power goes right after a backup or a restore was called done: it is done',
  async () => {
    let disk = OwnDisk.make(dir, 64)
    disks.add(disk)
    const server = serve(disk)
    const address = await server.ready()
    const boardId = await makeBoard(address)
    const witness = new Witness('w')
    await witness.join(address, boardId)
    await writeUntil([witness], 100)
    const owed = [...witness.saved]
    // Whoever writes on syncs the names of files along.
    witness.onNews = () => {}
    await expect.poll(() => witness.unconfirmed).toBe(0)
    const cut = (name: string): void => {
      const later = disk.afterPowerCut(dir, name)
      disks.add(later)
      disk.remove()
      disks.delete(disk)
      disk = later
    }

    expect(board(join(disk.path, 'data'), 'backup', join(disk.path, 'boards.backup'))).toContain('checked: 1 boards')
    await server.kill()
    cut('after-backup')
    mkdirSync(join(disk.path, 'restored'))
    const said = board(join(disk.path, 'restored'), 'restore', join(disk.path, 'boards.backup'))
    expect(said).toContain('The boards are in')
    cut('after-restore')
    const restored = serve(disk, 'restored')
    const newcomer = new Witness('newcomer')
    await newcomer.join(await restored.ready(), boardId)
    const kept = new Set(newcomer.keys)
    newcomer.leave()
    expect(owed.filter((key) => !kept.has(key))).toEqual([])
  },
)
