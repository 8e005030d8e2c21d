import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { storeFileName } from './sqlite-file.ts'
import { SqliteLog } from './sqlite-log.ts'
import { StoreKeeper } from './store-keeper.ts'
import { wordUpdate, wordsIn } from './testing/words.ts'
import { LogError } from './update-log.ts'
import type { BoardContent } from './update-log.ts'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'schakelbord-keeper-'))
})

afterEach(() => rmSync(dir, { recursive: true }))

const board = (id: string, word = id) => ({
  id,
  title: id,
  activities: 0,
  firstUpdate: wordUpdate(word),
  principal: 'p',
  atMs: 1,
})
const record = (boardId: string, word: string) => ({ boardId, update: wordUpdate(word), principal: 'p', atMs: 1 })

test('commits come in between while the store is examined', async () => {
  const keeper = new StoreKeeper(dir)
  for (let i = 0; i < 50; i++) keeper.do('createBoard', [board(`b${i}`)])
  const seen = { done: false, commits: 0 }
  const examined = keeper.examine().finally(() => {
    seen.done = true
  })
  while (!seen.done) {
    keeper.do('append', [[record('b0', `w${seen.commits++}`)]])
    await new Promise((resolve) => setImmediate(resolve))
  }
  const report = await examined
  expect(seen.commits).toBeGreaterThan(50)
  expect(report).toMatchObject({ boards: 50, damaged: [], problems: [] })
  await keeper.close()
})

test('once it is quiet, all that compactions made free is given back, and the write-ahead log is empty', async () => {
  const keeper = new StoreKeeper(dir)
  keeper.do('createBoard', [board('a')])
  const large = Array.from({ length: 40 }, (_, i) => record('a', `${i}`.repeat(40_000)))
  for (const one of large) keeper.do('append', [[one]])
  keeper.do('append', [[record('a', 'last')]])
  await keeper.compact('a', Number.MAX_SAFE_INTEGER)
  await keeper.tidy()
  const file = join(dir, storeFileName)
  expect(statSync(`${file}-wal`).size).toBe(0)
  // What is left is a snapshot and a history, packed.
  expect(statSync(file).size).toBeLessThan(200_000)
  await keeper.close()
})

describe('a page that rots while the server runs', () => {
  const others = Array.from({ length: 40 }, (_, i) => `board-${i}`)
  const noise = Buffer.alloc(4096, 0xa7)

  /** A log with a board whose first record fills pages of its own, just opened: nothing of it is in memory yet. */
  async function openWithLargeBoard(): Promise<SqliteLog> {
    const log = await SqliteLog.open(dir)
    for (const id of others.slice(0, 20)) await log.createBoard(board(id))
    await log.createBoard(board('large', `marker-${'x'.repeat(60_000)}`))
    for (const id of others.slice(20)) await log.createBoard(board(id))
    await log.append([record('large', 'later')])
    await log.close()
    return SqliteLog.open(dir)
  }

  /** Writes noise into the file behind the store's back. */
  function rot(at: number, length: number): void {
    const file = openSync(join(dir, storeFileName), 'r+')
    writeSync(file, noise, 0, length, at)
    closeSync(file)
  }

  const pageBytes = 4096

  test.each([
    ['all of a page', 8 * pageBytes, pageBytes],
    ['a few bytes of it', 8 * pageBytes + 1000, 20],
  ])('%s: that board is damaged and named, the others go on', async (_, offset, length) => {
    const log = await openWithLargeBoard()
    const marker = readFileSync(join(dir, storeFileName)).indexOf('marker-')
    rot(marker - (marker % pageBytes) + offset, length)

    const found = await log.read('large').catch((error: unknown) => error)
    // Either the checksum does not fit, or SQLite does not get that far.
    expect(found instanceof LogError ? found.failure : wordsIn(found as BoardContent)).toBeOneOf(['damaged', []])
    expect(await log.findBoard('large')).toMatchObject({ damaged: true })
    expect((await log.examine()).damaged.map(({ boardId }) => boardId)).toEqual(['large'])
    for (const id of others) {
      await log.append([record(id, 'new')])
      expect(wordsIn(await log.read(id))).toEqual([id, 'new'].toSorted())
    }
    await log.close()
  })
})
