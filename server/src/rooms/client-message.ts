import * as decoding from 'lib0/decoding'
import { readComparisonQuestion } from '@schakelbord/shared/protocol/state-comparison'
import type { ComparisonStep } from '@schakelbord/shared/protocol/state-comparison'
import { SYNC_TAG, WIRE_TAG } from '@schakelbord/shared/protocol/wire-tag'

/** What a frame from a client asks. Shape: `writes` marks what changes the document, for the one gate that guards it. */
export type ClientMessage =
  | { readonly kind: 'step1'; readonly writes: false; readonly stateVector: Uint8Array }
  | { readonly kind: 'update'; readonly writes: true; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly writes: false; readonly payload: Uint8Array }
  | { readonly kind: 'query-awareness'; readonly writes: false }
  | { readonly kind: 'comparison'; readonly writes: false; readonly step: ComparisonStep }

function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder)
  if (length !== decoder.arr.length - decoder.pos) throw new Error('a length that is not the rest of the frame')
  return decoding.readTailAsUint8Array(decoder)
}

function readSync(decoder: decoding.Decoder): ClientMessage {
  const tag = decoding.readVarUint(decoder)
  switch (tag) {
    case SYNC_TAG.step1:
      return { kind: 'step1', writes: false, stateVector: readBytes(decoder) }
    case SYNC_TAG.step2:
    case SYNC_TAG.update:
      return { kind: 'update', writes: true, update: readBytes(decoder) }
    default:
      throw new Error(`an unknown sync message ${tag}`)
  }
}

/**
 * Reads one frame; `undefined` for anything that is not exactly one well-formed message.
 *
 * Shape: the frame is copied first, so that a lying length inside it can never reach a neighbour's bytes.
 */
export function readClientMessage(bytes: Uint8Array): ClientMessage | undefined {
  const decoder = decoding.createDecoder(new Uint8Array(bytes))
  try {
    const tag = decoding.readVarUint(decoder)
    switch (tag) {
      case WIRE_TAG.sync:
        return readSync(decoder)
      case WIRE_TAG.awareness:
        return { kind: 'awareness', writes: false, payload: readBytes(decoder) }
      case WIRE_TAG.queryAwareness:
        return decoding.hasContent(decoder) ? undefined : { kind: 'query-awareness', writes: false }
      case WIRE_TAG.comparison: {
        const step = readComparisonQuestion(decoder)
        return decoding.hasContent(decoder) ? undefined : { kind: 'comparison', writes: false, step }
      }
      default:
        return undefined
    }
  } catch {
    return undefined
  }
}
