import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WIRE_TAG } from './wire-tag.ts'

/**
 * Builds the frame that says: `count` more of this socket's update messages are on disk.
 *
 * Shape: varuint 121, varuint count; counted are sync step 2 and update, in the order the socket sent them.
 */
export function encodeDurableAck(count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, WIRE_TAG.durableAck)
  encoding.writeVarUint(encoder, count)
  return encoding.toUint8Array(encoder)
}

/** Reads the count from a durable acknowledgement whose tag (121) has been read already. */
export function readDurableAck(decoder: decoding.Decoder): number {
  return decoding.readVarUint(decoder)
}
