import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { HistoryEntry } from './update-log.ts'

/** A stretch of a board's history as it is stored. Units: `seq` numbers of the first and the last record in it. */
export interface HistorySegment {
  readonly fromSeq: number
  readonly throughSeq: number
  readonly toMs: number
  readonly bytes: Uint8Array
}

type Heading = readonly [principal: string, fromMs: number, toMs: number, length: number]

/** Packs entries: a line that names them, then their bytes, and all of it compressed. */
export function packHistory(entries: readonly HistoryEntry[]): Uint8Array {
  const headings = entries.map(({ principal, fromMs, toMs, update }): Heading => [
    principal,
    fromMs,
    toMs,
    update.byteLength,
  ])
  const heading = Buffer.from(`${JSON.stringify(headings)}\n`)
  return zstdCompressSync(Buffer.concat([heading, ...entries.map(({ update }) => update)]))
}

/** Unpacks what `packHistory` packed. Errors: throws where the bytes are not whole. */
export function unpackHistory(packed: Uint8Array): HistoryEntry[] {
  const bytes = zstdDecompressSync(packed)
  const end = bytes.indexOf('\n')
  const headings = JSON.parse(bytes.toString('utf8', 0, end)) as readonly Heading[]
  let from = end + 1
  return headings.map(([principal, fromMs, toMs, length]) => {
    const update = Uint8Array.from(bytes.subarray(from, from + length))
    if (update.byteLength !== length) throw new Error('a stretch of history ends too soon')
    from += length
    return { principal, fromMs, toMs, update }
  })
}
