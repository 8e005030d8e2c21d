import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { checksumOf } from './checksum.ts'
import { SqliteLog } from './sqlite-log.ts'
import type { StoreEvent } from './sqlite-log.ts'
import { storeFileName } from './sqlite-file.ts'
import { SqliteStore } from './sqlite-store.ts'
import { wordUpdate, wordsIn } from './testing/words.ts'
import { readWalTail } from './wal-tail.ts'
import { updateLogSuite } from './testing/update-log-suite.ts'

let dir = ''

const tempDir = (): string => mkdtempSync(join(tmpdir(), 'schakelbord-log-'))

const board = (id: string) => ({
  id,
  title: id,
  activities: 0,
  firstUpdate: wordUpdate('first'),
  principal: 'p',
  atMs: 1,
})
const record = (boardId: string, value: number) => ({
  boardId,
  update: Uint8Array.of(value),
  principal: 'p',
  atMs: 1,
})

/** The tables as the first version made them. */
const firstVersion = `
  CREATE TABLE boards (id TEXT PRIMARY KEY, title TEXT NOT NULL, activities INTEGER NOT NULL,
    created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL, gone_ms INTEGER) STRICT, WITHOUT ROWID;
  CREATE TABLE updates (seq INTEGER PRIMARY KEY AUTOINCREMENT, board_id TEXT NOT NULL REFERENCES boards (id),
    bytes BLOB NOT NULL, principal TEXT NOT NULL, at_ms INTEGER NOT NULL, checksum INTEGER NOT NULL) STRICT;
  CREATE INDEX updates_by_board ON updates (board_id, seq);
  CREATE TABLE snapshots (board_id TEXT PRIMARY KEY REFERENCES boards (id), bytes BLOB NOT NULL,
    through_seq INTEGER NOT NULL, checksum INTEGER NOT NULL) STRICT;
  CREATE TABLE quarantine (id INTEGER PRIMARY KEY AUTOINCREMENT, board_id TEXT NOT NULL, bytes BLOB NOT NULL,
    principal TEXT NOT NULL, at_ms INTEGER NOT NULL, reason TEXT NOT NULL) STRICT;
  CREATE INDEX quarantine_by_board ON quarantine (board_id, id);
  CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
`

/** A store as the first version left it: a board with snapshot and tail, and a damaged one. Answers with the snapshot. */
function makeFirstVersion(): Uint8Array {
  const raw = new Database(join(dir, storeFileName))
  raw.exec(firstVersion)
  raw.pragma('user_version = 1')
  const boardRow = raw.prepare('INSERT INTO boards VALUES (?, ?, 0, 1, 1, NULL)')
  const snapshotRow = raw.prepare('INSERT INTO snapshots VALUES (?, ?, ?, ?)')
  const updateRow = raw.prepare('INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?)')
  for (const id of ['a', 'damaged']) boardRow.run(id, id)
  const said = wordUpdate('first')
  snapshotRow.run('a', said, 4, checksumOf('a', said))
  snapshotRow.run('damaged', said, 5, 17)
  const later = wordUpdate('later')
  updateRow.run(6, 'a', later, 'p', 1, checksumOf('a', later))
  raw.close()
  return said
}

updateLogSuite('SqliteLog', {
  open: async () => {
    dir = tempDir()
    return SqliteLog.open(dir)
  },
  reopen: async (log) => {
    await log.close()
    return SqliteLog.open(dir)
  },
  dispose: async () => rmSync(dir, { recursive: true }),
})

