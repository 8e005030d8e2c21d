import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foldBoard } from './fold-board.ts'
import { rowsOnPages } from './sqlite-pages.ts'
import { storeFileName } from './sqlite-file.ts'
import { StoreKeeper } from './store-keeper.ts'
import { wordsIn } from './testing/words.ts'
import type { BoardContent, BoardRow, NewRecord } from './update-log.ts'

const folding = { fold: async (job: Parameters<typeof foldBoard>[0]) => foldBoard(job), close: async () => {} }
const boards = Array.from({ length: 400 }, (_, i) => `board-${i}`)
const wordsPerBoard = 30

let root = ''
let sound: Buffer
/** The store as it is killed, with a write-ahead log. */
let killed: { readonly file: Buffer; readonly wal: Buffer }

/** Numbers that look random and are the same for the same seed. Source: mulberry32. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** One author's words, an update for each; long enough that boards lie on pages of their own. */
function wordsOf(board: string, author: number): Uint8Array[] {
  const doc = new Y.Doc()
  // The same file in every run, so that a seed hits the same bytes.
  doc.clientID = author
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let i = 0; i < wordsPerBoard; i++) doc.getMap('words').set(`${board}/${i}/${'x'.repeat(200)}`, true)
  return updates
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'schakelbord-salvage-'))
  const keeper = new StoreKeeper(root, () => {}, folding)
  for (const [index, id] of boards.entries()) {
    const [firstUpdate = new Uint8Array(), ...more] = wordsOf(id, 1_000_000 + index)
    const record = (update: Uint8Array): NewRecord => ({ boardId: id, update, principal: 'p', atMs: 1000 })
    keeper.do('createBoard', [{ id, title: id, activities: 0, firstUpdate, principal: 'p', atMs: 1 }])
    keeper.do('append', [more.slice(0, 20).map(record)])
    // Every second board has a snapshot and a history, and a tail after it.
    if (index % 2 === 0) await keeper.compact(id, Number.MAX_SAFE_INTEGER)
    keeper.do('append', [more.slice(20).map(record)])
  }
  const file = join(root, storeFileName)
  killed = { file: readFileSync(file), wal: readFileSync(`${file}-wal`) }
  await keeper.close()
  sound = readFileSync(file)
}, 60_000)

afterAll(() => rmSync(root, { recursive: true }))

interface Outcome {
  readonly whole: number
  /** Boards that lack changes without a mark: a room refuses those whose changes do not follow one another. */
  readonly short: number
  readonly marked: number
  readonly salvaged: boolean
}

function isComplete({ snapshot, tail }: BoardContent): boolean {
  const doc = new Y.Doc()
  for (const update of [...(snapshot ? [snapshot.update] : []), ...tail.map((record) => record.update)])
    Y.applyUpdate(doc, update)
  return doc.store.pendingStructs === null
}

/** Opens a store of these bytes, as a server would, and looks at every board. */
async function openDamaged(name: string, file: Buffer, wal?: Buffer): Promise<Outcome> {
  const dir = join(root, name)
  mkdirSync(dir)
  writeFileSync(join(dir, storeFileName), file)
  if (wal) writeFileSync(join(dir, `${storeFileName}-wal`), wal)
  const keeper = new StoreKeeper(dir, () => {}, folding)
  let whole = 0
  let marked = 0
  let short = 0
  for (const id of boards) {
    const content = keeper.do('read', [id]) as BoardContent | undefined
    if (content === undefined) continue
    const row = keeper.do('findBoard', [id]) as BoardRow
    const words = wordsIn(content)
    // Whatever is handed out was written so: no board says what nobody wrote.
    for (const word of words) expect(word).toMatch(new RegExp(`^${id}/\\d+/x{200}$`))
    if (row.damaged) marked++
    else if (words.length === wordsPerBoard) whole++
    else if (isComplete(content)) short++
    // A board that is whole takes new changes.
    if (!row.damaged) keeper.do('append', [[{ boardId: id, update: Uint8Array.of(0, 0), principal: 'p', atMs: 1 }]])
  }
  const { damaged, problems } = await keeper.examine()
  expect(problems).toEqual([])
  // A name that was hit may stand in the list beside the right one, marked.
  const named = new Set(damaged.map(({ boardId }) => boardId))
  expect(boards.filter((id) => named.has(id))).toHaveLength(marked)
  await keeper.close()
  const aside = readdirSync(dir).filter((entry) => entry.includes('.damaged-'))
  expect(aside.length > 0).toBe(keeper.opening.salvaged !== undefined)
  return { whole, short, marked, salvaged: keeper.opening.salvaged !== undefined }
}

