import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { RelayProcess, makeBoard } from './relay-process.ts'
import { Witness } from './witness.ts'

const running = new Set<RelayProcess>()

afterEach(async () => {
  await Promise.all([...running].map((server) => server.kill()))
  running.clear()
})

/** Lets no file of the process grow beyond a size, or lifts that again. */
function limitFiles(server: RelayProcess, size: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${size}:unlimited`])
}

async function readiness(address: string): Promise<{ status: number; reason: string }> {
  const response = await fetch(new URL('/health/ready', address))
  const { reason = '' } = (await response.json()) as { reason?: string }
  return { status: response.status, reason }
}

test.runIf(process.platform === 'linux')(
  'a disk that takes no more: nothing is shown or called saved that is not stored, and all goes on when there is room',
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'schakelbord-full-'))
    const server = new RelayProcess({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
    running.add(server)
    const address = await server.ready()
    const boardId = await makeBoard(address)
    const witnesses = [new Witness('a'), new Witness('b')]
    await Promise.all(witnesses.map((witness) => witness.join(address, boardId)))
    const gone = witnesses.map((witness) => witness.gone())
    let full = false
    for (const witness of witnesses) {
      witness.onNews = () => {
        if (witness.unconfirmed < 4) witness.write()
        // One acknowledgement may speak of several updates: the number may jump over twenty.
        if (full || witness.saved.size < 20) return
        full = true
        limitFiles(server, 1)
      }
      witness.write()
    }
    expect(await Promise.all(gone)).toEqual([4503, 4503])
    for (const witness of witnesses) witness.onNews = () => {}
    expect(await readiness(address)).toMatchObject({ status: 503 })
    expect((await readiness(address)).reason).toBeTruthy()
    await expect(witnesses[0]?.join(address, boardId)).rejects.toThrow('4503')
    expect((await fetch(new URL('/health/live', address))).status).toBe(200)

    limitFiles(server, 'unlimited')
    // It tries once a second by itself; nobody tells it that there is room.
    await expect.poll(async () => (await readiness(address)).status, { timeout: 20_000 }).toBe(200)

    const newcomer = new Witness('newcomer')
    await newcomer.join(address, boardId)
    const kept = new Set(newcomer.keys)
    const owed = witnesses.flatMap(({ saved, seen }) => [...saved, ...seen])
    expect(owed.length).toBeGreaterThanOrEqual(20)
    expect(owed.filter((key) => !kept.has(key))).toEqual([])

    // What had stayed with its authors arrives when they come back.
    const all = new Set(witnesses.flatMap(({ keys }) => keys))
    const complete = new Promise<void>((resolve) => {
      newcomer.onNews = () => {
        if ([...all].every((key) => newcomer.keys.includes(key))) resolve()
      }
      newcomer.onNews()
    })
    await Promise.all(witnesses.map((witness) => witness.join(address, boardId)))
    await complete
    for (const one of [...witnesses, newcomer]) one.leave()
    server.signal('SIGTERM')
    expect((await server.ended).code).toBe(0)
    rmSync(dataDir, { recursive: true })
  },
  120_000,
)
