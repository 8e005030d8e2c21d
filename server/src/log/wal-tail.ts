import { existsSync, readFileSync } from 'node:fs'

/** What a write-ahead log holds when nobody has the store open: what its last program had not moved into the file yet. */
export interface WalTail {
  /** Whole commits that SQLite takes over when it opens the store. */
  readonly commits: number
  /** Whether a commit follows them that was cut off in the middle; SQLite drops it, and nobody was told that it is stored. */
  readonly torn: boolean
}

/** The whole commits of a write-ahead log: what they say, and the newest content of each page they changed. */
export interface WalContent extends WalTail {
  readonly pages: ReadonlyMap<number, Buffer>
}

const headerBytes = 32
const frameHeaderBytes = 24
const littleEndianMagic = 0x377f0682

type Checksum = readonly [number, number]

function sumUp(bytes: Buffer, littleEndian: boolean, [first, second]: Checksum): Checksum {
  let s0 = first
  let s1 = second
  for (let at = 0; at < bytes.length; at += 8) {
    s0 = (s0 + (littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + s1) >>> 0
    s1 = (s1 + (littleEndian ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + s0) >>> 0
  }
  return [s0, s1]
}

function standsAt(bytes: Buffer, at: number, [s0, s1]: Checksum): boolean {
  return bytes.readUInt32BE(at) === s0 && bytes.readUInt32BE(at + 4) === s1
}

/**
 * Reads the write-ahead log of a store that is not open. Source: https://www.sqlite.org/fileformat2.html#walformat
 *
 * SQLite repairs a torn last commit without a word; this is how the server can say that it happened.
 */
export function readWalTail(file: string): WalTail {
  const { commits, torn } = readWal(file)
  return { commits, torn }
}

/** Reads what the whole commits of a write-ahead log hold, as SQLite would take it over. */
export function readWal(file: string): WalContent {
  const wal = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  const pages = new Map<number, Buffer>()
  const { commits, torn } = walk(wal, (page, bytes) => pages.set(page, bytes))
  return { commits, torn, pages }
}

/** Goes through the frames, and hands over the pages of each commit that is whole. */
function walk(wal: Buffer, take: (page: number, bytes: Buffer) => void): WalTail {
  if (wal.length === 0) return { commits: 0, torn: false }
  if (wal.length < headerBytes) return { commits: 0, torn: true }
  const littleEndian = wal.readUInt32BE(0) === littleEndianMagic
  let checksum = sumUp(wal.subarray(0, 24), littleEndian, [0, 0])
  if (!standsAt(wal, 24, checksum)) return { commits: 0, torn: true }
  const salts = wal.subarray(16, 24)
  const frameBytes = frameHeaderBytes + wal.readUInt32BE(8)
  const ofThisRound = (at: number): boolean => wal.subarray(at + 8, at + 16).equals(salts)
  let commits = 0
  let open = false
  let waiting: (readonly [number, Buffer])[] = []
  for (let at = headerBytes; at < wal.length; at += frameBytes) {
    if (at + frameHeaderBytes > wal.length) return { commits, torn: true }
    if (!ofThisRound(at)) {
      // What an earlier round of the log left behind; but nothing of this round can come after it.
      for (let later = at; later < wal.length; later += frameBytes)
        if (ofThisRound(later)) return { commits, torn: true }
      break
    }
    if (at + frameBytes > wal.length) return { commits, torn: true }
    checksum = sumUp(wal.subarray(at, at + 8), littleEndian, checksum)
    checksum = sumUp(wal.subarray(at + frameHeaderBytes, at + frameBytes), littleEndian, checksum)
    if (!standsAt(wal, at + 16, checksum)) return { commits, torn: true }
    waiting.push([wal.readUInt32BE(at), wal.subarray(at + frameHeaderBytes, at + frameBytes)])
    open = wal.readUInt32BE(at + 4) === 0
    if (open) continue
    commits++
    for (const [page, bytes] of waiting) take(page, bytes)
    waiting = []
  }
  return { commits, torn: open }
}
