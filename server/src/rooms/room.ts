import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { CloseName } from '@schakelbord/shared/protocol/close-code'
import type { RelayLimits } from '@schakelbord/shared/protocol/relay-limits'
import type { ComparisonStep } from '@schakelbord/shared/protocol/state-comparison'
import type { BoardSummary, NewRecord, UpdateLog } from '../log/update-log.ts'
import { readClientMessage } from './client-message.ts'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { PresenceTable } from './presence-table.ts'
import { lengthOf } from './room-socket.ts'
import type { Frame } from './room-socket.ts'
import type { RelayObserver } from './relay-observer.ts'
import { isHeavyTail } from './packed-board.ts'
import { RoomDocument } from './room-document.ts'
import type { UpdateRefusal } from './room-document.ts'
import { flushDelayMs, presencePace } from './flush-window.ts'
import type { DoneWork } from './flush-window.ts'
import { ackFrame, emptyFrame, step1Frame, updateFrame } from './server-frame.ts'

/** What a room stands on. */
export interface RoomContext {
  readonly log: UpdateLog
  readonly clock: Clock
  readonly limits: RelayLimits
  readonly observer: RelayObserver
  /** What the list of boards shall say of a document. */
  readonly summarise: (doc: Y.Doc) => BoardSummary
  /** How long a room without anybody keeps its document. */
  readonly idleMs: number
  /** How long after the last change a board that is open lets its document go for the bytes it is stored as. */
  readonly restAfterMs: number
  /** How many records may follow a snapshot before the next one is made. */
  readonly compactAfterRecords: number
  /** Asks for a commit; called whenever something waits to be written. */
  readonly requestCommit: (room: Room) => void
  /** Tells that the room holds nothing any more. */
  readonly forget: (room: Room) => void
}

/** The board is not there, or lies in the bin. */
export class NoSuchBoardError extends Error {
  constructor(boardId: string) {
    super(`there is no board ${boardId}`)
    this.name = 'NoSuchBoardError'
  }
}

/** The room was given up before the work was done; nothing of it was stored. */
export class RoomClosedError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`the room closed: ${reason}`, options)
    this.name = 'RoomClosedError'
  }
}

/**
 * Where a room stands.
 *
 * Shape: `committing` is an open room whose document holds changes that are not on disk yet: nobody may be answered
 * from it until they are.
 */
type RoomState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly document: RoomDocument }
  | { readonly kind: 'committing'; readonly document: RoomDocument }
  | { readonly kind: 'closing'; readonly document: RoomDocument }
  | { readonly kind: 'gone' }

/** Something that waits to be written. */
type Change =
  | { readonly kind: 'update'; readonly from: Connection; readonly update: Uint8Array }
  | {
      readonly kind: 'edit'
      readonly principal: string
      readonly work: (doc: Y.Doc) => void
      readonly done: () => void
      readonly failed: (error: Error) => void
    }

/** Something that reads the document and must see only what is on disk. */
interface Reading {
  readonly run: (document: RoomDocument) => void
  readonly failed: (error: Error) => void
}

/** What one room puts into one commit. */
export interface CommitWindow {
  readonly room: Room
  readonly changes: number
  readonly records: readonly NewRecord[]
  /** The records are on disk under these numbers: now the others may see them. */
  settle(seqs: readonly number[]): void
  /** The records could not be stored: nobody may ever see them from here. */
  fail(error: Error): void
}

interface Emission {
  readonly update: Uint8Array
  readonly principal: string
  readonly from: Connection | undefined
}

/** How long one commit may keep the other rooms waiting; what is left goes with the next. */
const longestWindowMs = 25
/** Questions of this long are answered together: on a large, busy board the answer costs a look at all its parts. */
const comparisonWindowMs = 200
/** Every so many bytes of snapshot, a tail may be as long again before it is folded. */
const largeSnapshotBytes = 256 * 1024
/** A tail of so many bytes is folded however few records it has, but for a board that is larger still. */
const heavyTailBytes = 512 * 1024
const summaryRoots = ['board', 'activities'] as const

