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

/** Writes the head of a payload of some length at a place; answers where it ends. */
function writeHead(into: Buffer, byteLength: number, at = 0): number {
  into[at] = finalBinary
  if (byteLength <= longestShort) {
    into[at + 1] = byteLength
    return at + 2
  }
  if (byteLength <= longestMedium) {
    into[at + 1] = 126
    return into.writeUInt16BE(byteLength, at + 2)
  }
  into[at + 1] = 127
  return into.writeBigUInt64BE(BigInt(byteLength), at + 2)
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

/** Room to put something together. */
function scratchOf(byteLength: number): Buffer {
  if (scratch.byteLength < byteLength) scratch = Buffer.allocUnsafeSlow(Math.max(leastScratch, 2 * byteLength))
  return scratch
}

function writeScratch(wire: Writable, byteLength: number): void {
  wire.write(scratch.subarray(0, byteLength))
  // It is still being written from there: whoever comes next needs another place.
  if (wire.writableLength > 0) scratch = Buffer.alloc(0)
}

/**
 * Writes a WebSocket message of a server: a small one as one piece, made once for all sockets that get the same one
 * after another, so that each costs one write; a large one as head and payload, so that all sockets share the payload.
 * A message that comes right behind goes with the same write.
 *
 * Without compression a message needs nothing else, and ws keeps no order of its own that this would overtake.
 */
export function writeFrame(wire: Writable, payload: Uint8Array, next?: Uint8Array): void {
  const isSmall = payload.byteLength + (next?.byteLength ?? 0) <= longestCopiedBytes
  if (next && isSmall) {
    const first = prepared(payload)
    const both = scratchOf(first.byteLength + longestHead + next.byteLength)
    both.set(first)
    const at = writeHead(both, next.byteLength, first.byteLength)
    both.set(next, at)
    writeScratch(wire, at + next.byteLength)
    return
  }
  if (isSmall) wire.write(prepared(payload))
  else writeFromPlace(wire, payload.byteLength, [payload])
  if (next) writeFrame(wire, next)
}

/** Writes a message in pieces: a small one put together on the way, a large one from where its pieces lie. */
export function writePieces(wire: Writable, pieces: readonly Uint8Array[]): void {
  const byteLength = pieces.reduce((sum, piece) => sum + piece.byteLength, 0)
  if (byteLength > longestCopiedBytes) {
    writeFromPlace(wire, byteLength, pieces)
    return
  }
  const whole = scratchOf(byteLength + longestHead)
  let end = writeHead(whole, byteLength)
  for (const piece of pieces) {
    whole.set(piece, end)
    end += piece.byteLength
  }
  writeScratch(wire, end)
}