describe('a store whose file is damaged', () => {
  test('pages are read as SQLite reads them: every row of a sound file is found', async () => {
    const rows = [...rowsOnPages(join(root, storeFileName))]
    const updates = rows.filter(
      ({ rowId, columns }) => rowId !== undefined && columns.length === 7 && columns[0] === null,
    )
    expect(updates.length).toBeGreaterThanOrEqual(boards.length * 9 + (boards.length / 2) * 21)
    expect(await openDamaged('sound', sound)).toEqual({ whole: boards.length, short: 0, marked: 0, salvaged: false })
  })

  test('what SQLite cannot open at all – its first page, its schema – is made anew with everything in it', async () => {
    const beheaded = Buffer.from(sound)
    beheaded.fill(0x5a, 0, 4096)
    expect(await openDamaged('beheaded', beheaded)).toEqual({
      whole: boards.length,
      short: 0,
      marked: 0,
      salvaged: true,
    })
    const torn = Buffer.from(killed.file)
    torn.fill(0x5a, 100, 4096)
    expect(await openDamaged('torn', torn, killed.wal)).toMatchObject({ whole: boards.length, marked: 0 })
  })

  test('killed between putting the damaged file aside and the new one in its place: the next start does that, and makes no empty store', async () => {
    const dir = join(root, 'interrupted')
    mkdirSync(dir)
    writeFileSync(join(dir, `${storeFileName}.salvaged`), sound)
    writeFileSync(join(dir, `${storeFileName}-wal`), killed.wal)
    const keeper = new StoreKeeper(dir, () => {}, folding)
    expect(keeper.do('listBoards', [])).toHaveLength(boards.length)
    expect((await keeper.examine()).problems).toEqual([])
    await keeper.close()
    expect(readdirSync(dir).toSorted()).toEqual([storeFileName, `${storeFileName}.damaged-wal`])
  })

  test.each([1, 2, 3, 4, 5, 6])(
    '1,000 random bytes changed (seed %i): it opens, what is not hit works, what is hit is marked, nothing unverified is served',
    async (seed) => {
      const random = randomNumbers(seed)
      const flipped = Buffer.from(sound)
      for (let i = 0; i < 1000; i++) {
        const at = random(flipped.length)
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << random(8)), at)
      }
      const { whole, short, marked } = await openDamaged(`flipped-${seed}`, flipped)
      // Most pages are hit, and three boards of four; a last change is missed where both entries that name it are hit too.
      expect(short).toBeLessThanOrEqual(1)
      expect(whole).toBeGreaterThan(boards.length / 10)
      expect(marked).toBeGreaterThan(0)
    },
  )

  test.each([1, 2, 3, 4, 5, 6])('any one page is noise (seed %i): no board lacks anything unmarked', async (seed) => {
    const random = randomNumbers(seed)
    const noisy = Buffer.from(sound)
    const from = random(noisy.length / 4096) * 4096
    for (let at = from; at < from + 4096; at++) noisy.writeUInt8(random(256), at)
    expect(await openDamaged(`noisy-${seed}`, noisy)).toMatchObject({ short: 0 })
  })
})
