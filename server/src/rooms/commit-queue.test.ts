import { expect, test } from 'vitest'
import type { NewRecord } from '../log/update-log.ts'
import { LogError } from '../log/update-log.ts'
import { HeldLog, RoomHarness } from './room-harness.ts'

/** A log in which a page of some boards is damaged: a commit that touches one of them is refused whole. */
class ScratchedLog extends HeldLog {
  readonly scratched = new Set<string>()

  override async append(records: readonly NewRecord[]): Promise<readonly number[]> {
    if (records.some(({ boardId }) => this.scratched.has(boardId)))
      throw new LogError('damaged', 'database disk image is malformed')
    return super.append(records)
  }
}

test('a board whose page is damaged stops no other board: theirs is stored and shown, its own stays with its authors', async () => {
  const log = new ScratchedLog()
  const relay = new RoomHarness({ log })
  for (const id of ['a', 'b', 'c']) {
    const firstUpdate = Uint8Array.of(0, 0)
    await log.createBoard({ id, title: id, activities: 0, firstUpdate, principal: 'maker', atMs: 1 })
  }
  const writers = ['a', 'b', 'c'].map((id) => relay.client(id))
  const readers = ['a', 'b', 'c'].map((id) => relay.client(id))
  await relay.settled()
  log.scratched.add('b')
  for (const writer of writers) writer.set('key', 'value')
  await relay.settled()
  expect(readers.map((reader) => reader.get('key'))).toEqual(['value', undefined, 'value'])
  expect(writers.map(({ closedWith }) => closedWith)).toEqual([undefined, 4503, undefined])
  expect(writers[0]?.acked).toBeGreaterThan(0)
  expect(relay.registry.trouble).toBeUndefined()
  expect(relay.observer.troubles).toEqual(['what came for board b could not be stored'])

  // Alone it is refused as well, and still nobody else is.
  const again = relay.newClient(writers[1]?.doc)
  again.join(relay.registry, 'b')
  await relay.settled()
  expect(again.closedWith).toBe(4503)
  writers[0]?.set('more', 1)
  await relay.settled()
  expect(readers[0]?.get('more')).toBe(1)
})

test.each([
  { boards: 10, waitsMs: 10, says: 'many small boards wait ten milliseconds, however dear they are together' },
  { boards: 1, waitsMs: 33, says: 'a board that many are on waits thirty-three' },
])('$says, and then it goes', async ({ boards, waitsMs }) => {
  const relay = new RoomHarness()
  const names = Array.from({ length: boards }, (_, index) => `board${index}`)
  for (const name of names) await relay.makeBoard(name)
  const writers = Array.from({ length: 10 }, (_, index) => relay.client(names[index % boards] ?? ''))
  const reader = relay.client('board0')
  await relay.settled()
  relay.clock.advance(1000)
  relay.clock.processorMsPerLook = 0.6
  for (const writer of writers) writer.set('first', 1)
  relay.clock.advance(0)
  await relay.turn()
  expect(reader.get('first')).toBe(1)

  for (const writer of writers) writer.set('second', 2)
  relay.clock.advance(waitsMs - 1)
  await relay.turn()
  expect(reader.get('second')).toBeUndefined()
  relay.clock.advance(1)
  await relay.turn()
  expect(reader.get('second')).toBe(2)
})
