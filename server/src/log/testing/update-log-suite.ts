import * as Y from 'yjs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NewRecord, UpdateLog } from '../update-log.ts'
import { maxQuarantinedPerBoard } from '../update-log.ts'
import { wordUpdate, wordsIn } from './words.ts'

/** How the suite makes a log, and opens it again where the implementation survives being closed. */
export interface LogFactory {
  open(): Promise<UpdateLog>
  reopen?(log: UpdateLog): Promise<UpdateLog>
  dispose(): Promise<void>
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

const record = (boardId: string, value: number, more: Partial<NewRecord> = {}): NewRecord => ({
  boardId,
  update: bytes(value),
  principal: `p${value}`,
  atMs: 1000 + value,
  ...more,
})

const word = (boardId: string, text: string, more: Partial<NewRecord> = {}): NewRecord => ({
  boardId,
  update: wordUpdate(text),
  principal: 'p',
  atMs: 1000,
  ...more,
})

/** The exam that every `UpdateLog` sits. */
export function updateLogSuite(name: string, factory: LogFactory): void {
  describe(`${name} keeps the contract of the log`, () => {
    let log: UpdateLog

    const make = (id: string): Promise<void> =>
      log.createBoard({
        id,
        title: `Board ${id}`,
        activities: 3,
        firstUpdate: bytes(7, 7),
        principal: 'maker',
        atMs: 500,
      })

    const said = async (id: string): Promise<number[][] | undefined> => {
      const content = await log.read(id)
      return (
        content &&
        [...(content.snapshot ? [content.snapshot.update] : []), ...content.tail.map((r) => r.update)].map((u) => [
          ...u,
        ])
      )
    }

    beforeEach(async () => {
      log = await factory.open()
    })

    afterEach(async () => {
      await log.close()
      await factory.dispose()
    })

    test('a board starts with its first content', async () => {
      await make('a')
      const content = await log.read('a')
      expect(content?.tail.map((r) => [[...r.update], r.principal, r.atMs])).toEqual([[[7, 7], 'maker', 500]])
      expect(content?.damagedSeqs).toEqual([])
    })

    test('a board that was never made reads as nothing', async () => {
      expect(await log.read('nowhere')).toBeUndefined()
      expect(await log.findBoard('nowhere')).toBeUndefined()
    })

    test('a board is made once', async () => {
      await make('a')
      await expect(make('a')).rejects.toMatchObject({ failure: 'exists' })
      expect(await said('a')).toEqual([[7, 7]])
    })

    test('many records of many boards go in with one commit and come out in order, with whose and when', async () => {
      await make('a')
      await make('b')
      const seqs = await log.append([record('a', 1), record('b', 2), record('a', 3)])
      expect(seqs).toHaveLength(3)
      expect([...seqs].toSorted((x, y) => x - y)).toEqual(seqs)
      const content = await log.read('a')
      expect(content?.tail.slice(1)).toEqual([
        { seq: seqs[0], update: bytes(1), principal: 'p1', atMs: 1001 },
        { seq: seqs[2], update: bytes(3), principal: 'p3', atMs: 1003 },
      ])
      expect(content?.lastSeq).toBe(seqs[2])
      expect(await said('b')).toEqual([[7, 7], [2]])
    })

    test('a commit with one bad record stores none of it', async () => {
      await make('a')
      await expect(log.append([record('a', 1), record('nowhere', 2)])).rejects.toMatchObject({
        failure: 'unknown-board',
      })
      expect(await said('a')).toEqual([[7, 7]])
    })

    test('calls take effect in the order in which they are made', async () => {
      await make('a')
      const all = await Promise.all(Array.from({ length: 50 }, (_, i) => log.append([record('a', i)])))
      expect(all.flat()).toEqual(all.flat().toSorted((x, y) => x - y))
      expect((await said('a'))?.slice(1)).toEqual(Array.from({ length: 50 }, (_, i) => [i]))
    })

    /** A board that can be folded: what it starts with is an update too. */
    const makeReadable = (id: string): Promise<void> =>
      log.createBoard({
        id,
        title: id,
        activities: 0,
        firstUpdate: wordUpdate('first'),
        principal: 'maker',
        atMs: 500,
      })

    const words = async (id: string): Promise<string[]> => wordsIn(await log.read(id))

    test.each([0, 1, 2, 5, 9, 10])(
      'a compaction folds the first %i of ten records and nothing else, and what is said stays the same',
      async (length) => {
        await makeReadable('a')
        await makeReadable('b')
        const seqs: number[] = []
        for (let i = 0; i < 10; i++) {
          const [seq] = await log.append([word('a', `w${i}`), word('b', `w${i}`)])
          if (seq !== undefined) seqs.push(seq)
        }
        const first = (await log.read('a'))?.tail[0]?.seq ?? 0
        const before = await words('a')
        const throughSeq = length === 0 ? first : (seqs[length - 1] ?? 0)
        expect(await log.compact('a', throughSeq)).toMatchObject({ records: length + 1 })
        const content = await log.read('a')
        expect(content?.snapshot).toBeDefined()
        expect(content?.tail.map(({ seq }) => seq)).toEqual(seqs.slice(length))
        expect(await words('a')).toEqual(before)
        expect(content?.lastSeq).toBe(seqs.at(-1))
        expect((await log.read('b'))?.tail).toHaveLength(11)
        await log.append([word('a', 'x')])
        expect(await words('a')).toEqual([...before, 'x'])
      },
    )

    test('a later compaction takes up where the earlier one ended; one with nothing to fold changes nothing', async () => {
      await makeReadable('a')
      const [first = 0] = await log.append([word('a', 'one')])
      await log.compact('a', first)
      expect(await log.compact('a', first)).toMatchObject({ records: 0 })
      const [second = 0] = await log.append([word('a', 'two')])
      await log.compact('a', second)
      expect((await log.read('a'))?.tail).toEqual([])
      expect(await words('a')).toEqual(['first', 'one', 'two'])
      expect((await log.read('a'))?.lastSeq).toBe(second)
      await expect(log.compact('nowhere', second)).rejects.toMatchObject({ failure: 'unknown-board' })
    })

    test('a snapshot tells what it holds and what was deleted, without being read', async () => {
      await makeReadable('a')
      const doc = new Y.Doc()
      const written: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => written.push(update))
      for (const text of ['kept', 'taken away', 'kept too']) doc.getMap('words').set(text, true)
      doc.getMap('words').delete('taken away')
      const seqs = await log.append(written.map((update) => word('a', '', { update })))
      await log.compact('a', seqs.at(-1) ?? 0)
      const { snapshot } = (await log.read('a')) ?? {}
      if (snapshot === undefined) throw new Error('there is no snapshot')
      const told = new Y.Doc()
      Y.applyUpdate(told, snapshot.update)
      expect(snapshot.stateVector).toEqual(Y.encodeStateVector(told))
      expect(snapshot.deletions).toEqual(Y.encodeStateAsUpdate(told, snapshot.stateVector))
      // Whoever lacks nothing but the deletions is told them all.
      const behind = new Y.Doc()
      Y.applyUpdate(behind, wordUpdate('first'))
      for (const update of written.slice(0, 3)) Y.applyUpdate(behind, update)
      Y.applyUpdate(behind, snapshot.deletions)
      expect([...behind.getMap('words').keys()].toSorted()).toEqual(['first', 'kept', 'kept too'])
    })

    test('changes and compactions at the same time lose nothing', async () => {
      await makeReadable('a')
      const all = Array.from({ length: 60 }, (_, i) => `w${i}`)
      await Promise.all(
        all.map(async (text) => {
          const [seq = 0] = await log.append([word('a', text)])
          await log.compact('a', seq)
        }),
      )
      expect(await words('a')).toEqual(['first', ...all].toSorted())
    })

    test('records that do not fit together are not folded, and stay as they are', async () => {
      await makeReadable('a')
      const [seq = 0] = await log.append([record('a', 200)])
      await expect(log.compact('a', seq)).rejects.toMatchObject({ failure: 'damaged' })
      expect((await log.read('a'))?.tail).toHaveLength(2)
    })

    test('compaction keeps who wrote what when, a minute at a time, with what was deleted since', async () => {
      await makeReadable('a')
      const doc = new Y.Doc()
      const written: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => written.push(update))
      doc.getMap('words').set('early', true)
      doc.getMap('words').set('same minute', true)
      doc.getMap('words').delete('early')
      const [early, second, gone] = written
      const at = 600_000
      await log.append([
        word('a', 'x', { update: early ?? bytes(), principal: 'ann', atMs: at }),
        word('a', 'x', { update: second ?? bytes(), principal: 'ann', atMs: at + 59_999 }),
        word('a', 'y', { principal: 'bob', atMs: at + 59_999 }),
      ])
      await log.compact('a', (await log.read('a'))?.lastSeq ?? 0)
      const [last = 0] = await log.append([
        word('a', 'x', { update: gone ?? bytes(), principal: 'ann', atMs: at + 90_000 }),
      ])
      await log.compact('a', last)
      await log.append([word('a', 'tail', { principal: 'cor', atMs: at + 100_000 })])

      const history = await log.history('a')
      expect(history.map(({ principal, fromMs, toMs }) => [principal, fromMs, toMs])).toEqual([
        ['maker', 500, 500],
        ['ann', at, at + 59_999],
        ['bob', at + 59_999, at + 59_999],
        ['ann', at + 90_000, at + 90_000],
        ['cor', at + 100_000, at + 100_000],
      ])
      const replay = new Y.Doc({ gc: false })
      const seen = history.map(({ update }) => {
        Y.applyUpdate(replay, update)
        return [...replay.getMap('words').keys()].toSorted()
      })
      expect(seen).toEqual([
        ['first'],
        ['early', 'first', 'same minute'],
        ['early', 'first', 'same minute', 'y'],
        ['first', 'same minute', 'y'],
        ['first', 'same minute', 'tail', 'y'],
      ])
      expect(await words('a')).toEqual(seen.at(-1))
    })

    test('an empty update and a large one come back as they were', async () => {
      await make('a')
      const large = Uint8Array.from({ length: 3_000_000 }, (_, i) => i % 251)
      await log.append([record('a', 0, { update: bytes() }), record('a', 0, { update: large })])
      const content = await log.read('a')
      expect(content?.tail[1]?.update).toHaveLength(0)
      expect(Buffer.compare(content?.tail[2]?.update ?? bytes(), large)).toBe(0)
    })

    test('the list of boards says what the latest commit said, newest change first', async () => {
      await make('a')
      await make('b')
      await log.append([record('a', 5, { summary: { title: 'Renamed', activities: 4 } })])
      expect((await log.listBoards()).map((row) => [row.id, row.title, row.activities, row.updatedAtMs])).toEqual([
        ['a', 'Renamed', 4, 1005],
        ['b', 'Board b', 3, 500],
      ])
      await log.describeBoard('b', { title: 'Described', activities: 9 })
      expect(await log.findBoard('b')).toMatchObject({ title: 'Described', activities: 9, createdAtMs: 500 })
    })

    test('the bin keeps a board whole and gives it back', async () => {
      await make('a')
      await log.binBoard('a', 1234)
      expect((await log.findBoard('a'))?.goneAtMs).toBe(1234)
      expect(await said('a')).toEqual([[7, 7]])
      await log.restoreBoard('a')
      expect((await log.findBoard('a'))?.goneAtMs).toBeUndefined()
    })

    test.each(['binBoard', 'restoreBoard', 'describeBoard'] as const)(
      '%s of an unknown board is refused',
      async (method) => {
        const calls = {
          binBoard: () => log.binBoard('nowhere', 1),
          restoreBoard: () => log.restoreBoard('nowhere'),
          describeBoard: () => log.describeBoard('nowhere', { title: '', activities: 0 }),
        }
        await expect(calls[method]()).rejects.toMatchObject({ failure: 'unknown-board' })
      },
    )

    test('a refused change is kept aside, apart from the board, and old ones make room', async () => {
      await make('a')
      for (let i = 0; i < maxQuarantinedPerBoard + 3; i++) {
        await log.quarantine({ boardId: 'a', update: bytes(i), principal: 'p', atMs: i, reason: 'nested' })
      }
      await log.quarantine({ boardId: 'b', update: bytes(1), principal: 'p', atMs: 1, reason: 'other' })
      const kept = await log.listQuarantine('a')
      expect(kept).toHaveLength(maxQuarantinedPerBoard)
      expect(kept[0]).toEqual({ boardId: 'a', update: bytes(3), principal: 'p', atMs: 3, reason: 'nested' })
      expect(await log.listQuarantine('b')).toHaveLength(1)
      expect(await said('a')).toEqual([[7, 7]])
    })

    test('an examination of a sound store counts everything and finds nothing wrong', async () => {
      await make('a')
      await log.append([record('a', 1)])
      expect(await log.examine()).toEqual({
        boards: 1,
        records: 2,
        bytes: 3,
        quarantined: 0,
        damaged: [],
        problems: [],
      })
    })

    test('author ids go in with the commit that uses them, and belong to whoever claimed them first', async () => {
      await make('a')
      await make('b')
      await log.append([record('a', 1, { claims: [{ principal: 'noor', authors: [5, 2 ** 32, 2 ** 53 - 1] }] })])
      await log.append([
        record('a', 2, { claims: [{ principal: 'sam', authors: [5, 6] }] }),
        record('b', 3, { claims: [{ principal: 'sam', authors: [5] }] }),
      ])
      const owners = async (id: string) =>
        new Map((await log.read(id))?.claims.flatMap(({ principal, authors }) => authors.map((a) => [a, principal])))
      expect(await owners('a')).toEqual(
        new Map([
          [5, 'noor'],
          [6, 'sam'],
          [2 ** 32, 'noor'],
          [2 ** 53 - 1, 'noor'],
        ]),
      )
      expect(await owners('b')).toEqual(new Map([[5, 'sam']]))
    })

    test('a commit that fails claims no author id', async () => {
      await make('a')
      const claims = [{ principal: 'noor', authors: [5] }]
      await expect(log.append([record('a', 1, { claims }), record('nowhere', 2)])).rejects.toMatchObject({
        failure: 'unknown-board',
      })
      expect((await log.read('a'))?.claims).toEqual([])
    })

    test('claims are lifted for all boards until a moment', async () => {
      await make('a')
      expect((await log.read('a'))?.claimsLiftedUntilMs).toBe(0)
      await log.liftClaims(1_800_000_000_000)
      await log.liftClaims(1_900_000_000_000)
      await make('b')
      expect((await log.read('a'))?.claimsLiftedUntilMs).toBe(1_900_000_000_000)
      expect((await log.read('b'))?.claimsLiftedUntilMs).toBe(1_900_000_000_000)
    })

    test('a probe writes and changes nothing', async () => {
      await make('a')
      await log.probe()
      expect(await said('a')).toEqual([[7, 7]])
    })

    test('after closing every call is refused, and closing twice is harmless', async () => {
      await make('a')
      await log.close()
      await log.close()
      await expect(log.append([record('a', 1)])).rejects.toMatchObject({ failure: 'closed' })
      await expect(log.read('a')).rejects.toMatchObject({ failure: 'closed' })
    })

    if (factory.reopen === undefined) return

    test('what was stored is there after opening again', async () => {
      await makeReadable('a')
      const [seq = 0] = await log.append([word('a', 'one')])
      await log.compact('a', seq)
      const claims = [{ principal: 'noor', authors: [7] }]
      const [later = 0] = await log.append([word('a', 'two', { claims })])
      log = (await factory.reopen?.(log)) ?? log
      expect(await words('a')).toEqual(['first', 'one', 'two'])
      expect((await log.read('a'))?.tail).toHaveLength(1)
      expect((await log.read('a'))?.claims).toEqual(claims)
      const [next = 0] = await log.append([word('a', 'three')])
      expect(next).toBeGreaterThan(later)
    })

    test('a number is never given again, even where all records are folded', async () => {
      await makeReadable('a')
      const [seq = 0] = await log.append([word('a', 'one')])
      await log.compact('a', seq)
      log = (await factory.reopen?.(log)) ?? log
      expect((await log.read('a'))?.lastSeq).toBe(seq)
      const [next = 0] = await log.append([word('a', 'two')])
      expect(next).toBeGreaterThan(seq)
      expect(await words('a')).toEqual(['first', 'one', 'two'])
    })
  })
}
