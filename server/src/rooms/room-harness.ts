import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { CLOSE } from '@schakelbord/shared/protocol/close-code'
import type { CloseName } from '@schakelbord/shared/protocol/close-code'
import { readDurableAck } from '@schakelbord/shared/protocol/durable-ack'
import { SYNC_TAG, WIRE_TAG } from '@schakelbord/shared/protocol/wire-tag'
import { MemoryLog } from '../log/memory-log.ts'
import type { NewRecord, UpdateLog } from '../log/update-log.ts'
import { LogError } from '../log/update-log.ts'
import type { Clock } from './clock.ts'
import type { JoinedSocket } from './connection.ts'
import type { RelayObserver } from './relay-observer.ts'
import { RoomRegistry } from './room-registry.ts'
import type { RegistryOptions } from './room-registry.ts'
import type { Frame, RoomSocket } from './room-socket.ts'

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  #nowMs = 1_800_000_000_000
  /** What the processor is said to have used between one look and the next. */
  processorMsPerLook = 0
  #processorMs = 0
  #timers: { readonly atMs: number; readonly callback: () => void }[] = []

  nowMs(): number {
    return this.#nowMs
  }

  processorMs(): number {
    this.#processorMs += this.processorMsPerLook
    return this.#processorMs
  }

  after(delayMs: number, callback: () => void): () => void {
    const timer = { atMs: this.#nowMs + delayMs, callback }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Moves the time on and calls back whoever is due, in order. */
  advance(byMs: number): void {
    const untilMs = this.#nowMs + byMs
    for (;;) {
      const due = this.#timers.filter(({ atMs }) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs)[0]
      if (due === undefined) break
      this.#timers = this.#timers.filter((other) => other !== due)
      this.#nowMs = Math.max(this.#nowMs, due.atMs)
      due.callback()
    }
    this.#nowMs = untilMs
  }
}

const putTogether = new WeakMap<readonly Uint8Array[], Uint8Array>()

/** A message as it arrives; the same pieces arrive as the same bytes, so that a test sees what was made anew. */
function wholeOf(frame: Frame): Uint8Array {
  if (frame instanceof Uint8Array) return frame
  const whole = putTogether.get(frame) ?? new Uint8Array(Buffer.concat(frame))
  putTogether.set(frame, whole)
  return whole
}

/** A log in memory whose commits and reads a test holds back, lets go, or makes fail. */
export class HeldLog extends MemoryLog {
  #gate: Promise<void> = Promise.resolve()
  #openGate: () => void = () => {}
  failing = false
  appended: readonly NewRecord[][] = []

  /** From here on calls wait until `release`. */
  hold(): void {
    this.#gate = new Promise((resolve) => {
      this.#openGate = resolve
    })
  }

  release(): void {
    this.#openGate()
    this.#gate = Promise.resolve()
  }

  async #pass(): Promise<void> {
    await this.#gate
    if (this.failing) throw new LogError('full', 'no space left')
  }

  override async append(records: readonly NewRecord[]): Promise<readonly number[]> {
    await this.#pass()
    this.appended = [...this.appended, [...records]]
    return super.append(records)
  }

  override async read(boardId: string): ReturnType<UpdateLog['read']> {
    await this.#gate
    return super.read(boardId)
  }

  override async compact(...args: Parameters<UpdateLog['compact']>): ReturnType<UpdateLog['compact']> {
    await this.#pass()
    return super.compact(...args)
  }

  override async probe(): Promise<void> {
    await this.#pass()
  }
}

/** One end of a line that never leaves the process, with a plain Yjs client on it. */
export class FakeClient implements RoomSocket {
  readonly id: string
  readonly address = '192.0.2.1'
  readonly doc: Y.Doc
  bufferedBytes = 0
  sent: Uint8Array[] = []
  closedWith: number | undefined
  terminated = false
  aliveChecks = 0
  acked = 0
  /** How many messages came right behind another. */
  sentBehind = 0
  synced = false
  updatesHeard = 0
  readonly presence = new Map<number, { readonly clock: number; readonly state: unknown }>()
  #joined: JoinedSocket | undefined
  #left = false
  /** A line takes time: an open room answers before `join` has returned. */
  #saidTooEarly: Uint8Array[] = []