function bytesOf(records: readonly { readonly update: Uint8Array }[]): number {
  return records.reduce((sum, { update }) => sum + update.byteLength, 0)
}

/**
 * One board and everybody on it.
 *
 * Updates are gathered, checked, and handed to the commit queue; only when they are on disk are they passed on and
 * acknowledged. Whoever joins or asks in between waits for the commit, so nothing is ever read that could be lost.
 */
export class Room {
  readonly boardId: string
  readonly #context: RoomContext
  readonly #presence: PresenceTable<Connection>
  readonly #connections = new Set<Connection>()
  readonly #comparing = new Set<Connection>()
  #state: RoomState = { kind: 'loading' }
  #changes: Change[] = []
  #readings: Reading[] = []
  #lastSeq = 0
  #tailLength = 0
  #tailBytes = 0
  #snapshotBytes = 0
  #summaryIsStale = false
  #reading = true
  #compacting = false
  #stopIdleTimer: (() => void) | undefined
  #stopRestTimer: (() => void) | undefined
  #usedAtMs = 0
  #presenceScheduled = false
  #presenceSent: DoneWork = { atMs: 0, costMs: 0 }

  constructor(boardId: string, context: RoomContext) {
    this.boardId = boardId
    this.#context = context
    this.#presence = new PresenceTable(context.limits, () => context.clock.nowMs())
    void this.#load()
  }

  get connectionCount(): number {
    return this.#connections.size
  }

  get waitingChanges(): number {
    return this.#changes.length
  }

  join(connection: Connection): void {
    this.#stopIdleTimer?.()
    this.#stopIdleTimer = undefined
    this.#connections.add(connection)
    this.#context.observer.socketJoined(this.boardId)
    this.#read({ run: (document) => this.#greet(connection, document), failed: () => {} })
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return
    connection.dismissed = true
    this.#comparing.delete(connection)
    this.#context.observer.socketLeft(this.boardId)
    this.#presence.leave(connection)
    this.#schedulePresence()
    this.#considerIdling()
  }

  /** Reads no more frames: what comes now stays with those who sent it, and is not acknowledged. */
  stopReading(): void {
    this.#reading = false
  }

