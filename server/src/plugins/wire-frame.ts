import { Buffer } from 'node:buffer'
import type { Writable } from 'node:stream'

const finalBinary = 0x82
/** Lengths up to these fit in one, three and nine bytes of head. Source: RFC 6455 §5.2. */
const longestShort = 125
const longestMedium = 0xffff
/** Up to here copying a payload behind its head is cheaper than writing two pieces. */
const longestCopiedBytes = 65_536

let lastPayload: Uint8Array | undefined
let lastFrame: Uint8Array | undefined

function headOf({ byteLength }: Uint8Array): Buffer {
  if (byteLength <= longestShort) return Buffer.of(finalBinary, byteLength)
  const head = Buffer.alloc(byteLength <= longestMedium ? 4 : 10)
  head[0] = finalBinary
  if (byteLength <= longestMedium) {
    head[1] = 126
    head.writeUInt16BE(byteLength, 2)
  } else {
    head[1] = 127
    head.writeBigUInt64BE(BigInt(byteLength), 2)
  }
  return head
}

/**
 * Writes a WebSocket message of a server: a small one as one piece, made once for all sockets that get the same one
 * after another, so that each costs one write; a large one as head and payload, so that all sockets share the payload.
 *
 * Without compression a message needs nothing else, and ws keeps no order of its own that this would overtake.
 */
export function writeFrame(wire: Writable, payload: Uint8Array): void {
  if (payload.byteLength > longestCopiedBytes) {
    wire.cork()
    wire.write(headOf(payload))
    wire.write(payload)
    wire.uncork()
    return
  }
  if (payload !== lastPayload || lastFrame === undefined) {
    lastPayload = payload
    lastFrame = Buffer.concat([headOf(payload), payload])
  }
  wire.write(lastFrame)
}
