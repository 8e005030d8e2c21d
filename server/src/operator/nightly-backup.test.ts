import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeDemoBoard } from '../boards/make-board.ts'
import { SqliteLog } from '../log/sqlite-log.ts'
import { NightlyBackup } from './nightly-backup.ts'
import type { BackupOutcome } from './nightly-backup.ts'

let dataDir: string
let log: SqliteLog
let told: BackupOutcome[]

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'schakelbord-night-'))
  log = await SqliteLog.open(dataDir)
  told = []
})

afterEach(async () => {
  await log.close()
  rmSync(dataDir, { recursive: true })
})

const nightly = (keep: number): NightlyBackup =>
  new NightlyBackup({ log, dataDir, keep, tell: (outcome) => told.push(outcome) })

const made = (): string[] => readdirSync(join(dataDir, 'backups'))

test('one backup a day from three o’clock on, checked, and the oldest make room', async () => {
  await makeDemoBoard(log, 'nl')
  const backup = nightly(2)
  expect(await backup.makeIfDue(new Date(2027, 2, 21, 2, 59))).toEqual({ kind: 'not due' })
  const both = await Promise.all([
    backup.makeIfDue(new Date(2027, 2, 21, 3, 0)),
    backup.makeIfDue(new Date(2027, 2, 21, 3, 0)),
  ])
  expect(both).toMatchObject([{ kind: 'made', boards: 1 }, { kind: 'not due' }])
  expect(await backup.makeIfDue(new Date(2027, 2, 21, 23, 0))).toEqual({ kind: 'not due' })
  for (const day of [22, 23]) await backup.makeIfDue(new Date(2027, 2, day, 12, 0))
  expect(made()).toEqual(['boards-2027-03-22.db', 'boards-2027-03-23.db'])
  expect(told.map(({ kind }) => kind)).toEqual(['made', 'made', 'made'])
  expect(statSync(join(dataDir, 'backups')).mode & 0o077).toBe(0)
})

test('a backup that cannot be made or read back is told, leaves nothing behind, and costs no older one', async () => {
  await makeDemoBoard(log, 'nl')
  const backup = nightly(1)
  await backup.makeIfDue(new Date(2027, 2, 21, 3, 0))
  const content = await log.read((await log.listBoards())[0]?.id ?? '')
  expect(content?.tail).toHaveLength(1)
  // What no board can be built of: the copy is true to it, and useless.
  await log.append([
    { boardId: (await log.listBoards())[0]?.id ?? '', update: Uint8Array.of(9), principal: 'p', atMs: 1 },
  ])
  expect(await backup.makeIfDue(new Date(2027, 2, 22, 3, 0))).toMatchObject({ kind: 'failed' })
  expect(made()).toEqual(['boards-2027-03-21.db'])
  await log.close()
  expect(await backup.makeIfDue(new Date(2027, 2, 23, 3, 0))).toMatchObject({ kind: 'failed' })
  expect(made()).toEqual(['boards-2027-03-21.db'])
})
