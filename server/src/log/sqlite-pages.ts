import { readFileSync } from 'node:fs'
import { readWal } from './wal-tail.ts'

/** What a column of a row holds. */
export type Column = string | number | Uint8Array | null

/** A row found on a page. Shape: `rowId` is set for a row of a table, not for an entry of an index. */
export interface FoundRow {
  readonly rowId: number | undefined
  readonly columns: readonly Column[]
}

const leafOfTable = 0x0d
const leafOfIndex = 0x0a
/** No row of ours is larger: a board has a bound, and so has its history. Units: bytes. */
const maxPayloadBytes = 64 * 1024 * 1024

class Image {
  readonly pageBytes = 4096
  readonly pageCount: number
  readonly #file: Buffer
  readonly #newer: ReadonlyMap<number, Buffer>

  constructor(file: string) {
    this.#file = readFileSync(file)
    this.#newer = readWal(`${file}-wal`).pages
    const inFile = Math.floor(this.#file.length / this.pageBytes)
    this.pageCount = Math.max(inFile, ...this.#newer.keys())
  }

  page(number: number): Buffer | undefined {
    const newer = this.#newer.get(number)
    if (newer !== undefined) return newer
    const page = this.#file.subarray((number - 1) * this.pageBytes, number * this.pageBytes)
    return number >= 1 && page.length === this.pageBytes ? page : undefined
  }
}

/** A number of one to nine bytes, and where it ends. */
function varint(bytes: Buffer, at: number): readonly [value: number, end: number] {
  let value = 0n
  for (let i = 0; i < 9; i++) {
    const byte = BigInt(bytes.readUInt8(at + i))
    if (i === 8) return [Number((value << 8n) | byte), at + 9]
    value = (value << 7n) | (byte & 0x7fn)
    if (byte < 0x80n) return [Number(value), at + i + 1]
  }
  return [0, at]
}

/** Gathers a payload that goes on over other pages. */
function payloadAt(image: Image, page: Buffer, at: number, length: number, maxLocal: number): Buffer | undefined {
  const usable = image.pageBytes
  if (length <= maxLocal) return page.subarray(at, at + length)
  const minLocal = Math.floor(((usable - 12) * 32) / 255) - 23
  const fitting = minLocal + ((length - minLocal) % (usable - 4))
  const local = fitting <= maxLocal ? fitting : minLocal
  const parts = [page.subarray(at, at + local)]
  let missing = length - local
  let next = page.readUInt32BE(at + local)
  while (missing > 0) {
    const overflow = image.page(next)
    if (overflow === undefined) return undefined
    const part = overflow.subarray(4, 4 + Math.min(missing, usable - 4))
    parts.push(part)
    missing -= part.length
    next = overflow.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8]

function columnsOf(payload: Buffer): Column[] {
  const [headerEnd, start] = varint(payload, 0)
  const columns: Column[] = []
  let at = headerEnd
  for (let head = start; head < headerEnd;) {
    const [type, next] = varint(payload, head)
    head = next
    if (type === 0) columns.push(null)
    else if (type <= 6) {
      const length = integerBytes[type] ?? 0
      const value = length === 8 ? Number(payload.readBigInt64BE(at)) : payload.readIntBE(at, length)
      columns.push(value)
      at += length
    } else if (type === 8 || type === 9) columns.push(type - 8)
    else {
      const length = Math.floor((type - 12) / 2)
      if (type < 12 || at + length > payload.length) throw new RangeError('a column that is longer than its row')
      const bytes = payload.subarray(at, at + length)
      columns.push(type % 2 === 0 ? Uint8Array.from(bytes) : bytes.toString('utf8'))
      at += length
    }
  }
  return columns
}

function rowAt(image: Image, page: Buffer, at: number, ofTable: boolean): FoundRow | undefined {
  const [length, afterLength] = varint(page, at)
  if (length > maxPayloadBytes) return undefined
  const [rowId, afterId] = ofTable ? varint(page, afterLength) : [undefined, afterLength]
  const maxLocal = ofTable ? image.pageBytes - 35 : Math.floor(((image.pageBytes - 12) * 64) / 255) - 23
  const payload = payloadAt(image, page, afterId, length, maxLocal)
  return payload && { rowId, columns: columnsOf(payload) }
}

/**
 * Reads every row that can still be read, page by page, whatever became of the trees that lead to them.
 *
 * What it finds may be damaged or out of date: whoever asks has to verify it. Source: https://www.sqlite.org/fileformat2.html
 */
export function* rowsOnPages(file: string): Generator<FoundRow> {
  const image = new Image(file)
  for (let number = 1; number <= image.pageCount; number++) {
    const page = image.page(number)
    if (page === undefined) continue
    const head = number === 1 ? 100 : 0
    const kind = page.readUInt8(head)
    if (kind !== leafOfTable && kind !== leafOfIndex) continue
    const cells = Math.min(page.readUInt16BE(head + 3), (image.pageBytes - head - 8) / 2)
    for (let cell = 0; cell < cells; cell++) {
      try {
        const row = rowAt(image, page, page.readUInt16BE(head + 8 + 2 * cell), kind === leafOfTable)
        if (row) yield row
      } catch (error) {
        // A cell that points out of its page, or says of itself what cannot be.
        if (!(error instanceof RangeError)) throw error
      }
    }
  }
}
