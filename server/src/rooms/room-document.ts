import * as Y from 'yjs'
import type { CloseName } from '@schakelbord/shared/protocol/close-code'
import { encodeComparisonAnswer, fingerprintOf } from '@schakelbord/shared/protocol/state-comparison'
import type { StateFingerprint } from '@schakelbord/shared/protocol/state-comparison'
import type { RelayLimits } from '@schakelbord/shared/protocol/relay-limits'
import type { AuthorClaims, BoardContent } from '../log/update-log.ts'
import { AuthorTable, serverPrincipal } from './author-table.ts'
import { findShapeFault } from './board-shape.ts'
import { PackedBoard } from './packed-board.ts'
import { holderOf, rootNameOf } from './root-name.ts'
import { lengthOf } from './room-socket.ts'
import type { Frame } from './room-socket.ts'
import { step2Frame } from './server-frame.ts'
import { isComplete, readUpdateFacts } from './update-facts.ts'
import type { UpdateFacts } from './update-facts.ts'

/** Why an update was not taken. */
export interface UpdateRefusal {
  readonly close: CloseName
  readonly reason: string
}

/** What came of an update: the bytes to be stored and passed on (none where it brought nothing new), or why not. */
export type Admission =
  | { readonly ok: true; readonly emitted: Uint8Array | undefined }
  | { readonly ok: false; readonly refusal: UpdateRefusal; readonly tainted: boolean }

/** Answers that are kept between two changes; together no larger than this many boards, whoever asks whatever. */
const keptAnswers = 16
const keptBoards = 2

/** A stored board that cannot be read back whole. */
export class DamagedBoardError extends Error {
  readonly detail: string

  constructor(boardId: string, detail: string) {
    super(`board ${boardId} is damaged: ${detail}`)
    this.name = 'DamagedBoardError'
    this.detail = detail
  }
}

const noRoots: ReadonlySet<string> = new Set()

/** Numbers beyond this are nobody's work; sums of them would leave what a number can hold. */
const maxChangesPerAuthor = 2 ** 32

