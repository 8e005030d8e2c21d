import { Buffer } from 'node:buffer'

const finalBinary = 0x82
/** Lengths up to these fit in one, three and nine bytes of head. Source: RFC 6455 §5.2. */
const longestShort = 125
const longestMedium = 0xffff
/** A larger one is not worth keeping: few sockets get the same. */
const longestKeptBytes = 65_536

let lastPayload: Uint8Array | undefined
let lastFrame: Uint8Array | undefined

function frameOf(payload: Uint8Array): Uint8Array {
  const { byteLength } = payload
  const headBytes = byteLength <= longestShort ? 2 : byteLength <= longestMedium ? 4 : 10
  const frame = Buffer.allocUnsafe(headBytes + byteLength)
  frame[0] = finalBinary
  if (headBytes === 2) frame[1] = byteLength
  else if (headBytes === 4) {
    frame[1] = 126
    frame.writeUInt16BE(byteLength, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(byteLength), 2)
  }
  frame.set(payload, headBytes)
  return frame
}

/**
 * The bytes of a WebSocket message from a server: head and payload in one piece, so that each socket costs one write,
 * and made once for all sockets that get the same one after another.
 *
 * Without compression a message needs nothing else, and ws keeps no order of its own that this would overtake.
 */
export function wireFrameOf(payload: Uint8Array): Uint8Array {
  if (payload === lastPayload && lastFrame !== undefined) return lastFrame
  const frame = frameOf(payload)
  const isKept = frame.byteLength <= longestKeptBytes
  lastPayload = isKept ? payload : undefined
  lastFrame = isKept ? frame : undefined
  return frame
}
