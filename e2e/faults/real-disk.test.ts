import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClientWindow } from './network/client-process.ts'
import { NetworkTrial } from './network/network-trial.ts'
import { OwnDisk, canMakeDisks, diskHint } from './own-disk.ts'
import { RelayProcess } from './relay-process.ts'

// Each test starts processes, and a busy machine takes seconds for one.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

if (!canMakeDisks) console.log(diskHint)

let dir: string
let disk: OwnDisk
let trial: NetworkTrial | undefined

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'schakelbord-disk-'))
  if (canMakeDisks) disk = OwnDisk.make(dir, 24)
})

afterEach(async () => {
  await trial?.end()
  trial = undefined
  if (canMakeDisks) disk.remove()
  rmSync(dir, { recursive: true })
})

interface Pair {
  readonly trial: NetworkTrial
  readonly windows: readonly [ClientWindow, ClientWindow]
}

/** A relay that keeps its boards on the disk, and two people on one of them. */
async function work(): Promise<Pair> {
  const begun = await NetworkTrial.begin(join(disk.path, 'data'))
  trial = begun
  const windows = [
    await begun.open('anna', await begun.newLine()),
    await begun.open('bo', await begun.newLine()),
  ] as const
  await windows[0].do({ what: 'add', card: 'c1', title: 'Voorlezen' })
  await begun.agreed(windows)
  return { trial: begun, windows }
}

const readiness = async (address: string): Promise<number> => (await fetch(new URL('/health/ready', address))).status

/** Both do something, and both are told that it is not stored; neither sees what the other did. */
async function workUnstored({ windows: [anna, bo] }: Pair): Promise<void> {
  await anna.do({ what: 'add', card: 'c2', title: 'Van Anna' })
  await bo.do({ what: 'add', card: 'c3', title: 'Van Bo' })
  for (const window of [anna, bo]) expect(await window.badge('relay-trouble')).toMatchObject({ changes: 1 })
  expect(await anna.picture()).not.toContain('Van Bo')
  expect(await bo.picture()).not.toContain('Van Anna')
}

async function expectAll({ trial: where, windows }: Pair): Promise<void> {
  const picture = await where.agreed(windows)
  for (const title of ['Voorlezen', 'Van Anna', 'Van Bo']) expect(picture).toContain(title)
}

test.runIf(canMakeDisks)(
  '[P13] a disk that is full to the last byte: both keep what they do and are told so; with room again it goes on by itself',
  async () => {
    const pair = await work()
    disk.fill()
    await workUnstored(pair)
    expect(await readiness(pair.trial.address)).toBe(503)
    disk.makeRoom()
    await expectAll(pair)
    expect(await readiness(pair.trial.address)).toBe(200)
  },
)

test.runIf(canMakeDisks)(
  '[P13] files that may not be written any more, while they are open: told as such, and on by itself when they may',
  async () => {
    const pair = await work()
    const files = ['data/boards.db', 'data/boards.db-wal']
    for (const file of files) disk.protect(file, true)
    await workUnstored(pair)
    expect(await readiness(pair.trial.address)).toBe(503)
    for (const file of files) disk.protect(file, false)
    await expectAll(pair)
  },
)

test.runIf(canMakeDisks)(
  '[P13] a disk that the kernel makes read-only: told as such, a stop still is a stop, and after the repair everything arrives',
  async () => {
    const pair = await work()
    disk.failToReadOnly()
    await workUnstored(pair)
    expect(await readiness(pair.trial.address)).toBe(503)
    await pair.trial.stopRelay()
    disk.unmount()
    disk.mount()
    await pair.trial.startRelay()
    await expectAll(pair)
  },
)

test.runIf(canMakeDisks)('[P13] a disk that is read-only from the start: one sentence, exit code 78', async () => {
  await work()
  await trial?.stopRelay()
  disk.unmount()
  disk.mount('ro')
  const server = new RelayProcess({ DATA_DIR: join(disk.path, 'data') })
  expect((await server.ended).code).toBe(78)
  const said = server.complaints.join('').trim()
  expect(said).toContain(join(disk.path, 'data'))
  expect(said.split('\n')).toHaveLength(1)
  disk.unmount()
  disk.mount()
})

test.runIf(canMakeDisks)('[P13] a disk that is full from the start: one sentence, exit code 78', async () => {
  disk.fill()
  const server = new RelayProcess({ DATA_DIR: join(disk.path, 'data') })
  expect((await server.ended).code).toBe(78)
  expect(server.complaints.join('').trim().split('\n')).toHaveLength(1)
})

test.runIf(canMakeDisks)(
  '[P13] a start on a disk that has become full: refused with what to do, and with room everything arrives',
  async () => {
    const { trial: where, windows } = await work()
    const [anna] = windows
    await where.stopRelay()
    await anna.do({ what: 'add', card: 'c2', title: 'Van Anna' })
    disk.fill()
    await expect(where.startRelay()).rejects.toThrow(/ended with 78: .*BRD_DATA_FULL/)
    disk.makeRoom()
    await where.startRelay()
    expect(await where.agreed(windows)).toContain('Van Anna')
  },
)
