import { crc32 } from 'node:zlib'
import type { Snapshot } from './update-log.ts'

/** The checksum of bytes that belong to a board; it covers whose they are, so that bytes that stray are found out. */
export function checksumOf(boardId: string, ...parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => crc32(part, sum), crc32(boardId))
}

/** The checksum of a snapshot with what is said of it. */
export function snapshotChecksumOf(boardId: string, { stateVector, deletions, update }: Snapshot): number {
  return checksumOf(boardId, stateVector, deletions, update)
}
