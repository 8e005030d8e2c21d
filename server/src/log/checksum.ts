import { crc32 } from 'node:zlib'
import type { PackedSnapshot } from './packed-snapshot.ts'

/** The checksum of bytes that belong to a board; it covers whose they are, so that bytes that stray are found out. */
export function checksumOf(boardId: string, ...parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => crc32(part, sum), crc32(boardId))
}

/** The checksum of a snapshot with what is said of it. */
export function snapshotChecksumOf(boardId: string, { stateVector, deletions, packed }: PackedSnapshot): number {
  return checksumOf(boardId, stateVector, deletions, packed)
}

/** Everything that a record's checksum covers. */
export interface SummedRecord {
  readonly boardId: string
  readonly seq: number
  readonly afterSeq: number
  readonly principal: string
  readonly atMs: number
  readonly bytes: Uint8Array
}

/** The checksum of a record: its bytes, whose they are, and its place. */
export function recordChecksumOf({ boardId, seq, afterSeq, principal, atMs, bytes }: SummedRecord): number {
  return crc32(bytes, crc32(`${boardId} ${seq} ${afterSeq} ${atMs} ${principal}`))
}

/** What shows that the number of a board's last record stands as it was written. */
export function sealOf(boardId: string, lastSeq: number): number {
  return crc32(`${boardId} ${lastSeq}`)
}
