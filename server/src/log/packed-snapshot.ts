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

/** Errors: throws where the bytes are not whole. */
export function unpackSnapshot({ stateVector, deletions, packed }: PackedSnapshot): Snapshot {
  return { stateVector, deletions, update: new Uint8Array(zstdDecompressSync(packed)) }
}
