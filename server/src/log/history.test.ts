import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SqliteLog } from './sqlite-log.ts'
import { historyKeptMs } from './update-log.ts'

let dir: string
let log: SqliteLog
let doc: Y.Doc
let written: Uint8Array[]

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'schakelbord-history-'))
  log = await SqliteLog.open(dir)
  doc = new Y.Doc()
  written = []
  doc.on('update', (update: Uint8Array) => written.push(update))
  const firstUpdate = Y.encodeStateAsUpdate(new Y.Doc())
  await log.createBoard({ id: 'a', title: 'a', activities: 0, firstUpdate, principal: 'maker', atMs: 1 })
})

afterEach(async () => {
  await log.close()
  rmSync(dir, { recursive: true })
})

/** Writes one key and folds: noise of this length fills a stretch of history. */
async function write(key: string, principal: string, atMs: number): Promise<void> {
  doc.getMap('notes').set(key, randomBytes(40_000).toString('base64'))
  const records = written.splice(0).map((update) => ({ boardId: 'a', update, principal, atMs }))
  const [seq = 0] = await log.append(records)
  await log.compact('a', seq)
}

/** What each moment of history says, by its keys. */
async function replayed(): Promise<{ readonly principals: string[]; readonly said: string }> {
  const history = await log.history('a')
  const replay = new Y.Doc({ gc: false })
  for (const { update } of history) Y.applyUpdate(replay, update)
  const said = digest(replay)
  return { principals: history.map(({ principal }) => principal), said }
}

function digest(of: Y.Doc): string {
  const notes = Object.entries(of.getMap('notes').toJSON()).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(notes)).digest('hex')
}

test('what is older than ninety days becomes one entry that nobody in particular wrote; the rest stays told apart', async () => {
  const nowMs = Date.now()
  const longAgoMs = nowMs - historyKeptMs - 86_400_000
  await write('one', 'ann', longAgoMs)
  await write('two', 'bob', longAgoMs + 120_000)
  await write('three', 'cor', nowMs - 240_000)
  expect(await replayed()).toEqual({ principals: ['maker', 'ann', 'bob', 'cor'], said: digest(doc) })
  await write('four', 'dirk', nowMs - 120_000)
  // Of two stretches that are too old one is made, when the next compaction comes by.
  expect(await replayed()).toEqual({ principals: ['', 'cor', 'dirk'], said: digest(doc) })
  await write('five', 'eva', nowMs)
  expect(await replayed()).toEqual({ principals: ['', 'cor', 'dirk', 'eva'], said: digest(doc) })
})

test('within ninety days nothing is merged, and what was taken away can be read at the minute before', async () => {
  const nowMs = Date.now()
  await write('secret', 'ann', nowMs - 240_000)
  const before = digest(doc)
  const secret = String(doc.getMap('notes').get('secret'))
  doc.getMap('notes').delete('secret')
  await write('other', 'bob', nowMs - 120_000)
  await write('more', 'cor', nowMs)
  const history = await log.history('a')
  expect(history.map(({ principal }) => principal)).toEqual(['maker', 'ann', 'bob', 'cor'])
  const replay = new Y.Doc({ gc: false })
  for (const { update } of history.slice(0, 2)) Y.applyUpdate(replay, update)
  expect(digest(replay)).toBe(before)
  // The snapshot itself no longer holds it.
  const { snapshot } = (await log.read('a')) ?? {}
  expect(Buffer.from(snapshot?.update ?? []).includes(secret)).toBe(false)
})

test('people who write in turn have an entry each per minute, and the board can be read as it was at the end of any', async () => {
  const other = new Y.Doc()
  const nowMs = Math.floor(Date.now() / 60_000) * 60_000 - 600_000
  const ends: string[] = []
  for (let minute = 0; minute < 4; minute++) {
    for (let step = 0; step < 40; step++) {
      const [mine, theirs] = step % 2 === 0 ? [doc, other] : [other, doc]
      // Keys of both, keys of one's own, and a key that is taken away again: each builds on what the other just wrote.
      mine.getMap('notes').set(`shared ${step % 3}`, `value ${minute}/${step}`)
      mine.getMap('notes').set(`own ${step % 2}`, { at: `${minute}/${step}` })
      if (step % 7 === 0) mine.getMap('notes').delete('shared 1')
      const update = Y.encodeStateAsUpdate(mine, Y.encodeStateVector(theirs))
      Y.applyUpdate(theirs, update)
      const principal = step % 2 === 0 ? 'ann' : 'bob'
      const [seq = 0] = await log.append([{ boardId: 'a', update, principal, atMs: nowMs + minute * 60_000 + step }])
      if (step % 15 === 14) await log.compact('a', seq)
    }
    ends.push(digest(doc))
  }
  await log.compact('a', (await log.read('a'))?.lastSeq ?? 0)

  const [, ...history] = await log.history('a')
  expect(history.map(({ principal, fromMs, toMs }) => [principal, fromMs - nowMs, toMs - nowMs])).toEqual(
    [0, 60_000, 120_000, 180_000].flatMap((from) => [
      ['ann', from, from + 38],
      ['bob', from + 1, from + 39],
    ]),
  )
  const replay = new Y.Doc({ gc: false })
  const seen = [0, 2, 4, 6].map((at) => {
    for (const { update } of history.slice(at, at + 2)) Y.applyUpdate(replay, update)
    expect(replay.store.pendingStructs).toBeNull()
    return digest(replay)
  })
  expect(seen).toEqual(ends)
})

test('a key that somebody writes over and over within a minute keeps its last value; text that was deleted stays', async () => {
  const atMs = Math.floor(Date.now() / 60_000) * 60_000
  for (const value of ['first thought', 'second thought', 'last thought']) doc.getMap('notes').set('key', value)
  const text = new Y.Text('typed by mistake, or not')
  doc.getMap('notes').set('text', text)
  text.delete(0, 10)
  const records = written.splice(0).map((update) => ({ boardId: 'a', update, principal: 'ann', atMs }))
  const seqs = await log.append(records)
  await log.compact('a', seqs.at(-1) ?? 0)
  const [, entry] = await log.history('a')
  const bytes = Buffer.from(entry?.update ?? [])
  const kept = ['first thought', 'second thought', 'last thought', 'typed by m', 'istake, or not']
  expect(kept.map((words) => bytes.includes(words))).toEqual([false, false, true, true, true])
  expect((await replayed()).said).toBe(digest(doc))
})

test('the thread that asks for a compaction works no longer than a glance, however large the board', async () => {
  doc.transact(() => {
    for (let i = 0; i < 10_000; i++) doc.getMap('notes').set(`card ${i}`, `some text of card ${i} that takes its room`)
  })
  const records = written.splice(0).map((update) => ({ boardId: 'a', update, principal: 'p', atMs: 1 }))
  const seqs = await log.append(records)
  const before = process.threadCpuUsage()
  await log.compact('a', seqs[0] ?? 0)
  const { user, system } = process.threadCpuUsage(before)
  // Processor time of this thread: all of it together is less than the longest pause allowed.
  expect((user + system) / 1000).toBeLessThan(50)
})
