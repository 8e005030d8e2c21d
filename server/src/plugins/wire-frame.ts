import { Buffer } from 'node:buffer'
import type { Writable } from 'node:stream'

const finalBinary = 0x82
/** Lengths up to these fit in one, three and nine bytes of head. Source: RFC 6455 §5.2. */
const longestShort = 125
const longestMedium = 0xffff
/** Up to here copying a payload behind its head is cheaper than writing two pieces. */
const longestCopiedBytes = 65_536

const longestHead = 10

interface Prepared {
  readonly payload: Uint8Array
  readonly frame: Uint8Array
}

/** The frames of the last two payloads: what a room was told, and the acknowledgement that goes in between. */
let last: Prepared | undefined
let lastButOne: Prepared | undefined

/** Where pieces are put together, as long as the system takes what is written at once; then nothing has to be collected. */
let scratch = Buffer.alloc(0)
const leastScratch = 16_384

/** Writes the head of a payload of some length; answers where it ends. */
function writeHead(into: Buffer, byteLength: number): number {
  into[0] = finalBinary
  if (byteLength <= longestShort) {
    into[1] = byteLength
    return 2
  }
  if (byteLength <= longestMedium) {
    into[1] = 126
    return into.writeUInt16BE(byteLength, 2)
  }
  into[1] = 127
  return into.writeBigUInt64BE(BigInt(byteLength), 2)
}

function headOf(byteLength: number): Buffer {
  const head = Buffer.alloc(longestHead)
  return head.subarray(0, writeHead(head, byteLength))
}

function prepared(payload: Uint8Array): Uint8Array {
  if (lastButOne?.payload === payload) [last, lastButOne] = [lastButOne, last]
  if (last?.payload !== payload) {
    lastButOne = last
    last = { payload, frame: Buffer.concat([headOf(payload.byteLength), payload]) }
  }
  return last.frame
}

function writeFromPlace(wire: Writable, byteLength: number, pieces: readonly Uint8Array[]): void {
  wire.cork()
  wire.write(headOf(byteLength))
  for (const piece of pieces) wire.write(piece)
  wire.uncork()
}

/**
 * Writes a WebSocket message of a server: a small one as one piece, made once for all sockets that get the same one
 * after another, so that each costs one write; a large one as head and payload, so that all sockets share the payload.
 *
 * Without compression a message needs nothing else, and ws keeps no order of its own that this would overtake.
 */
export function writeFrame(wire: Writable, payload: Uint8Array): void {
  if (payload.byteLength > longestCopiedBytes) writeFromPlace(wire, payload.byteLength, [payload])
  else wire.write(prepared(payload))
}

/** Writes a message in pieces: a small one put together on the way, a large one from where its pieces lie. */
export function writePieces(wire: Writable, pieces: readonly Uint8Array[]): void {
  const byteLength = pieces.reduce((sum, piece) => sum + piece.byteLength, 0)
  if (byteLength > longestCopiedBytes) {
    writeFromPlace(wire, byteLength, pieces)
    return
  }
  if (scratch.byteLength < byteLength + longestHead) {
    scratch = Buffer.allocUnsafeSlow(Math.max(leastScratch, 2 * (byteLength + longestHead)))
  }
  let end = writeHead(scratch, byteLength)
  for (const piece of pieces) {
    scratch.set(piece, end)
    end += piece.byteLength
  }
  wire.write(scratch.subarray(0, end))
  // It is still being written from there: whoever comes next needs another place.
  if (wire.writableLength > 0) scratch = Buffer.alloc(0)
}