function isWaiting({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null
}

function refuse(close: CloseName, reason: string, tainted = false): Admission {
  return { ok: false, refusal: { close, reason }, tainted }
}

/**
 * A board in memory, with the gate that every change passes.
 *
 * It stays packed as the bytes that are stored until somebody changes it or looks into it.
 */
export class RoomDocument {
  readonly #boardId: string
  #held: PackedBoard | Y.Doc
  readonly #limits: RelayLimits
  readonly #authors: AuthorTable
  /** Never less than the truth; made exact when it comes near the limit. */
  #estimatedBytes: number
  #changedRoots: Set<string> | undefined
  /** What is answered to whoever compares; made once for all who ask between two changes. */
  #comparisonAnswer: Uint8Array | undefined
  /**
   * What was answered to each state vector since the last change: after a restart a crowd comes back that knows the
   * same, or nothing, and gets the same bytes.
   */
  readonly #answers = new Map<string, Frame>()
  #answersBytes = 0

  /** Builds a document from what is stored. Errors: `DamagedBoardError`. */
  constructor(boardId: string, content: BoardContent, limits: RelayLimits, nowMs: () => number = Date.now) {
    if (content.damagedSeqs.length > 0)
      throw new DamagedBoardError(boardId, `records ${content.damagedSeqs.join(', ')}`)
    this.#boardId = boardId
    this.#limits = limits
    this.#authors = new AuthorTable(content.claims, () => nowMs() < content.claimsLiftedUntilMs)
    const tail = content.tail.map(({ update }) => update)
    const packed = this.#orDamaged(() => new PackedBoard(content.snapshot, tail))
    this.#held = packed
    this.#estimatedBytes = packed.byteLength
  }

  /** The document itself, built where it was not. Errors: `DamagedBoardError`. */
  get doc(): Y.Doc {
    if (this.#held instanceof PackedBoard) this.#held = this.#unpack(this.#held.updates)
    return this.#held
  }

  get isPacked(): boolean {
    return this.#held instanceof PackedBoard
  }

  /** Checks a client's update and applies it. Where it answers `tainted`, the document must be built anew. */
  admit(update: Uint8Array, principal: string): Admission {
    const facts = readUpdateFacts(update)
    if (facts === 'malformed') return refuse('malformed', 'not an update')
    if (facts === 'gap') return refuse('gap', 'an update with a hole in it')
    // Whoever comes back tells what they have: mostly what is known, and no reason to build a document.
    if (this.#held instanceof PackedBoard && this.#held.knowsAllOf(facts)) return { ok: true, emitted: undefined }
    const unheard = this.#withoutWhatIsKnown(update, facts)
    if (unheard !== undefined) return this.admit(unheard, principal)
    for (const { to } of facts.ranges.values())
      if (to > maxChangesPerAuthor) return refuse('overLimit', 'an author with more changes than anybody makes')
    if (facts.ranges.size > this.#limits.maxAuthorsPerUpdate)
      return refuse('overLimit', 'too many authors in one update')
    if (!isComplete(facts, (author) => Y.getState(this.doc.store, author)))
      return refuse('gap', 'earlier updates are missing')
    const writing = this.#authorsWithNews(facts)
    if (!writing.every((author) => this.#authors.mayWrite(author, principal)))
      return refuse('noRight', "changes under somebody else's author id")
    if (!this.#hasRoomForRoots(facts.roots)) return refuse('overLimit', 'too many roots')
    if (!this.#hasRoomForAuthors(writing)) return refuse('overLimit', 'the board has had too many authors')
    const fault = findShapeFault(this.doc, facts, this.#limits)
    if (fault !== undefined) return refuse('badShape', fault)
    if (!this.#hasRoomFor(update.byteLength)) return refuse('overLimit', 'the board is full')
    const isAllNew = this.#isAllNew(facts)
    let emitted: Uint8Array | undefined
    try {
      if (isAllNew) this.#integrate(update)
      else emitted = this.#whatItBrings(() => this.#integrate(update))
    } catch {
      return refuse('malformed', 'an update that cannot be applied', true)
    }
    if (isWaiting(this.doc)) return refuse('gap', 'an update that waits for itself', true)
    // It was passed on as it came: whatever reads it must have found in it what was found here.
    for (const [author, { to }] of facts.ranges) {
      if (Y.getState(this.doc.store, author) < to) return refuse('malformed', 'an update that says two things', true)
    }
    for (const author of writing) this.#authors.claim(author, principal)
    if (isAllNew) emitted = update
    this.#estimatedBytes += emitted?.byteLength ?? 0
    return { ok: true, emitted }
  }

  /** Runs a change of the server's own. Where `work` throws after it wrote, the document must be built anew. */
  edit<T>(work: (doc: Y.Doc) => T): { readonly value: T; readonly emitted: Uint8Array | undefined } {
    let value: { readonly of: T } | undefined
    const emitted = this.#whatItBrings(() => {
      value = { of: this.doc.transact(() => work(this.doc), this) }
    })
    if (value === undefined) throw new Error('a transaction that did not run')
    if (emitted) this.#authors.claim(this.doc.clientID, serverPrincipal)
    this.#estimatedBytes += emitted?.byteLength ?? 0
    return { value: value.of, emitted }
  }

  /** The names of the roots that changed since the last call. */
  takeChangedRoots(): ReadonlySet<string> {
    const changed = this.#changedRoots
    this.#changedRoots = undefined
    return changed ?? noRoots
  }

  /** The author ids that were used for the first time since the last call. */
  takeFreshClaims(): readonly AuthorClaims[] {
    return this.#authors.takeFresh()
  }

  stateVector(): Uint8Array {
    return this.#held instanceof PackedBoard ? this.#held.stateVector : Y.encodeStateVector(this.#held)
  }

  /** The frame that tells a client what this document holds. */
  comparisonAnswer(): Uint8Array {
    this.#comparisonAnswer ??= encodeComparisonAnswer(this.#fingerprint())
    return this.#comparisonAnswer
  }

  /** What somebody with this state vector lacks, as a frame. Errors: throws on a malformed vector. */
  answerTo(stateVector: Uint8Array): Frame {
    const key = Buffer.from(stateVector).toString('latin1')
    const known = this.#answers.get(key)
    if (known) return known
    const packed = this.#held instanceof PackedBoard ? this.#held.answerTo(stateVector) : undefined
    const frame = packed ?? step2Frame(this.encode(stateVector))
    const isFull = this.#answersBytes + lengthOf(frame) > keptBoards * this.#estimatedBytes
    if (isFull || this.#answers.size >= keptAnswers) this.#clearAnswers()
    this.#answers.set(key, frame)
    this.#answersBytes += lengthOf(frame)
    return frame
  }

  /** Everything, or what somebody with this state vector lacks. Errors: throws on a malformed vector. */
  encode(stateVector?: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, stateVector)
  }

  destroy(): void {
    if (this.#held instanceof Y.Doc) this.#held.destroy()
  }

  #unpack(updates: readonly Uint8Array[]): Y.Doc {
    const doc = new Y.Doc({ gc: true })
    this.#orDamaged(() => {
      doc.transact(() => {
        for (const update of updates) Y.applyUpdate(doc, update, this)
      }, this)
    })
    if (isWaiting(doc)) throw new DamagedBoardError(this.#boardId, 'changes are missing')
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.changed.size > 0 || transaction.deleteSet.clients.size > 0) this.#forgetAnswers()
      for (const type of transaction.changed.keys()) {
        if (holderOf(type) === null) (this.#changedRoots ??= new Set()).add(rootNameOf(type))
      }
    })
    return doc
  }

  #orDamaged<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw new DamagedBoardError(this.#boardId, error instanceof Error ? error.message : String(error))
    }
  }

  #fingerprint(): StateFingerprint {
    const packed = this.#held instanceof PackedBoard ? this.#held.fingerprint() : undefined
    return packed ?? fingerprintOf(this.doc)
  }

  /**
   * Cuts off what an update repeats of an author of whom it also brings something new; `undefined` where it does not.
   *
   * Whoever tells their own past otherwise than before would else have it read in one way here, and in another by everybody
   * who hears only what is new: there it hangs on what they really wrote before.
   */
  #withoutWhatIsKnown(update: Uint8Array, { ranges }: UpdateFacts): Uint8Array | undefined {
    let known: Map<number, number> | undefined
    for (const [author, { from, to }] of ranges) {
      const state = Y.getState(this.doc.store, author)
      if (from < state && state < to) (known ??= new Map()).set(author, state)
    }
    return known === undefined ? undefined : Y.diffUpdate(update, Y.encodeStateVector(known))
  }

  #forgetAnswers(): void {
    this.#comparisonAnswer = undefined
    this.#clearAnswers()
  }

  #clearAnswers(): void {
    if (this.#answers.size > 0) this.#answers.clear()
    this.#answersBytes = 0
  }

  #authorsWithNews({ ranges }: UpdateFacts): readonly number[] {
    const writing: number[] = []
    for (const [author, { to }] of ranges) if (to > Y.getState(this.doc.store, author)) writing.push(author)
    return writing
  }

  /** Yjs looks through all roots for each item that hangs on one: many of them cost the square of their number. */
  #hasRoomForRoots(roots: ReadonlySet<string>): boolean {
    const { share } = this.doc
    let newcomers = 0
    for (const root of roots) if (!share.has(root)) newcomers++
    if (newcomers === 0) return true
    const { maxRootsPerUpdate, maxRootsPerBoard } = this.#limits
    return newcomers <= maxRootsPerUpdate && share.size + newcomers <= maxRootsPerBoard
  }

  #hasRoomForAuthors(writing: readonly number[]): boolean {
    const { clients } = this.doc.store
    if (clients.size + writing.length <= this.#limits.maxAuthorsPerBoard) return true
    const newcomers = writing.filter((author) => !clients.has(author))
    return newcomers.length === 0 || clients.size + newcomers.length <= this.#limits.maxAuthorsPerBoard
  }

  #hasRoomFor(bytes: number): boolean {
    if (this.#estimatedBytes + bytes <= this.#limits.maxDocumentBytes) return true
    this.#estimatedBytes = this.encode().byteLength
    return this.#estimatedBytes + bytes <= this.#limits.maxDocumentBytes
  }

  /**
   * Whether an update says nothing that is known: then it is stored and passed on as it came, and nobody has to
   * write it anew.
   */
  #isAllNew({ ranges, deletes }: UpdateFacts): boolean {
    const { store } = this.doc
    for (const [author, { from }] of ranges) if (from !== Y.getState(store, author)) return false
    for (const [author, deleted] of deletes) {
      const known = Y.getState(store, author)
      for (const { clock, len } of deleted) {
        // A long one is looked through more cheaply by Yjs itself.
        if (len > 1 || (clock < known && Y.getItem(store, Y.createID(author, clock)).deleted)) return false
      }
    }
    return ranges.size > 0 || deletes.size > 0
  }

  /**
   * Applies an update.
   *
   * Yjs keeps one list from each transaction to the next. Grown old in between, it would hold on to the new transaction,
   * with all its maps, beyond every quick collection, even when nothing holds the list any more.
   */
  #integrate(update: Uint8Array): void {
    this.doc._transactionCleanups = []
    Y.applyUpdate(this.doc, update, this)
  }

  /** Runs a change and writes down what it brought; `undefined` where that is nothing. */
  #whatItBrings(change: () => void): Uint8Array | undefined {
    const brought: Uint8Array[] = []
    const hear = (update: Uint8Array): void => void brought.push(update)
    this.doc.on('update', hear)
    try {
      change()
    } finally {
      this.doc.off('update', hear)
    }
    return brought.length > 1 ? Y.mergeUpdates(brought) : brought[0]
  }
}
