import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Snapshot } from './update-log.ts'

/** A snapshot as it is stored: its update compressed, since what was deleted leaves long rows of like numbers behind. */
export interface PackedSnapshot {
  readonly stateVector: Uint8Array
  readonly deletions: Uint8Array
  readonly packed: Uint8Array
}

export function packSnapshot({ stateVector, deletions, update }: Snapshot): PackedSnapshot {
  return { stateVector, deletions, packed: new Uint8Array(zstdCompressSync(update)) }
}

/** Pieces from this size on the system gets back as soon as they are let go of. Units: bytes. */
const leastPiece = 256 * 1024

/** Errors: throws where the bytes are not whole. */
export function unpackSnapshot({ stateVector, deletions, packed }: PackedSnapshot): Snapshot {
  // In the small pieces it takes by itself, every board would leave two hundred holes in this thread's memory.
  const chunkSize = Math.max(leastPiece, 2 * packed.byteLength)
  return { stateVector, deletions, update: new Uint8Array(zstdDecompressSync(packed, { chunkSize })) }
}
