import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { WIRE_TAG } from './wire-tag.ts'

/**
 * What a document holds, in a few bytes: two documents with equal fingerprints hold the same.
 *
 * Shape: `deletions` is a hash of all that was removed, as {@link hashOfDeletions} makes it.
 */
export interface StateFingerprint {
  readonly stateVector: Uint8Array
  readonly deletions: number
}

/**
 * How a comparison went on, as the client tells it with its next question.
 *
 * Shape: how often in a row the two were found unequal. `resynced`: twice, so the client asked for everything it lacks;
 * `reloaded`: a third time after that, so it keeps its copy aside and begins anew with what the relay has.
 */
export const COMPARISON_STEP = { asked: 0, unequal: 1, resynced: 2, reloaded: 3 } as const

/** The name of a step of {@link COMPARISON_STEP}. */
export type ComparisonStep = keyof typeof COMPARISON_STEP

/**
 * Builds the client's question: what do you hold?
 *
 * Shape: varuint 122, varuint step.
 */
export function encodeComparisonQuestion(step: ComparisonStep): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, WIRE_TAG.comparison)
  encoding.writeVarUint(encoder, COMPARISON_STEP[step])
  return encoding.toUint8Array(encoder)
}

/** Reads the step of a question whose tag (122) has been read already. Errors: throws where there is no such step. */
export function readComparisonQuestion(decoder: decoding.Decoder): ComparisonStep {
  const number = decoding.readVarUint(decoder)
  for (const step of ['asked', 'unequal', 'resynced', 'reloaded'] as const) {
    if (COMPARISON_STEP[step] === number) return step
  }
  throw new Error(`no step of a comparison: ${number}`)
}

/**
 * Builds the relay's answer.
 *
 * Shape: varuint 122, the state vector as a byte array with its length, the hash as a varuint below 2⁵³.
 */
export function encodeComparisonAnswer({ stateVector, deletions }: StateFingerprint): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, WIRE_TAG.comparison)
  encoding.writeVarUint8Array(encoder, stateVector)
  encoding.writeVarUint(encoder, deletions)
  return encoding.toUint8Array(encoder)
}

/** Reads an answer whose tag (122) has been read already. Errors: throws on malformed bytes. */
export function readComparisonAnswer(decoder: decoding.Decoder): StateFingerprint {
  const stateVector = decoding.readVarUint8Array(decoder)
  return { stateVector, deletions: decoding.readVarUint(decoder) }
}

/** What was removed of one author's changes. Shape: the numbers from `from` to just below `to`. */
export interface DeletedRange {
  readonly client: number
  readonly from: number
  readonly to: number
}

/**
 * A hash of what was removed: the same whatever the order of the ranges and however they are cut up.
 *
 * Shape: a whole number below 2⁵³. A range counts for the difference of its two ends, so neighbours add up to their union
 * and a range of a million costs as much as one of two.
 */
export function hashOfDeletions(ranges: Iterable<DeletedRange>): number {
  let low = 0
  let high = 0
  for (const { client, from, to } of ranges) {
    low = (low + mix(client, to, 0x9e3779b1) - mix(client, from, 0x9e3779b1)) | 0
    high = (high + mix(client, to, 0x85ebca77) - mix(client, from, 0x85ebca77)) | 0
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0)
}

/** Takes a document's fingerprint. Cost: one look at each of its parts, nothing is encoded but the state vector. */
export function fingerprintOf(doc: Y.Doc): StateFingerprint {
  return { stateVector: Y.encodeStateVector(doc), deletions: hashOfDeletions(deletedRangesOf(doc)) }
}

function* deletedRangesOf(doc: Y.Doc): Generator<DeletedRange> {
  for (const [client, structs] of doc.store.clients) {
    for (let index = 0; index < structs.length; index++) {
      const first = structs[index]
      if (first?.deleted !== true) continue
      const from = first.id.clock
      let to = from + first.length
      while (structs[index + 1]?.deleted === true) to += structs[++index]?.length ?? 0
      yield { client, from, to }
    }
  }
}

/** Source: the finaliser of MurmurHash3. */
function mix(client: number, clock: number, seed: number): number {
  let hash = Math.imul(client ^ seed, 0xcc9e2d51) ^ Math.imul(clock, 0x1b873593) ^ (client >>> 15)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
