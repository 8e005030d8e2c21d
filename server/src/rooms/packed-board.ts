import { hashOfDeletions } from '@schakelbord/shared/protocol/state-comparison'
import type { DeletedRange, StateFingerprint } from '@schakelbord/shared/protocol/state-comparison'
import * as Y from 'yjs'
import type { Snapshot } from '../log/update-log.ts'
import { DeletedRanges } from './deleted-ranges.ts'
import type { Frame } from './room-socket.ts'
import { step2Frame } from './server-frame.ts'
import type { UpdateFacts } from './update-facts.ts'

const heavyTailPart = 1 / 16

/** Whether so much came after a snapshot that it is worth a document: what was written over is not sent along. */
export function isHeavyTail(tailBytes: number, snapshotBytes: number): boolean {
  return tailBytes > snapshotBytes * heavyTailPart
}

/**
 * A board as the bytes that are stored: what is on it and what somebody lacks can be told from them, and no document is
 * built for that. A document of a large board takes ten times the memory of its bytes, and the time to read them all.
 */
export class PackedBoard {
  readonly #snapshot: Snapshot
  readonly #tail: readonly Uint8Array[]
  readonly #known: ReadonlyMap<number, number>
  readonly stateVector: Uint8Array
  /** Size of all its bytes. */
  readonly byteLength: number
  #deleted: DeletedRanges | undefined

  /** Errors: throws where bytes are no updates, or an update builds on changes that are not there. */
  constructor(snapshot: Snapshot | undefined, records: readonly Uint8Array[]) {
    const { update, stateVector, deletions } = snapshot ?? firstOf(records)
    const tail = snapshot === undefined ? records.slice(1) : records
    this.#snapshot = { update, stateVector, deletions }
    this.#tail = tail
    const known = Y.decodeStateVector(stateVector)
    for (const later of tail) continueState(known, later)
    this.#known = known
    this.stateVector = tail.length === 0 ? stateVector : Y.encodeStateVector(known)
    this.byteLength = tail.reduce((sum, { byteLength }) => sum + byteLength, update.byteLength)
  }

  /** Whatever a document of this board is built from, in order. */
  get updates(): readonly Uint8Array[] {
    return [this.#snapshot.update, ...this.#tail]
  }

  /**
   * What somebody with this state vector lacks, as a frame; `undefined` where only a document can tell it shortly.
   * Errors: throws on a malformed vector.
   */
  answerTo(stateVector: Uint8Array): Frame | undefined {
    const asking = Y.decodeStateVector(stateVector)
    const tailBytes = this.byteLength - this.#snapshot.update.byteLength
    if (isHeavyTail(tailBytes, this.#snapshot.update.byteLength)) return undefined
    const own = [...Y.decodeStateVector(this.#snapshot.stateVector)]
    const knowsNothing = own.every(([author]) => (asking.get(author) ?? 0) === 0)
    const { update, deletions } = this.#snapshot
    if (knowsNothing && this.#tail.length === 0) return step2Frame(update)
    const knowsAll = own.every(([author, clock]) => (asking.get(author) ?? 0) >= clock)
    const ofSnapshot = knowsAll ? deletions : Y.diffUpdate(update, stateVector)
    const ofTail = this.#tail.map((later) => Y.diffUpdate(later, stateVector))
    return step2Frame(ofTail.length === 0 ? ofSnapshot : Y.mergeUpdates([ofSnapshot, ...ofTail]))
  }

  /** Whether an update says nothing that is not on the board; where it does say something, only a document can take it. */
  knowsAllOf({ ranges, deletes }: UpdateFacts): boolean {
    for (const [author, { to }] of ranges) if (to > (this.#known.get(author) ?? 0)) return false
    if (deletes.size === 0) return true
    this.#deleted ??= new DeletedRanges(this.#deletions().clients)
    for (const [client, deleted] of deletes) {
      for (const { clock, len } of deleted) if (!this.#deleted.hold(client, clock, len)) return false
    }
    return true
  }

  /** What it holds in a few bytes; `undefined` where a tail may say of a change that it is gone without deleting it. */
  fingerprint(): StateFingerprint | undefined {
    if (this.#tail.length > 0) return undefined
    return { stateVector: this.stateVector, deletions: hashOfDeletions(rangesOf(this.#deletions())) }
  }

  #deletions(): Deletions {
    return Y.mergeDeleteSets([this.#snapshot.deletions, ...this.#tail].map((update) => Y.decodeUpdate(update).ds))
  }
}

type Deletions = ReturnType<typeof Y.decodeUpdate>['ds']

const nothing: Snapshot = {
  update: Uint8Array.of(0, 0),
  stateVector: Uint8Array.of(0),
  deletions: Uint8Array.of(0, 0),
}

/** A board that was never folded: what it was made with takes the snapshot's place. Errors: throws where it is not whole. */
function firstOf([update]: readonly Uint8Array[]): Snapshot {
  if (update === undefined) return nothing
  const known = new Map<number, number>()
  continueState(known, update)
  const stateVector = Y.encodeStateVector(known)
  return { update, stateVector, deletions: Y.diffUpdate(update, stateVector) }
}

/** Counts in what an update brings. Errors: throws where it does not follow on what is known. */
function continueState(known: Map<number, number>, update: Uint8Array): void {
  const { from, to } = Y.parseUpdateMeta(update)
  for (const [author, clock] of from) {
    if (clock > (known.get(author) ?? 0)) throw new Error('changes are missing')
  }
  for (const [author, clock] of to) if (clock > (known.get(author) ?? 0)) known.set(author, clock)
}

function* rangesOf({ clients }: Deletions): Generator<DeletedRange> {
  for (const [client, deleted] of clients) {
    for (const { clock, len } of deleted) yield { client, from: clock, to: clock + len }
  }
}