  /** Takes one frame; whatever it holds, only this connection can be hurt by it. */
  receive(connection: Connection, frame: Uint8Array): void {
    if (connection.dismissed || !this.#reading) return
    if (connection.waiting !== undefined) this.#keepWaiting(connection, connection.waiting, frame)
    else this.#hear(connection, frame)
  }

  /** Changes the document on the server's own account; resolves when the change is on disk. */
  edit<T>(principal: string, work: (doc: Y.Doc) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#state.kind === 'gone') {
        reject(new RoomClosedError('it was closing'))
        return
      }
      let result: { readonly value: T } | undefined
      this.#changes.push({
        kind: 'edit',
        principal,
        work: (doc) => {
          result = { value: work(doc) }
        },
        done: () => {
          if (result) resolve(result.value)
        },
        failed: reject,
      })
      this.#wake()
      this.#requestCommit()
    })
  }

  /** Reads the document as it is on disk. */
  read<T>(work: (doc: Y.Doc) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = (document: RoomDocument): void => {
        try {
          resolve(work(document.doc))
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
        this.#considerResting(document)
        this.#considerIdling()
      }
      this.#read({ run, failed: reject })
    })
  }

  /** What the list of boards should say, where it may lag behind the document. */
  liveSummary(): BoardSummary | undefined {
    if (!this.#summaryIsStale || this.#state.kind !== 'open') return undefined
    return this.#context.summarise(this.#state.document.doc)
  }

  /** Applies what waits, as far as it may be, and says what has to be stored; `undefined` where nothing waits. */
  takeWindow(): CommitWindow | undefined {
    if (this.#state.kind !== 'open' || this.#changes.length === 0) return undefined
    const { document } = this.#state
    this.#state = { kind: 'committing', document }
    return this.#apply(document, this.#changes.splice(0))
  }

  /** Keeps every line alive and finds those that are not. */
  heartbeat(): void {
    for (const connection of this.#connections) {
      connection.socket.checkAlive()
      this.#send(connection, emptyFrame)
    }
  }

  /** Sends everybody away and lets the document go. */
  close(close: CloseName, error: Error = new RoomClosedError(close)): void {
    if (this.#state.kind === 'gone') return
    this.#stopIdleTimer?.()
    this.#stopRestTimer?.()
    if (this.#state.kind !== 'loading') {
      this.#state.document.destroy()
      this.#context.observer.roomClosed(this.boardId)
    }
    this.#state = { kind: 'gone' }
    this.#context.forget(this)
    for (const connection of this.#connections) {
      connection.dismissed = true
      connection.socket.close(close)
      this.#context.observer.socketLeft(this.boardId)
    }
    this.#connections.clear()
    for (const change of this.#changes.splice(0)) if (change.kind === 'edit') change.failed(error)
    for (const reading of this.#readings.splice(0)) reading.failed(error)
  }

  async #load(): Promise<void> {
    const { log, limits, observer, clock } = this.#context
    try {
      const row = await log.findBoard(this.boardId)
      const content = row?.goneAtMs === undefined ? await log.read(this.boardId) : undefined
      if (this.#state.kind !== 'loading') return
      if (content === undefined) {
        this.close('noSuchBoard', new NoSuchBoardError(this.boardId))
        return
      }
      const document = new RoomDocument(this.boardId, content, limits, () => clock.nowMs())
      this.#lastSeq = content.lastSeq
      this.#tailLength = content.tail.length
      this.#tailBytes = bytesOf(content.tail)
      this.#snapshotBytes = content.snapshot?.update.byteLength ?? 0
      this.#state = { kind: 'open', document }
      observer.roomOpened(this.boardId)
      this.#afterWork(document)
    } catch (error) {
      observer.troubled(`board ${this.boardId} could not be loaded`, error)
      this.close('storeUnavailable', error instanceof Error ? error : new Error(String(error)))
    }
  }

  #read(reading: Reading): void {
    if (this.#state.kind === 'gone') reading.failed(new RoomClosedError('it was closing'))
    else if (this.#state.kind === 'open') reading.run(this.#state.document)
    else {
      this.#readings.push(reading)
      this.#wake()
    }
  }

  /** A room that was about to close has somebody to serve again; its document is still whole. */
  #wake(): void {
    if (this.#state.kind !== 'closing') return
    const { document } = this.#state
    this.#state = { kind: 'open', document }
    this.#serveReadings(document)
  }

  #serveReadings(document: RoomDocument): void {
    for (const reading of this.#readings.splice(0)) reading.run(document)
  }

  #greet(connection: Connection, document: RoomDocument): void {
    if (connection.dismissed) return
    this.#send(connection, step1Frame(document.stateVector()))
    const present = this.#presence.frameFor(connection)
    if (present) this.#send(connection, present)
    const waiting = connection.waiting ?? []
    connection.waiting = undefined
    for (const frame of waiting) this.receive(connection, frame)
  }

  #keepWaiting(connection: Connection, waiting: Uint8Array[], frame: Uint8Array): void {
    const { maxWaitingFrames, maxWaitingBytes } = this.#context.limits
    connection.waitingBytes += frame.byteLength
    if (waiting.length >= maxWaitingFrames || connection.waitingBytes > maxWaitingBytes) {
      this.#dismiss(connection, { close: 'storeUnavailable', reason: 'too much sent while the board was loading' })
    } else waiting.push(frame)
  }

  #hear(connection: Connection, frame: Uint8Array): void {
    const message = readClientMessage(frame)
    if (message === undefined) {
      this.#dismiss(connection, { close: 'malformed', reason: 'not a frame of the protocol' })
      return
    }
    // The one gate for everything that writes: a reader's changes are refused whole.
    if (message.writes && !connection.session.mayWrite) return
    switch (message.kind) {
      case 'step1':
        if (connection.syncRequests.take(1, this.#context.clock.nowMs()) > 0) {
          this.#dismiss(connection, { close: 'tooFast', reason: 'too many sync requests' })
          return
        }
        this.#read({
          run: (document) => this.#answerStep1(connection, document, message.stateVector),
          failed: () => {},
        })
        return
      case 'update':
        this.#context.observer.updateTaken(message.update.byteLength)
        this.#changes.push({ kind: 'update', from: connection, update: message.update })
        this.#requestCommit()
        return
      case 'awareness':
        this.#hearPresence(connection, message.payload)
        return
      case 'query-awareness': {
        // The answer may hold everybody: dear, and no client of a relay needs to ask often.
        if (connection.syncRequests.take(1, this.#context.clock.nowMs()) > 0) {
          this.#dismiss(connection, { close: 'tooFast', reason: 'too many questions for who is there' })
          return
        }
        const present = this.#presence.frameFor(connection)
        if (present) this.#send(connection, present)
        return
      }
      case 'comparison':
        this.#hearComparison(connection, message.step)
    }
  }

  #hearComparison(connection: Connection, step: ComparisonStep): void {
    if (!connection.session.wantsAck) {
      this.#dismiss(connection, { close: 'malformed', reason: 'a question that only v=1 may ask' })
      return
    }
    const first = step !== 'asked' && !connection.toldDivergence
    connection.toldDivergence ||= first
    this.#context.observer.compared({ step, first, socketId: connection.socket.id, boardId: this.boardId })
    this.#comparing.add(connection)
    if (this.#comparing.size > 1) return
    this.#context.clock.after(comparisonWindowMs, () => {
      // Who asked has left meanwhile: a board that idles is not woken for nobody.
      if (this.#comparing.size === 0) return
      const reading = {
        run: (document: RoomDocument) => this.#answerComparisons(document),
        failed: () => this.#comparing.clear(),
      }
      // What they sent before they asked is in the answer, and was acknowledged before it.
      if (this.#changes.length > 0) this.#readings.push(reading)
      else this.#read(reading)
    })
  }

  /** Comes after every broadcast of what it speaks of: whoever lacks something then has lost it. */
  #answerComparisons(document: RoomDocument): void {
    for (const connection of this.#comparing) this.#send(connection, document.comparisonAnswer())
    this.#comparing.clear()
  }

  #answerStep1(connection: Connection, document: RoomDocument, stateVector: Uint8Array): void {
    if (connection.dismissed) return
    const { clock, limits } = this.#context
    const startedAtMs = clock.processorMs()
    let missing: Frame
    try {
      if (decoding.readVarUint(decoding.createDecoder(stateVector)) > limits.maxStateVectorEntries) {
        this.#dismiss(connection, { close: 'overLimit', reason: 'a state vector of too many authors' })
        return
      }
      missing = document.answerTo(stateVector)
    } catch {
      this.#dismiss(connection, { close: 'malformed', reason: 'not a state vector' })
      return
    }
    connection.answerBytes = lengthOf(missing)
    this.#send(connection, missing)
    if (connection.processor.take(clock.processorMs() - startedAtMs, clock.nowMs()) > 0) {
      this.#dismiss(connection, { close: 'tooFast', reason: 'too much processor time' })
    }
  }

  #hearPresence(connection: Connection, payload: Uint8Array): void {
    const heard = this.#presence.hear(connection, payload)
    switch (heard.kind) {
      case 'taken':
        this.#schedulePresence()
        return
      case 'contested':
        // Somebody who comes back before the old line was found dead: find out now.
        heard.owner.socket.checkAlive()
        return
      case 'malformed':
        this.#dismiss(connection, { close: 'malformed', reason: 'not an awareness update' })
        return
      case 'over-limit':
        this.#dismiss(connection, { close: 'overLimit', reason: 'too much presence' })
        return
      case 'ignored':
    }
  }

  #schedulePresence(): void {
    if (this.#presenceScheduled || !this.#presence.hasChanges) return
    this.#presenceScheduled = true
    const { clock } = this.#context
    clock.after(flushDelayMs(this.#presenceSent, clock.nowMs(), presencePace), () => {
      this.#presenceScheduled = false
      if (!this.#presence.hasChanges) return
      const startedAtMs = clock.processorMs()
      const frameFor = this.#presence.takeChanges()
      this.#sendEach(this.#connections, frameFor)
      this.#presenceSent = { atMs: clock.nowMs(), costMs: clock.processorMs() - startedAtMs }
    })
  }

  #requestCommit(): void {
    if (this.#state.kind === 'open') this.#context.requestCommit(this)
  }

  #apply(document: RoomDocument, changes: readonly Change[]): CommitWindow {
    const emissions: Emission[] = []
    const acks = new Map<Connection, number>()
    const refusals = new Map<Connection, UpdateRefusal>()
    const quarantined: { readonly from: Connection; readonly update: Uint8Array; readonly reason: string }[] = []
    const edits: Extract<Change, { kind: 'edit' }>[] = []
    const { clock } = this.#context
    const startedAtMs = clock.processorMs()
    let workedUntilMs = startedAtMs
    let tainted = false
    let taken = 0
    for (const change of changes) {
      if (tainted || workedUntilMs - startedAtMs > longestWindowMs) break
      taken++
      if (change.kind === 'edit') {
        try {
          const { emitted } = document.edit(change.work)
          if (emitted) emissions.push({ update: emitted, principal: change.principal, from: undefined })
          edits.push(change)
        } catch (error) {
          tainted = true
          change.failed(error instanceof Error ? error : new Error(String(error)))
        }
        continue
      }
      const { from, update } = change
      if (refusals.has(from)) continue
      const admission = document.admit(update, from.session.principal)
      if (admission.ok) {
        acks.set(from, (acks.get(from) ?? 0) + 1)
        if (admission.emitted) emissions.push({ update: admission.emitted, principal: from.session.principal, from })
      } else {
        refusals.set(from, admission.refusal)
        tainted = admission.tainted
        if (admission.refusal.close === 'badShape') quarantined.push({ from, update, reason: admission.refusal.reason })
      }
      const nowMs = clock.processorMs()
      if (from.processor.take(nowMs - workedUntilMs, clock.nowMs()) > 0 && !refusals.has(from)) {
        refusals.set(from, { close: 'tooFast', reason: 'too much processor time' })
      }
      workedUntilMs = nowMs
    }
    this.#changes.unshift(...changes.slice(taken))
    const records = this.#recordsOf(document, emissions)
    return {
      room: this,
      changes: taken,
      records,
      settle: (seqs) => {
        for (const edit of edits) edit.done()
        if (this.#state.kind === 'gone') return
        this.#lastSeq = seqs.at(-1) ?? this.#lastSeq
        this.#tailLength += records.length
        this.#tailBytes += bytesOf(records)
        this.#broadcast(emissions, acks)
        for (const [connection, refusal] of refusals) this.#dismiss(connection, refusal)
        for (const entry of quarantined) this.#quarantine(entry.from, entry.update, entry.reason)
        if (tainted) this.#reload(document)
        else {
          this.#state = { kind: 'open', document }
          this.#afterWork(document)
        }
      },
      fail: (error) => {
        for (const edit of edits) edit.failed(error)
        this.close('storeUnavailable', error)
      },
    }
  }

  #recordsOf(document: RoomDocument, emissions: readonly Emission[]): NewRecord[] {
    const runs: { readonly principal: string; readonly updates: Uint8Array[] }[] = []
    for (const { principal, update } of emissions) {
      const run = runs.at(-1)
      if (run?.principal === principal) run.updates.push(update)
      else runs.push({ principal, updates: [update] })
    }
    const atMs = this.#context.clock.nowMs()
    const changedRoots = document.takeChangedRoots()
    if (summaryRoots.some((root) => changedRoots.has(root))) this.#summaryIsStale = true
    const summary = changedRoots.has('board') ? this.#context.summarise(document.doc) : undefined
    if (summary) this.#summaryIsStale = false
    const claims = document.takeFreshClaims()
    return runs.map(({ principal, updates }, index) => ({
      boardId: this.boardId,
      update: mergeAll(updates),
      principal,
      atMs,
      ...(summary && index === 0 ? { summary } : {}),
      ...(claims.length > 0 && index === 0 ? { claims } : {}),
    }))
  }

  /** Tells everybody what is on disk now, and those whose it is that it is: where it is both, in one go. */
  #broadcast(emissions: readonly Emission[], acks: ReadonlyMap<Connection, number>): void {
    const author = emissions[0]?.from
    const onlyAuthor = emissions.every(({ from }) => from === author) ? author : undefined
    const frame = emissions.length > 0 ? updateFrame(mergeAll(emissions.map(({ update }) => update))) : undefined
    this.#sendEach(
      frame ? this.#connections : acks.keys(),
      (connection) => (connection === onlyAuthor ? undefined : frame),
      (connection) => {
        const count = connection.session.wantsAck ? acks.get(connection) : undefined
        return count === undefined ? undefined : ackFrame(count)
      },
    )
  }

  /** Begins anew with what is stored: the document is no longer needed, or holds what was refused and nobody has seen. */
  #reload(document: RoomDocument): void {
    document.destroy()
    this.#context.observer.roomClosed(this.boardId)
    this.#state = { kind: 'loading' }
    void this.#load()
  }

  #afterWork(document: RoomDocument): void {
    this.#serveReadings(document)
    if (this.#isTailLong()) void this.#compact()
    if (this.#changes.length > 0) this.#requestCommit()
    this.#considerResting(document)
    this.#considerIdling()
  }

  /** Whether a tail is worth a compaction: the larger the snapshot that is written anew, the longer it may be. */
  #isTailLong(): boolean {
    const longTail = this.#context.compactAfterRecords * (1 + Math.floor(this.#snapshotBytes / largeSnapshotBytes))
    // Of a crowd one record holds what many wrote: few of them, and still as much as the board itself.
    return this.#tailLength >= longTail || this.#tailBytes >= Math.max(heavyTailBytes, this.#snapshotBytes / 2)
  }

  async #compact(): Promise<void> {
    if (this.#compacting) return
    this.#compacting = true
    const before = { length: this.#tailLength, bytes: this.#tailBytes }
    this.#tailLength = 0
    this.#tailBytes = 0
    try {
      const startedAtMs = this.#context.clock.nowMs()
      const compaction = await this.#context.log.compact(this.boardId, this.#lastSeq)
      if (compaction.records > 0) this.#snapshotBytes = compaction.bytes
      this.#context.observer.compacted({ ...compaction, tookMs: this.#context.clock.nowMs() - startedAtMs })
    } catch (error) {
      this.#tailLength += before.length
      this.#tailBytes += before.bytes
      // A stop does not wait for a compaction; the tail that stays says the same.
      if (this.#state.kind !== 'gone')
        this.#context.observer.troubled(`board ${this.boardId} could not be compacted`, error)
    } finally {
      this.#compacting = false
    }
  }

  #quarantine(from: Connection, update: Uint8Array, reason: string): void {
    const { log, clock, observer } = this.#context
    const { principal } = from.session
    log
      .quarantine({ boardId: this.boardId, update, principal, atMs: clock.nowMs(), reason })
      .catch((error: unknown) => {
        observer.troubled(`a refused change of board ${this.boardId} could not be kept`, error)
      })
  }

  #considerIdling(): void {
    if (this.#connections.size > 0 || this.#state.kind !== 'open' || this.#stopIdleTimer !== undefined) return
    this.#stopIdleTimer = this.#context.clock.after(this.#context.idleMs, () => {
      this.#stopIdleTimer = undefined
      if (this.#connections.size > 0 || this.#changes.length > 0 || this.#state.kind !== 'open') return
      void this.#retire(this.#state.document)
    })
  }

  /** A document that was built for a change or a look is let go once nobody has asked for it for a while. */
  #considerResting(document: RoomDocument): void {
    const { clock, restAfterMs } = this.#context
    if (document.isPacked) return
    this.#usedAtMs = clock.nowMs()
    if (this.#stopRestTimer !== undefined) return
    const restWhenUnused = (afterMs: number): void => {
      this.#stopRestTimer = clock.after(afterMs, () => {
        this.#stopRestTimer = undefined
        // A clock that was set back by years would else ask for a timer longer than there is, which goes off at once, for ever.
        const leftMs = Math.min(restAfterMs, this.#usedAtMs + restAfterMs - clock.nowMs())
        if (leftMs > 0) restWhenUnused(leftMs)
        else if (this.#state.kind === 'open') void this.#rest(this.#state.document)
        else restWhenUnused(restAfterMs)
      })
    }
    restWhenUnused(restAfterMs)
  }

  /** Folds what is stored and goes on from that: the document is packed again, and no turn was spent on packing it. */
  async #rest(document: RoomDocument): Promise<void> {
    if (this.#tailLength > 0) await this.#compact()
    await this.writeSummary()
    const isStillUnused = this.#usedAtMs + this.#context.restAfterMs <= this.#context.clock.nowMs()
    if (this.#state.kind !== 'open' || this.#state.document !== document || this.#changes.length > 0) return
    if (isStillUnused) this.#reload(document)
  }

  /** Tidies up and lets the document go, unless somebody comes in meanwhile. */
  async #retire(document: RoomDocument): Promise<void> {
    this.#state = { kind: 'closing', document }
    await this.foldTail()
    await this.writeSummary()
    if (this.#state.kind === 'closing') this.close('restarting')
  }

  /** Folds what came after the snapshot, so that the next one who opens the board reads no more than it. */
  async foldTail(): Promise<void> {
    if (this.#tailLength > 1 || isHeavyTail(this.#tailBytes, this.#snapshotBytes)) await this.#compact()
  }

  /** Brings the list of boards up to date with the document. */
  async writeSummary(): Promise<void> {
    if (!this.#summaryIsStale || this.#state.kind === 'gone' || this.#state.kind === 'loading') return
    this.#summaryIsStale = false
    try {
      await this.#context.log.describeBoard(this.boardId, this.#context.summarise(this.#state.document.doc))
    } catch (error) {
      this.#summaryIsStale = true
      this.#context.observer.troubled(`board ${this.boardId} could not be described`, error)
    }
  }

  #dismiss(connection: Connection, refusal: UpdateRefusal): void {
    if (connection.dismissed) return
    this.#tellRefusal(connection, refusal)
    connection.socket.close(refusal.close)
    this.leave(connection)
  }

  #tellRefusal({ socket }: Connection, refusal: { readonly close: CloseName | 'cut'; readonly reason: string }): void {
    const { id: socketId, address } = socket
    this.#context.observer.refused({ ...refusal, socketId, address, boardId: this.boardId })
  }

  #send(connection: Connection, frame: Frame): void {
    if (this.#passOn(connection, frame)) this.#context.observer.delivered(1, lengthOf(frame))
  }

  /** Sends each who was greeted a frame, and counts them together: counting one by one costs more than it tells. */
  #sendEach(
    connections: Iterable<Connection>,
    frameFor: (connection: Connection) => Frame | undefined,
    ackFor: (connection: Connection) => Uint8Array | undefined = () => undefined,
  ): void {
    let frames = 0
    let bytes = 0
    for (const connection of connections) {
      const frame = connection.waiting === undefined ? frameFor(connection) : undefined
      const ack = ackFor(connection)
      const first = frame ?? ack
      if (first === undefined || !this.#passOn(connection, first, frame && ack)) continue
      frames += frame && ack ? 2 : 1
      bytes += (frame ? lengthOf(frame) : 0) + (ack?.byteLength ?? 0)
    }
    if (frames > 0) this.#context.observer.delivered(frames, bytes)
  }

  #passOn(connection: Connection, frame: Frame, ack?: Uint8Array): boolean {
    if (connection.dismissed) return false
    if (connection.socket.bufferedBytes > this.#context.limits.maxBufferedBytes + connection.answerBytes) {
      // It does not read. Cut it loose: what it misses it gets when it comes back.
      this.#tellRefusal(connection, { close: 'cut', reason: 'it does not read' })
      connection.socket.terminate()
      this.leave(connection)
      return false
    }
    connection.socket.send(frame, ack)
    return true
  }
}

function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates
  return updates.length === 1 && first !== undefined ? first : Y.mergeUpdates([...updates])
}
