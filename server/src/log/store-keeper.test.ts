import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { storeFileName, toLogError } from './sqlite-file.ts'
import { SqliteLog } from './sqlite-log.ts'
import { BrokenStoreError, StoreKeeper } from './store-keeper.ts'
import { breakPageWith } from './testing/break-page.ts'
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

describe('a page that breaks where everybody writes', () => {
  const long = 'x'.repeat(1500)

  /** A store whose last page holds records of board b alone, and breaks. */
  async function broken(): Promise<StoreKeeper> {
    const keeper = new StoreKeeper(dir)
    for (const id of ['a', 'b']) keeper.do('createBoard', [board(id)])
    for (let i = 0; i < 6; i++) keeper.do('append', [[record('a', `a${i} ${long}`)]])
    for (let i = 0; i < 6; i++) keeper.do('append', [[record('b', `b${i} ${long}`)]])
    await keeper.tidy()
    breakPageWith(dir, 'b5 xxx')
    return keeper
  }

  test('is found by the next commit; the next opening makes the file anew, and the other boards go on', async () => {
    const keeper = await broken()
    expect(() => keeper.do('append', [[record('a', 'more')]])).toThrow(BrokenStoreError)
    await keeper.close()
    const again = new StoreKeeper(dir)
    expect(again.opening.salvaged).toMatchObject({ boards: 2 })
    again.do('append', [[record('a', 'more')]])
    const content = again.do('read', ['a']) as BoardContent
    expect(content.damagedSeqs).toEqual([])
    expect(wordsIn(content)).toEqual(expect.arrayContaining(['a', `a5 ${long}`, 'more']))
    expect((again.do('read', ['b']) as BoardContent).damagedSeqs).not.toEqual([])
    await again.close()
  })

  test('is not mended a second time: a disk that breaks new files needs somebody who looks at it', async () => {
    const first = await broken()
    await first.close()
    const again = new StoreKeeper(dir)
    for (let i = 0; i < 6; i++) again.do('append', [[record('a', `c${i} ${long}`)]])
    await again.tidy()
    breakPageWith(dir, 'c5 xxx')
    let refusal: unknown
    try {
      again.do('append', [[record('a', 'more')]])
    } catch (error) {
      refusal = toLogError(error)
    }
    expect(refusal).toMatchObject({ failure: 'damaged' })
    expect(refusal).not.toBeInstanceOf(BrokenStoreError)
    await again.close()
  })
})
