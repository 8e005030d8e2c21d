import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { checksumOf, recordChecksumOf, sealOf, snapshotChecksumOf } from './checksum.ts'
import type { SummedRecord } from './checksum.ts'
import type { PackedSnapshot } from './packed-snapshot.ts'
import { renameDurably } from './rename-durably.ts'
import { openStoreFile, removeStoreFile, storeFileName } from './sqlite-file.ts'
import { rowsOnPages } from './sqlite-pages.ts'
import type { Column, FoundRow } from './sqlite-pages.ts'
import { insertSnapshot, snapshotColumns } from './store-versions.ts'

/** What could be saved of a store that SQLite cannot read any more. */
export interface Salvage {
  readonly boards: number
  readonly records: number
  /** Records that are known to be lost or changed; their boards are marked. */
  readonly damaged: number
  /** Where the damaged file lies now. */
  readonly aside: string
}

interface Stretch {
  readonly throughSeq: number
  readonly toMs: number
  readonly bytes: Uint8Array
  readonly checksum: number
}

/** Where a snapshot lay, and what it said where that can still be read. */
interface FoundSnapshot {
  readonly throughSeq: number
  readonly said: PackedSnapshot | undefined
}

class FoundBoard {
  row: BoardColumns | undefined
  /** The number of the last record, as the list of boards has it; 0 where that cannot be trusted. */
  witness = 0
  readonly updates = new Map<number, SummedRecord>()
  /** Numbers of records that are not what was written, if they ever were this board's. */
  readonly unsound = new Set<number>()
  readonly snapshots: FoundSnapshot[] = []
  readonly history = new Map<number, Stretch>()
}

type BoardColumns = readonly [
  id: string,
  title: string,
  activities: number,
  createdMs: number,
  updatedMs: number,
  goneMs: number | null,
]

const boardIdPattern = /^[A-Za-z0-9._:-]{1,64}$/
const isBoardId = (column: Column | undefined): column is string => isText(column) && boardIdPattern.test(column)
const isText = (column: Column | undefined): column is string => typeof column === 'string'
const isCount = (column: Column | undefined): column is number => typeof column === 'number'
const isBlob = (column: Column | undefined): column is Uint8Array => column instanceof Uint8Array

/** What a page-by-page reading of a file found, by board. Of what was there more than once the sound and newest counts. */
class Findings {
  readonly boards = new Map<string, FoundBoard>()

  board(id: string): FoundBoard {
    const found = this.boards.get(id) ?? new FoundBoard()
    this.boards.set(id, found)
    return found
  }

  take({ rowId, columns }: FoundRow): void {
    const [first, second] = columns
    if (rowId === undefined && columns.length === 8 && isBoardId(first)) this.#takeBoard(first, columns)
    else if (rowId === undefined) this.#takeEnd(columns)
    else if (columns.length === 7 && first === null && isCount(second)) this.#takeUpdate(rowId, columns)
    else if (columns.length === 6 && isBoardId(first) && isCount(second)) {
      if (isBlob(columns[3])) this.#takeSnapshot(first, second, columns)
      else this.#takeStretch(first, second, columns)
    }
  }

  #takeBoard(id: string, columns: readonly Column[]): void {
    const [, title, activities, createdMs, updatedMs, goneMs, lastSeq, seal] = columns
    if (!isText(title) || !isCount(activities) || !isCount(createdMs) || !isCount(updatedMs)) return
    const found = this.board(id)
    found.row = [id, title, activities, createdMs, updatedMs, isCount(goneMs) ? goneMs : null]
    this.#takeEnd([lastSeq ?? null, seal ?? null, id])
  }

  /** Where a board ends, out of the list of boards or of the index that says so again. */
  #takeEnd(columns: readonly Column[]): void {
    const [lastSeq, seal, id] = columns
    if (columns.length !== 3 || !isCount(lastSeq) || !isBoardId(id) || sealOf(id, lastSeq) !== seal) return
    const found = this.board(id)
    found.witness = Math.max(found.witness, lastSeq)
  }

  #takeUpdate(seq: number, columns: readonly Column[]): void {
    const [, afterSeq, boardId, principal, atMs, checksum, bytes] = columns
    if (!isCount(afterSeq) || !isBoardId(boardId) || !isText(principal) || !isCount(atMs) || !isBlob(bytes)) return
    const record = { boardId, seq, afterSeq, principal, atMs, bytes }
    if (recordChecksumOf(record) === checksum) this.board(boardId).updates.set(seq, record)
    else this.board(boardId).unsound.add(seq)
  }

  #takeSnapshot(id: string, throughSeq: number, columns: readonly Column[]): void {
    const [, , checksum, stateVector, deletions, packed] = columns
    if (!isBlob(stateVector) || !isBlob(deletions) || !isBlob(packed)) return
    const snapshot = { stateVector, deletions, packed }
    const isSound = snapshotChecksumOf(id, snapshot) === checksum
    this.board(id).snapshots.push({ throughSeq, said: isSound ? snapshot : undefined })
  }

  #takeStretch(id: string, fromSeq: number, columns: readonly Column[]): void {
    const [, , throughSeq, toMs, bytes, checksum] = columns
    if (!isCount(throughSeq) || !isCount(toMs) || !isBlob(bytes) || checksumOf(id, bytes) !== checksum) return
    const { history } = this.board(id)
    if ((history.get(fromSeq)?.throughSeq ?? 0) < throughSeq)
      history.set(fromSeq, { throughSeq, toMs, bytes, checksum })
  }
}

