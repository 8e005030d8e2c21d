import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { CLOSE } from '@schakelbord/shared/protocol/close-code'
import { SYNC_TAG, WIRE_TAG } from '@schakelbord/shared/protocol/wire-tag'
import { MemoryLog } from '../log/memory-log.ts'
import { FakeClient, RoomHarness } from './room-harness.ts'

/**
 * What may happen to a room: somebody joins, edits, leaves, comes back in one breath; the store finishes the oldest thing
 * it was asked; a room without anybody runs out of patience.
 */
type Happening = 'join' | 'edit' | 'leave' | 'reconnect' | 'store done' | 'idle' | 'other joins' | 'other leaves'

/** A store that does nothing until it is told to, one thing at a time, in order. */
class StepwiseLog extends MemoryLog {
  #waiting: (() => void)[] = []
  #free = false

  /** Finishes the oldest thing that was asked; false where nothing was. */
  finishOne(): boolean {
    const finish = this.#waiting.shift()
    finish?.()
    return finish !== undefined
  }

  /** Finishes everything, from now on at once. */
  goFree(): void {
    this.#free = true
    for (const finish of this.#waiting.splice(0)) finish()
  }

  /** What lies in it, for whoever looks from outside. */
  async stored(): Promise<Y.Doc> {
    const content = await super.read('plan')
    const doc = new Y.Doc()
    if (content?.snapshot) Y.applyUpdate(doc, content.snapshot.update)
    for (const { update } of content?.tail ?? []) Y.applyUpdate(doc, update)
    return doc
  }

  async #turn(): Promise<void> {
    if (this.#free) return
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  override async append(...args: Parameters<MemoryLog['append']>): ReturnType<MemoryLog['append']> {
    await this.#turn()
    return super.append(...args)
  }

  override async read(...args: Parameters<MemoryLog['read']>): ReturnType<MemoryLog['read']> {
    await this.#turn()
    return super.read(...args)
  }

  override async compact(...args: Parameters<MemoryLog['compact']>): ReturnType<MemoryLog['compact']> {
    await this.#turn()
    return super.compact(...args)
  }

  override async describeBoard(...args: Parameters<MemoryLog['describeBoard']>): Promise<void> {
    await this.#turn()
    return super.describeBoard(...args)
  }
}

/** A line that counts the update messages that went up. */
class CountingClient extends FakeClient {
  updatesSaid = 0

  override say(frame: Uint8Array): void {
    const isUpdate = frame[0] === WIRE_TAG.sync && (frame[1] === SYNC_TAG.step2 || frame[1] === SYNC_TAG.update)
    if (isUpdate) this.updatesSaid++
    super.say(frame)
  }
}

/** Somebody with a document of their own, which outlives every line. */
class Person {
  readonly doc = new Y.Doc()
  readonly #relay: RoomHarness
  readonly #name: string
  #lines = 0
  line: CountingClient | undefined

  constructor(relay: RoomHarness, name: string) {
    this.#relay = relay
    this.#name = name
  }

  join(): boolean {
    if (this.line !== undefined) return false
    this.line = new CountingClient(`${this.#name}${++this.#lines}`, this.doc)
    this.line.join(this.#relay.registry, 'plan', { principal: this.#name })
    return true
  }

  leave(): boolean {
    const wasThere = this.line !== undefined
    this.line?.leave()
    this.line = undefined
    return wasThere
  }

  /** What was done offline and is not told yet leaves a gap before what is done now: such a line is laid anew. */
  comeBackAfterGap(): void {
    if (this.line?.closedWith !== CLOSE.gap.code) return
    this.line = undefined
    this.join()
  }

  /** Everything of theirs is called saved. */
  get isSaved(): boolean {
    const { line } = this
    return line !== undefined && line.synced && line.updatesSaid > 0 && line.acked >= line.updatesSaid
  }

  get shows(): Record<string, unknown> {
    return this.doc.getMap('activities').toJSON()
  }
}

/** The same text for the same cards. */
function inOrder(cards: Record<string, unknown>): string {
  return JSON.stringify(Object.entries(cards).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Plays one order to its end and beyond; false where its last happening was none, so that a shorter order says the same. */
async function play(script: readonly Happening[]): Promise<boolean> {
  const log = new StepwiseLog()
  const relay = new RoomHarness({ log, compactAfterRecords: 2 })
  const first = new Y.Doc()
  first.getMap('activities').set('c01', { id: 'c01' })
  const firstUpdate = Y.encodeStateAsUpdate(first)
  await log.createBoard({ id: 'plan', title: 'plan', activities: 1, firstUpdate, principal: 'maker', atMs: 1 })
  const [anna, bo] = [new Person(relay, 'anna'), new Person(relay, 'bo')]
  let written = 0
  const happen: Readonly<Record<Happening, () => boolean>> = {
    join: () => anna.join(),
    edit: () => {
      written++
      anna.doc.getMap('activities').set(`k${written}`, written)
      return true
    },
    leave: () => anna.leave(),
    reconnect: () => {
      anna.leave()
      return anna.join()
    },
    'store done': () => log.finishOne(),
    idle: () => {
      relay.clock.advance(60_000)
      return true
    },
    'other joins': () => bo.join(),
    'other leaves': () => bo.leave(),
  }
  for (const happening of script) {
    if (!happen[happening]()) return false
    await relay.turn()
    // The flush window passes; that a room idles is a happening of its own.
    relay.clock.advance(20)
    await relay.turn()
    for (const person of [anna, bo]) {
      person.comeBackAfterGap()
      const { line } = person
      if (line?.closedWith !== undefined) throw new Error(`sent away with ${line.closedWith}`)
      if (line?.synced === true && person.doc.getMap('activities').get('c01') === undefined) {
        throw new Error('called synced with a board that is not there')
      }
    }
    const stored = (await log.stored()).getMap('activities').toJSON()
    if (anna.isSaved)
      for (const key of Object.keys(anna.shows)) if (!(key in stored)) throw new Error(`${key} is called saved`)
    for (const key of Object.keys(bo.shows)) if (!(key in stored)) throw new Error(`${key} was seen and is not stored`)
  }

  // All that is under way ends, and everybody comes back once more.
  log.goFree()
  await relay.settled()
  anna.join()
  bo.join()
  for (let round = 0; round < 2; round++) {
    await relay.settled()
    relay.clock.advance(20)
    anna.comeBackAfterGap()
  }
  await relay.settled()
  const expected = inOrder(anna.shows)
  const same = [(await log.stored()).getMap('activities').toJSON(), bo.shows].every((one) => inOrder(one) === expected)
  if (!same || Object.keys(anna.shows).length !== written + 1) throw new Error('not the same on all sides')
  anna.leave()
  bo.leave()
  relay.clock.advance(120_000)
  await relay.settled()
  if (relay.registry.counts.rooms !== 0) throw new Error('a room without anybody stays open')
  return true
}

/** Plays every order of up to so many happenings that differ, after what was before; gives how many that were. */
async function tryAll(
  happenings: readonly Happening[],
  upTo: number,
  before: readonly Happening[] = [],
): Promise<number> {
  let count = 0
  for (const next of happenings) {
    const script = [...before, next]
    const happened = await play(script).catch((error: unknown) => {
      throw new Error(`${script.join(', ')}: ${String(error)}`, { cause: error })
    })
    if (!happened) continue
    count++
    if (upTo > 1) count += await tryAll(happenings, upTo - 1, script)
  }
  return count
}

test('[P19] every order of up to six of joining, editing, leaving, the store being done and a room running idle loses nothing', async () => {
  expect(await tryAll(['join', 'edit', 'leave', 'store done', 'idle'], 6)).toBeGreaterThan(1_000)
}, 180_000)

test('[P19] every order of up to five with somebody else coming and going, and with coming back in one breath', async () => {
  const happenings: readonly Happening[] = ['edit', 'reconnect', 'store done', 'idle', 'other joins', 'other leaves']
  expect(await tryAll(happenings, 5)).toBeGreaterThan(1_000)
}, 180_000)

test('[P19] every order of up to five from the moment on that a room tidies up to close', async () => {
  const closing: readonly Happening[] = ['join', 'store done', 'edit', 'store done', 'leave', 'idle']
  const happenings: readonly Happening[] = ['join', 'edit', 'leave', 'store done', 'idle']
  expect(await tryAll(happenings, 5, closing)).toBeGreaterThan(1_000)
}, 180_000)