describe('the SQLite file', () => {
  beforeEach(() => {
    dir = tempDir()
  })

  afterEach(() => rmSync(dir, { recursive: true }))

  test('one folder, one server: a second one is refused while the first goes on', async () => {
    const first = await SqliteLog.open(dir)
    await expect(SqliteLog.open(dir)).rejects.toMatchObject({ failure: 'in-use' })
    await first.createBoard(board('a'))
    await first.close()
    const second = await SqliteLog.open(dir)
    expect(await second.read('a')).toBeDefined()
    await second.close()
  })

  test('every commit is synced to disk: write-ahead log, full sync, exclusive lock', () => {
    const store = new SqliteStore(dir)
    store.createBoard(board('a'))
    expect(() => new Database(join(dir, storeFileName), { timeout: 0 }).prepare('SELECT * FROM boards').all()).toThrow(
      /locked/,
    )
    expect(statSync(join(dir, `${storeFileName}-wal`)).size).toBeGreaterThan(0)
    // The examination reads the settings back.
    expect(store.examine().problems).toEqual([])
    store.close()
  })

  test('a torn last commit is dropped, everything before it is there, at every length of the tear', () => {
    const store = new SqliteStore(dir)
    store.createBoard(board('a'))
    store.append([record('a', 1), record('a', 2)])
    const wal = join(dir, `${storeFileName}-wal`)
    const whole = statSync(wal).size
    store.append([record('a', 3), record('a', 4)])
    const torn = statSync(wal).size
    for (let size = whole; size < torn; size += 509) {
      const copy = tempDir()
      copyFileSync(join(dir, storeFileName), join(copy, storeFileName))
      copyFileSync(wal, join(copy, `${storeFileName}-wal`))
      truncateSync(join(copy, `${storeFileName}-wal`), size)
      expect(readWalTail(join(copy, `${storeFileName}-wal`))).toEqual({ commits: 3, torn: size > whole })
      const reopened = new SqliteStore(copy)
      expect(
        reopened
          .read('a')
          ?.tail.slice(1)
          .map((r) => r.update[0]),
      ).toEqual([1, 2])
      expect(reopened.examine().problems).toEqual([])
      reopened.append([record('a', 5)])
      expect(
        reopened
          .read('a')
          ?.tail.slice(1)
          .map((r) => r.update[0]),
      ).toEqual([1, 2, 5])
      reopened.close()
      rmSync(copy, { recursive: true })
    }
    expect(torn).toBeGreaterThan(whole)
    store.close()
  })

  test('a bit that flips anywhere in the write-ahead log costs no more than the commits after it, and is named', () => {
    const store = new SqliteStore(dir)
    store.createBoard(board('a'))
    for (let i = 1; i <= 5; i++) store.append([record('a', i)])
    const name = `${storeFileName}-wal`
    const wal = readFileSync(join(dir, name))
    for (let at = 40; at < wal.length; at += 1511) {
      const copy = tempDir()
      copyFileSync(join(dir, storeFileName), join(copy, storeFileName))
      const flipped = Buffer.from(wal)
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0x10, at)
      writeFileSync(join(copy, name), flipped)
      const tail = readWalTail(join(copy, name))
      expect(tail.torn).toBe(true)
      const reopened = new SqliteStore(copy)
      const found = reopened.read('a')?.tail.slice(1) ?? []
      expect(found.map((r) => r.update[0])).toEqual([1, 2, 3, 4, 5].slice(0, Math.max(0, tail.commits - 2)))
      expect(reopened.examine()).toMatchObject({ damaged: [], problems: [] })
      reopened.close()
      rmSync(copy, { recursive: true })
    }
    store.close()
  })

  test('a log that opens a torn store tells so, once', async () => {
    const store = new SqliteStore(dir)
    store.createBoard(board('a'))
    store.append([record('a', 1)])
    const copy = tempDir()
    for (const name of [storeFileName, `${storeFileName}-wal`]) copyFileSync(join(dir, name), join(copy, name))
    truncateSync(join(copy, `${storeFileName}-wal`), statSync(join(copy, `${storeFileName}-wal`)).size - 10)
    store.close()
    const told: StoreEvent[] = []
    const log = await SqliteLog.open(copy, { tell: (event) => told.push(event) })
    expect(told).toEqual([{ kind: 'opened', commits: 2, torn: true }])
    await log.close()
    await (await SqliteLog.open(copy, { tell: (event) => told.push(event) })).close()
    expect(told.at(-1)).toEqual({ kind: 'opened', commits: 0, torn: false })
    rmSync(copy, { recursive: true })
  })

  test('a record whose bytes changed on disk is named and not handed out, nor what came after it; others are unharmed', () => {
    const store = new SqliteStore(dir)
    store.createBoard(board('a'))
    store.createBoard(board('b'))
    const [, second = 0] = store.append([record('a', 1), record('a', 2), record('a', 3), record('b', 1)])
    store.close()
    const raw = new Database(join(dir, storeFileName))
    raw.prepare('UPDATE updates SET bytes = ? WHERE seq = ?').run(Buffer.of(200), second)
    raw.close()
    const reopened = new SqliteStore(dir)
    expect(reopened.read('a')?.damagedSeqs).toEqual([second])
    expect(
      reopened
        .read('a')
        ?.tail.slice(1)
        .map((r) => r.update[0]),
    ).toEqual([1])
    expect(reopened.read('b')?.damagedSeqs).toEqual([])
    expect(reopened.examine().damaged).toEqual([{ boardId: 'a', seq: second }])
    reopened.close()
  })

  /** Folds a board, writes one thing more, and changes what is stored behind the store's back. */
  async function damageFolded(statement: string): Promise<SqliteLog> {
    const log = await SqliteLog.open(dir)
    await log.createBoard(board('a'))
    await log.compact('a', (await log.read('a'))?.lastSeq ?? 0)
    await log.append([{ ...record('a', 1), update: wordUpdate('later') }])
    await log.close()
    const raw = new Database(join(dir, storeFileName))
    raw.exec(statement)
    raw.close()
    return SqliteLog.open(dir)
  }

  test.each(['bytes', 'state_vector', 'deletions'])(
    'a snapshot with damaged %s is replaced out of the history beside it, and the next compaction makes it anew',
    async (column) => {
      const log = await damageFolded(`UPDATE snapshots SET ${column} = x'0908'`)
      const content = await log.read('a')
      expect(content).toMatchObject({ snapshot: undefined, damagedSeqs: [] })
      expect(wordsIn(content)).toEqual(['first', 'later'])
      expect(await log.findBoard('a')).not.toHaveProperty('damaged')
      await log.compact('a', content?.lastSeq ?? 0)
      const mended = await log.read('a')
      expect(mended?.tail).toEqual([])
      expect(wordsIn(mended)).toEqual(['first', 'later'])
      expect(await log.history('a')).toHaveLength(1)
      await log.close()
    },
  )

  test('where snapshot and history are damaged, record 0 is named, the board is marked, and nothing is folded', async () => {
    const log = await damageFolded("UPDATE snapshots SET bytes = x'0908'; UPDATE history SET bytes = x'0908'")
    const content = await log.read('a')
    expect(content).toMatchObject({ snapshot: undefined, tail: [], damagedSeqs: [0] })
    expect(await log.findBoard('a')).toMatchObject({ damaged: true })
    await expect(log.compact('a', content?.lastSeq ?? 0)).rejects.toMatchObject({ failure: 'damaged' })
    await log.close()
  })

  test('a damaged history beside a sound snapshot is named by an examination, and its board goes on', async () => {
    const log = await damageFolded("UPDATE history SET bytes = x'0908'")
    const { damaged, problems } = await log.examine()
    expect(damaged).toEqual([])
    expect(problems).toEqual([expect.stringContaining('the history of board a from record')])
    expect(wordsIn(await log.read('a'))).toEqual(['first', 'later'])
    await log.close()
  })

  test('a file that is no store is refused as damaged', async () => {
    writeFileSync(join(dir, storeFileName), 'this is not a database, whatever its name says'.repeat(40))
    await expect(SqliteLog.open(dir)).rejects.toMatchObject({ failure: 'damaged' })
  })

  test('a store of the first version is brought up to date with all it holds', async () => {
    const said = makeFirstVersion()
    const log = await SqliteLog.open(dir)
    await log.append([{ ...record('a', 0), update: wordUpdate('new'), claims: [{ principal: 'noor', authors: [7] }] }])
    const content = await log.read('a')
    expect(content).toMatchObject({ tail: [{ seq: 6 }, { seq: 7 }], claims: [{ principal: 'noor', authors: [7] }] })
    expect(wordsIn(content)).toEqual(['first', 'later', 'new'])
    expect(content?.snapshot?.stateVector).toEqual(Y.encodeStateVectorFromUpdate(said))
    expect(content?.snapshot?.deletions).toEqual(Uint8Array.of(0, 0))
    expect((await log.read('damaged'))?.damagedSeqs).toEqual([0])
    expect((await log.examine()).problems).toEqual([])
    await log.close()
  })

  test('killed while an older store is brought up to date, at every length of what reached the disk: the next start does it', () => {
    makeFirstVersion()
    const before = readFileSync(join(dir, storeFileName))
    const store = new SqliteStore(dir)
    const wal = readFileSync(join(dir, `${storeFileName}-wal`))
    // The migration stands in the write-ahead log alone; the file is as it was.
    expect(readFileSync(join(dir, storeFileName)).subarray(100)).toEqual(before.subarray(100))
    let cuts = 0
    for (let size = 0; size <= wal.length; size += 1021) {
      const copy = tempDir()
      copyFileSync(join(dir, storeFileName), join(copy, storeFileName))
      writeFileSync(join(copy, `${storeFileName}-wal`), wal.subarray(0, size))
      const reopened = new SqliteStore(copy)
      expect(wordsIn(reopened.read('a'))).toEqual(['first', 'later'])
      expect(reopened.read('damaged')?.damagedSeqs).toEqual([0])
      expect(reopened.examine().problems).toEqual([])
      reopened.close()
      rmSync(copy, { recursive: true })
      cuts++
    }
    expect(cuts).toBeGreaterThan(20)
    store.close()
  })

  test('a store of a newer program is refused and left as it was', async () => {
    const store = new SqliteStore(dir)
    store.close()
    const raw = new Database(join(dir, storeFileName))
    raw.pragma('user_version = 99')
    raw.close()
    await expect(SqliteLog.open(dir)).rejects.toMatchObject({ failure: 'newer' })
  })

  test('a folder that cannot be made is refused as unwritable', async () => {
    writeFileSync(join(dir, 'file'), '')
    await expect(SqliteLog.open(join(dir, 'file', 'data'))).rejects.toMatchObject({ failure: 'unwritable' })
  })

  test('a backup made between writes is a whole store, and never overwrites a file', async () => {
    const log = await SqliteLog.open(dir)
    await log.createBoard(board('a'))
    const writing = Promise.all(Array.from({ length: 40 }, (_, i) => log.append([record('a', i)])))
    const copy = join(dir, 'copy')
    const target = join(dir, 'backup.db')
    await log.backup(target)
    await writing
    await expect(log.backup(target)).rejects.toMatchObject({ failure: 'exists' })
    await log.close()
    mkdirSync(copy)
    writeFileSync(join(copy, storeFileName), readFileSync(target))
    const restored = await SqliteLog.open(copy)
    expect((await restored.read('a'))?.tail).toHaveLength(41)
    expect((await restored.examine()).problems).toEqual([])
    await restored.close()
  })
})
