import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeDemoBoard } from '../boards/make-board.ts'
import { storeFileName } from '../log/sqlite-file.ts'
import { SqliteLog } from '../log/sqlite-log.ts'
import { progressOf } from './progress.ts'
import { checkStoreFile } from './store-check.ts'

test('long work says once a second how far it is; short work says nothing', () => {
  let nowMs = 0
  const said: number[] = []
  const progress = progressOf(
    (percent) => said.push(percent),
    () => nowMs,
  )
  for (const [atMs, done] of [
    [10, 1],
    [999, 2],
    [1000, 30],
    [1500, 40],
    [2100, 55],
    [9000, 300],
  ] as const) {
    nowMs = atMs
    progress(done, 200)
  }
  expect(said).toEqual([15, 27, 100])
})

test('a check of a store tells of each board', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'schakelbord-progress-'))
  const log = await SqliteLog.open(dir)
  await makeDemoBoard(log, 'nl')
  await log.close()
  const told: [number, number][] = []
  expect(checkStoreFile(join(dir, storeFileName), (done, of) => told.push([done, of])).boards).toBe(1)
  expect(told).toEqual([[1, 1]])
  rmSync(dir, { recursive: true })
})
