import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { foldBoard } from './fold-board.ts'
import { toLogError } from './sqlite-file.ts'
import { SqliteStore } from './sqlite-store.ts'
import type { StoreStep } from './sqlite-store.ts'
import { StoreKeeper } from './store-keeper.ts'
import { wordUpdate, wordsIn } from './testing/words.ts'
import type { BoardContent, NewRecord } from './update-log.ts'

/** One thing that is asked of the store, and the words it adds to a board. */
interface Call {
  readonly name: string
  readonly adds: readonly (readonly [boardId: string, word: string])[]
  readonly run: (keeper: StoreKeeper) => unknown
}

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'schakelbord-steps-'))
})

afterEach(() => rmSync(root, { recursive: true }))

const folding = { fold: async (job: Parameters<typeof foldBoard>[0]) => foldBoard(job), close: async () => {} }

function create(id: string): Call {
  const board = { id, title: id, activities: 0, firstUpdate: wordUpdate(`${id}0`), principal: 'maker', atMs: 1 }
  return { name: `create ${id}`, adds: [[id, `${id}0`]], run: (keeper) => keeper.do('createBoard', [board]) }
}

function append(...words: readonly string[]): Call {
  const adds = words.map((word): readonly [string, string] => [word.slice(0, 1), word])
  const records = adds.map(([boardId, word]): NewRecord => ({
    boardId,
    update: wordUpdate(word),
    principal: 'p',
    atMs: 60_000,
  }))
  return { name: `append ${words.join(' ')}`, adds, run: (keeper) => keeper.do('append', [records]) }
}

function compact(id: string): Call {
  return { name: `compact ${id}`, adds: [], run: (keeper) => keeper.compact(id, Number.MAX_SAFE_INTEGER) }
}

const quarantined = { boardId: 'a', update: Uint8Array.of(1), principal: 'p', atMs: 1, reason: 'nested' }

const calls: readonly Call[] = [
  create('a'),
  create('b'),
  append('a1', 'b1'),
  append('a2', 'a3'),
  compact('a'),
  append('a4'),
  { name: 'quarantine', adds: [], run: (keeper) => keeper.do('quarantine', [quarantined]) },
  append('a5', 'b2'),
  compact('a'),
  { name: 'tidy', adds: [], run: (keeper) => keeper.tidy() },
  compact('b'),
  append('a6', 'b3'),
  { name: 'backup', adds: [], run: (keeper) => keeper.do('backup', [join(root, 'backup.db')]) },
]

const boards = ['a', 'b']

function wordsOf(adds: readonly (readonly [string, string])[], boardId: string): string[] {
  return adds
    .filter(([id]) => id === boardId)
    .map(([, word]) => word)
    .toSorted()
}

function expectSound(dir: string, ...possible: readonly (readonly (readonly [string, string])[])[]): void {
  const store = new SqliteStore(dir)
  const found = boards.map((id) => wordsIn(store.read(id)))
  expect(possible.map((adds) => boards.map((id) => wordsOf(adds, id)))).toContainEqual(found)
  const { damaged, problems } = store.examine()
  expect({ damaged, problems }).toEqual({ damaged: [], problems: [] })
  // History and tail say what snapshot and tail say: two copies of every board.
  for (const [index, id] of boards.entries()) {
    if (store.findBoard(id) === undefined) continue
    const replay = new Y.Doc()
    for (const { update } of store.history(id)) Y.applyUpdate(replay, update)
    expect([...replay.getMap('words').keys()].toSorted()).toEqual(found[index])
  }
  store.close()
}

interface Run {
  readonly dir: string
  readonly keeper: StoreKeeper
  /** What was acknowledged so far. */
  readonly acknowledged: (readonly [string, string])[]
}

function start(name: string, at: (step: StoreStep) => void): Run {
  const dir = join(root, name)
  mkdirSync(dir)
  return { dir, keeper: new StoreKeeper(dir, at, folding), acknowledged: [] }
}

describe('a fault at any step of a commit or a compaction', () => {
  test('power cut there: what was acknowledged is whole, and what was under way is there whole or not at all', async () => {
    let underWay: Call['adds'] = []
    const cuts: { readonly dir: string; readonly possible: readonly Call['adds'][] }[] = []
    const steps = new Set<StoreStep>()
    const run = start('run', (step) => {
      steps.add(step)
      if (step === 'open') return
      const dir = join(root, `cut-${cuts.length}`)
      cpSync(run.dir, dir, { recursive: true })
      cuts.push({ dir, possible: [[...run.acknowledged], [...run.acknowledged, ...underWay]] })
    })
    for (const call of calls) {
      underWay = call.adds
      await call.run(run.keeper)
      run.acknowledged.push(...call.adds)
    }
    await run.keeper.close()
    for (const { dir, possible } of cuts) expectSound(dir, ...possible)
    expect(cuts.length).toBeGreaterThan(50)
    // Every step there is was cut at.
    expect(steps.size).toBe(25)
  })

  test('an error there: that call is refused, nothing of it is half there, and everything goes on', async () => {
    let count = 0
    const counting = start('counting', () => count++)
    for (const { run } of calls) await run(counting.keeper)
    await counting.keeper.close()

    for (let strikeAt = 1; strikeAt < count; strikeAt++) {
      let at = 0
      const { dir, keeper, acknowledged } = start(`strike-${strikeAt}`, (step) => {
        if (at++ === strikeAt) throw new Error(`a fault before "${step}"`)
      })
      rmSync(join(root, 'backup.db'), { force: true })
      for (const call of calls) {
        try {
          await call.run(keeper)
        } catch {
          const found = boards.map((id) => wordsIn(keeper.do('read', [id]) as BoardContent))
          expect([
            boards.map((id) => wordsOf(acknowledged, id)),
            boards.map((id) => wordsOf([...acknowledged, ...call.adds], id)),
          ]).toContainEqual(found)
          // Whoever was refused tries again; what was stored before the answer was lost is there already.
          await Promise.resolve()
            .then(() => call.run(keeper))
            .catch((error: unknown) => expect(toLogError(error).failure).toBe('exists'))
        }
        acknowledged.push(...call.adds)
      }
      await keeper.close()
      expectSound(dir, acknowledged)
    }
  })
})
