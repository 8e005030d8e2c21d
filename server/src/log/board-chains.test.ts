import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { foldBoard } from './fold-board.ts'
import { storeFileName } from './sqlite-file.ts'
import { SqliteStore } from './sqlite-store.ts'
import type { StoreStep } from './sqlite-store.ts'
import { StoreKeeper } from './store-keeper.ts'
import { wordUpdate, wordsIn } from './testing/words.ts'
import type { NewRecord } from './update-log.ts'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'schakelbord-chains-'))
})

afterEach(() => rmSync(dir, { recursive: true }))

const board = (id: string) => ({ id, title: id, activities: 0, firstUpdate: wordUpdate('0'), principal: 'p', atMs: 1 })
const record = (boardId: string, word: string, atMs = 5): NewRecord => ({
  boardId,
  update: wordUpdate(word),
  principal: 'p',
  atMs,
})

/** Changes what lies in the file behind the store's back. */
function tamper(statement: string): void {
  const raw = new Database(join(dir, storeFileName))
  raw.exec(statement)
  raw.close()
}

describe('the chain of a board', () => {
  /** Two boards in turn: records 1, 3, 4 and 6 are of board a, the others of board b. */
  function fill(): void {
    const store = new SqliteStore(dir)
    for (const id of ['a', 'b']) store.createBoard(board(id))
    store.append([record('a', '1'), record('a', '2'), record('b', '1'), record('a', '3')])
    store.close()
  }

  test.each([
    ['its last record is gone', 'DELETE FROM updates WHERE seq = 6', [6], ['0', '1', '2']],
    ['its last two records are gone', 'DELETE FROM updates WHERE seq IN (4, 6)', [6], ['0', '1']],
    ['a record in the middle is gone', 'DELETE FROM updates WHERE seq = 3', [3], ['0']],
    ['its first record is gone', 'DELETE FROM updates WHERE seq = 1', [1], []],
    ['a record says that it is of another board', "UPDATE updates SET board_id = 'b' WHERE seq = 4", [4], ['0', '1']],
    ['a record says that it is of somebody else', "UPDATE updates SET principal = 'q' WHERE seq = 4", [4], ['0', '1']],
    ['a record says that it came at another time', 'UPDATE updates SET at_ms = 6 WHERE seq = 4', [4], ['0', '1']],
    ['a record names another one before it', 'UPDATE updates SET after_seq = 1 WHERE seq = 4', [4], ['0', '1']],
  ])('%s: that is noticed, what came before it is handed out', (_, statement, damagedSeqs, words) => {
    fill()
    tamper(statement)
    const store = new SqliteStore(dir)
    const content = store.read('a')
    expect(content?.damagedSeqs).toEqual(damagedSeqs)
    expect(wordsIn(content)).toEqual(words)
    expect(store.findBoard('a')).toMatchObject({ damaged: true })
    expect(store.examine().damaged.filter(({ boardId }) => boardId === 'a')).toEqual(
      damagedSeqs.map((seq) => ({ boardId: 'a', seq })),
    )
    // The other board is whole, whatever pretends to be its own.
    expect(wordsIn(store.read('b'))).toEqual(['0', '1'])
    store.close()
  })

  test('what the list of boards says of its end is damaged: the end is looked for, and written down again', () => {
    fill()
    tamper("UPDATE boards SET last_seq = 4 WHERE id = 'a'")
    for (let i = 0; i < 2; i++) {
      const store = new SqliteStore(dir)
      expect(wordsIn(store.read('a'))).toEqual(['0', '1', '2', '3'])
      store.close()
    }
    const raw = new Database(join(dir, storeFileName))
    expect(raw.prepare("SELECT last_seq FROM boards WHERE id = 'a'").pluck().get()).toBe(6)
    raw.close()
  })

  test('a store that was killed finds the ends that were not written down yet, and when boards were changed', () => {
    const store = new SqliteStore(dir)
    for (const id of ['a', 'b']) store.createBoard(board(id))
    store.append([record('a', '1', 70), record('b', '1', 60)])
    const killed = `${dir}-killed`
    cpSync(dir, killed, { recursive: true })
    store.close()
    const again = new SqliteStore(killed)
    expect(again.listBoards().map(({ id, updatedAtMs }) => [id, updatedAtMs])).toEqual([
      ['a', 70],
      ['b', 60],
    ])
    again.append([record('a', '2')])
    expect(wordsIn(again.read('a'))).toEqual(['0', '1', '2'])
    expect(again.read('a')?.damagedSeqs).toEqual([])
    again.close()
    rmSync(killed, { recursive: true })
  })

  test('what an interrupted compaction left lying is deleted by the next one', async () => {
    let struck = false
    const at = (step: StoreStep): void => {
      if (step !== 'tail: answer' || struck) return
      struck = true
      throw new Error('a fault')
    }
    const folding = { fold: async (job: Parameters<typeof foldBoard>[0]) => foldBoard(job), close: async () => {} }
    const keeper = new StoreKeeper(dir, at, folding)
    keeper.do('createBoard', [board('a')])
    keeper.do('append', [Array.from({ length: 1200 }, (_, i) => record('a', `${i}`))])
    await expect(keeper.compact('a', 1201)).rejects.toThrow('a fault')
    keeper.do('append', [[record('a', 'later')]])
    await keeper.compact('a', 1202)
    await keeper.close()
    const raw = new Database(join(dir, storeFileName))
    expect(raw.prepare('SELECT count(*) FROM updates').pluck().get()).toBe(0)
    expect(raw.prepare('SELECT count(*) FROM leftovers').pluck().get()).toBe(0)
    raw.close()
  })
})