  constructor(id: string, doc = new Y.Doc()) {
    this.id = id
    this.doc = doc
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && !this.#isGone()) this.say(this.#syncFrame(SYNC_TAG.update, update))
    })
  }

  /** Joins and says hello as y-websocket does: step 1. */
  join(
    registry: RoomRegistry,
    boardId: string,
    session: { mayWrite?: boolean; principal?: string; wantsAck?: boolean } = {},
  ): this {
    this.#joined = registry.join(boardId, this, { principal: this.id, mayWrite: true, wantsAck: true, ...session })
    for (const frame of this.#saidTooEarly.splice(0)) this.say(frame)
    this.say(this.#syncFrame(SYNC_TAG.step1, Y.encodeStateVector(this.doc)))
    return this
  }

  leave(): void {
    this.#left = true
    this.#joined?.leave()
  }

  #isGone(): boolean {
    return this.#left || this.terminated || this.closedWith !== undefined
  }

  say(frame: Uint8Array): void {
    if (this.#joined === undefined) this.#saidTooEarly.push(frame)
    else this.#joined.receive(frame)
  }

  sayUpdate(update: Uint8Array): void {
    this.say(this.#syncFrame(SYNC_TAG.update, update))
  }

  sayStep1(stateVector: Uint8Array): void {
    this.say(this.#syncFrame(SYNC_TAG.step1, stateVector))
  }

  sayAwareness(entries: readonly (readonly [clientId: number, clock: number, state: unknown])[]): void {
    const payload = encoding.createEncoder()
    encoding.writeVarUint(payload, entries.length)
    for (const [clientId, clock, state] of entries) {
      encoding.writeVarUint(payload, clientId)
      encoding.writeVarUint(payload, clock)
      encoding.writeVarString(payload, JSON.stringify(state))
    }
    const frame = encoding.createEncoder()
    encoding.writeVarUint(frame, WIRE_TAG.awareness)
    encoding.writeVarUint8Array(frame, encoding.toUint8Array(payload))
    this.say(encoding.toUint8Array(frame))
  }

  set(key: string, value: unknown): void {
    this.doc.getMap('activities').set(key, value)
  }

  get(key: string): unknown {
    return this.doc.getMap('activities').get(key)
  }

  send(pieces: Frame, next?: Uint8Array): void {
    this.#hear(wholeOf(pieces))
    if (next === undefined) return
    this.sentBehind++
    this.#hear(next)
  }

  #hear(frame: Uint8Array): void {
    if (this.#isGone()) return
    this.sent.push(frame)
    const decoder = decoding.createDecoder(frame)
    const tag = decoding.readVarUint(decoder)
    if (tag === WIRE_TAG.sync) this.#hearSync(decoder)
    else if (tag === WIRE_TAG.awareness)
      this.#hearAwareness(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
    else if (tag === WIRE_TAG.durableAck) this.acked += readDurableAck(decoder)
  }

  close(reason: CloseName): void {
    this.closedWith ??= CLOSE[reason].code
  }

  terminate(): void {
    this.terminated = true
  }

  checkAlive(): void {
    this.aliveChecks++
  }

  #hearSync(decoder: decoding.Decoder): void {
    const tag = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (tag === SYNC_TAG.step1) {
      this.say(this.#syncFrame(SYNC_TAG.step2, Y.encodeStateAsUpdate(this.doc, payload)))
      return
    }
    if (tag === SYNC_TAG.step2) this.synced = true
    else this.updatesHeard++
    Y.applyUpdate(this.doc, payload, this)
  }

  #hearAwareness(decoder: decoding.Decoder): void {
    const count = decoding.readVarUint(decoder)
    for (let i = 0; i < count; i++) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state: unknown = JSON.parse(decoding.readVarString(decoder))
      if (state === null) this.presence.delete(clientId)
      else this.presence.set(clientId, { clock, state })
    }
  }

  #syncFrame(tag: number, payload: Uint8Array): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, WIRE_TAG.sync)
    encoding.writeVarUint(encoder, tag)
    encoding.writeVarUint8Array(encoder, payload)
    return encoding.toUint8Array(encoder)
  }
}

/** What the relay told of itself, for tests. */
export class RecordingObserver implements RelayObserver {
  readonly refusals: { readonly close: CloseName | 'cut'; readonly reason: string }[] = []
  readonly troubles: string[] = []
  readonly comparisons: string[] = []
  opened = 0
  closed = 0
  storeFailures = 0
  storeResumptions = 0

  socketJoined(): void {}
  socketLeft(): void {}
  roomOpened(): void {
    this.opened++
  }
  roomClosed(): void {
    this.closed++
  }
  updateTaken(): void {}
  committed(): void {}
  compacted(): void {}
  delivered(): void {}
  refused(refusal: { readonly close: CloseName | 'cut'; readonly reason: string }): void {
    this.refusals.push(refusal)
  }
  compared({ step }: Parameters<RelayObserver['compared']>[0]): void {
    this.comparisons.push(step)
  }
  storeFailed(): void {
    this.storeFailures++
  }
  storeResumed(): void {
    this.storeResumptions++
  }
  troubled(what: string): void {
    this.troubles.push(what)
  }
}

/** A relay without transport, disk or running time. */
export class RoomHarness {
  readonly clock = new FakeClock()
  readonly log = new HeldLog()
  readonly observer = new RecordingObserver()
  readonly registry: RoomRegistry
  #clients = 0

  constructor(options: Partial<RegistryOptions> = {}) {
    this.registry = new RoomRegistry({
      log: this.log,
      observer: this.observer,
      clock: this.clock,
      summarise: (doc) => ({
        title: JSON.stringify(doc.getMap('board').get('title')),
        activities: doc.getMap('activities').size,
      }),
      ...options,
    })
  }

  async makeBoard(boardId: string): Promise<void> {
    const doc = new Y.Doc()
    doc.getMap('board').set('title', boardId)
    doc.getMap('activities').set('c01', { id: 'c01', title: 'first' })
    const firstUpdate = Y.encodeStateAsUpdate(doc)
    await this.log.createBoard({ id: boardId, title: boardId, activities: 1, firstUpdate, principal: 'maker', atMs: 1 })
  }

  /** A client that joined; synced once the board was loaded (see `settled`). */
  client(boardId: string, session: { mayWrite?: boolean; principal?: string; wantsAck?: boolean } = {}): FakeClient {
    return this.newClient().join(this.registry, boardId, session)
  }

  /** A client that has not joined yet, perhaps with a document it kept. */
  newClient(doc?: Y.Doc): FakeClient {
    return new FakeClient(`s${++this.#clients}`, doc)
  }

  /** Lets promises that are due run, without letting time pass. */
  async turn(): Promise<void> {
    for (let i = 0; i < 50; i++) await Promise.resolve()
  }

  /** Lets loading finish and everything that waits be committed and passed on. */
  async settled(): Promise<void> {
    await this.turn()
    await this.registry.drain()
    await this.turn()
  }
}