/** A number so far beyond all others was never given. */
const plausibleGap = 1_000_000
/** Until when people may hand in what others wrote: whose author ids were whose is not saved. */
const claimsLiftedMs = 30 * 24 * 3_600_000

const fresh = `${storeFileName}.salvaged`

/** Puts a store that was made anew in its place, also where the program died before it could. */
export function finishSalvage(dataDir: string, aside = `${storeFileName}.damaged`): void {
  const file = join(dataDir, storeFileName)
  // The damaged file goes aside only when all of the new one is on disk; until then it is tried again.
  if (existsSync(file) || !existsSync(join(dataDir, fresh))) return
  if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, join(dataDir, `${aside}-wal`))
  renameDurably(join(dataDir, fresh), file)
}

/**
 * Makes a store anew out of what can still be read of a damaged one, which is put aside and kept as it is.
 *
 * Every record is verified by its checksum, and names the one before it; the list of boards names the last one. So a board
 * that lacks something is found out when it is read, and not served as if it were whole. Answers nothing, and changes nothing, where the file
 * holds no board at all.
 */
export function salvage(dataDir: string, now: Date): Salvage | undefined {
  const file = join(dataDir, storeFileName)
  const findings = new Findings()
  for (const row of rowsOnPages(file)) findings.take(row)
  // A name that only damaged rows bear is a damaged name.
  const boards = [...findings.boards].filter(
    ([, found]) => found.row !== undefined || found.witness > 0 || hasSound(found),
  )
  if (boards.length === 0) return undefined

  removeStoreFile(join(dataDir, fresh))
  const counts = write(join(dataDir, fresh), boards, now)
  const aside = `${storeFileName}.damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}`
  renameSync(file, join(dataDir, aside))
  finishSalvage(dataDir, aside)
  return { boards: boards.length, ...counts, aside }
}

function hasSound({ updates, snapshots, history }: FoundBoard): boolean {
  return history.size > 0 || updates.size > 0 || snapshots.some(({ said }) => said !== undefined)
}

/** Up to where a board's snapshot holds it, and that snapshot where it can be read. */
function foundSnapshot({ snapshots, history }: FoundBoard): FoundSnapshot | undefined {
  const [best] = snapshots.filter(({ said }) => said !== undefined).toSorted((a, b) => b.throughSeq - a.throughSeq)
  const kept = Math.max(0, ...[...history.values()].map(({ throughSeq }) => throughSeq))
  if (best || (snapshots.length === 0 && kept === 0)) return best
  // It is gone: the history beside it may hold what it said; where nothing does, its place says so.
  return { throughSeq: kept, said: undefined }
}

/** How many links are missing between the snapshot and the last record. */
function missingLinks({ updates }: FoundBoard, throughSeq: number, lastSeq: number): number {
  const afters = [...updates.values()].filter(({ seq }) => seq > throughSeq).map(({ afterSeq }) => afterSeq)
  const missing = afters.filter((seq) => seq > throughSeq && !updates.has(seq)).length
  return missing + (lastSeq > throughSeq && !updates.has(lastSeq) ? 1 : 0)
}

function write(
  file: string,
  boards: readonly (readonly [string, FoundBoard])[],
  now: Date,
): Pick<Salvage, 'records' | 'damaged'> {
  const db = openStoreFile(file)
  const board = db.prepare('INSERT INTO boards VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const update = db.prepare('INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?, ?)')
  const snapshot = db.prepare(insertSnapshot)
  const stretch = db.prepare('INSERT INTO history VALUES (?, ?, ?, ?, ?, ?)')
  // Up to here the list of boards knows of every record: no other was written before.
  const witnessed = boards.reduce((most, [, { witness }]) => Math.max(most, witness), 0)
  let records = 0
  let damaged = 0

  const lastSeqOf = ({ row, witness, updates, unsound }: FoundBoard, throughSeq: number): number => {
    const later = [...unsound].filter((seq) => row === undefined || (seq > witnessed && seq - witnessed < plausibleGap))
    return Math.max(witness, throughSeq, ...updates.keys(), ...later)
  }

  const writeBoard = (id: string, found: FoundBoard): void => {
    const folded = foundSnapshot(found) ?? (hasSound(found) ? undefined : { throughSeq: 0, said: undefined })
    const throughSeq = folded?.throughSeq ?? 0
    const lastSeq = lastSeqOf(found, throughSeq)
    board.run(...(found.row ?? [id, '', 0, now.getTime(), now.getTime(), null]), lastSeq, sealOf(id, lastSeq))
    if (folded) snapshot.run(...snapshotColumns(id, throughSeq, folded.said))
    for (const [fromSeq, part] of found.history) {
      if (part.throughSeq <= throughSeq) stretch.run(id, fromSeq, part.throughSeq, part.toMs, part.bytes, part.checksum)
    }
    for (const record of found.updates.values()) {
      const { seq, afterSeq, principal, atMs, bytes } = record
      if (seq <= throughSeq) continue
      update.run(seq, afterSeq, id, principal, atMs, recordChecksumOf(record), bytes)
      records++
    }
    damaged += missingLinks(found, throughSeq, lastSeq)
  }

  db.transaction(() => {
    for (const [id, found] of boards) writeBoard(id, found)
    db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('claims_lifted_until_ms', ?)").run(
      now.getTime() + claimsLiftedMs,
    )
  })()
  db.close()
  return { records, damaged }
}
