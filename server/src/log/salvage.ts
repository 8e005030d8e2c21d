import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checksumOf, snapshotChecksumOf } from './checksum.ts'
import { renameDurably } from './rename-durably.ts'
import { openStoreFile, storeFileName } from './sqlite-file.ts'
import { rowsOnPages } from './sqlite-pages.ts'
import type { Column } from './sqlite-pages.ts'
import { describeSnapshot, insertSnapshot, lostChecksum, snapshotColumns } from './store-versions.ts'
import type { PlainSnapshotRow } from './store-versions.ts'
import type { Snapshot } from './update-log.ts'

/** What could be saved of a store that SQLite cannot read any more. */
export interface Salvage {
  readonly boards: number
  readonly records: number
  /** Records that are known to be lost or changed; their boards are marked. */
  readonly damaged: number
  /** Where the damaged file lies now. */
  readonly aside: string
}

interface Update {
  readonly bytes: Uint8Array
  readonly principal: string
  readonly atMs: number
  readonly checksum: number
}

interface Stretch {
  readonly throughSeq: number
  readonly toMs: number
  readonly bytes: Uint8Array
  readonly checksum: number
}

class FoundBoard {
  row: readonly Column[] | undefined
  readonly updates = new Map<number, Update>()
  /** Where a snapshot lay, and what it said where that can still be read. */
  readonly snapshots: { readonly throughSeq: number; readonly said: Snapshot | undefined }[] = []
  readonly history = new Map<number, Stretch>()
  /** Numbers of records that an index names. */
  readonly named = new Set<number>()
}

const boardIdPattern = /^[A-Za-z0-9._:-]{1,64}$/
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

  take(rowId: number | undefined, columns: readonly Column[]): void {
    const [first, second, third, fourth, fifth, sixth] = columns
    if (rowId === undefined) this.#takeEntry(columns)
    else if (columns.length === 6 && first === null && isText(second) && isBlob(third)) {
      if (isText(fourth) && isCount(fifth) && isCount(sixth) && boardIdPattern.test(second))
        this.#takeUpdate(second, rowId, { bytes: third, principal: fourth, atMs: fifth, checksum: sixth })
    } else if (!isText(first) || !boardIdPattern.test(first)) return
    else if (columns.length === 4 && isBlob(second) && isCount(third) && isCount(fourth)) {
      this.#takePlainSnapshot(first, { bytes: second, through_seq: third, checksum: fourth })
    } else if (columns.length === 6 && isCount(second) && isCount(third) && isBlob(fourth) && isBlob(fifth)) {
      if (isBlob(sixth))
        this.#takeSnapshot(first, second, third, { stateVector: fourth, deletions: fifth, update: sixth })
    } else if (columns.length === 6 && isCount(second) && isCount(third) && isCount(fourth) && isBlob(fifth)) {
      if (isCount(sixth))
        this.#takeStretch(first, second, { throughSeq: third, toMs: fourth, bytes: fifth, checksum: sixth })
    }
  }

  /** An entry of an index, or of the list of boards, which is one itself. */
  #takeEntry(columns: readonly Column[]): void {
    const [id, second, third, fourth, fifth, sixth] = columns
    if (!isText(id) || !boardIdPattern.test(id)) return
    if (columns.length === 6 && isText(second) && isCount(third) && isCount(fourth) && isCount(fifth)) {
      if (sixth === null || isCount(sixth)) this.board(id).row = columns
    } else if (columns.length <= 3 && isCount(second) && (third === undefined || third === second)) {
      this.board(id).named.add(second)
    }
  }

  #takeUpdate(id: string, seq: number, update: Update): void {
    const { updates } = this.board(id)
    if (!updates.has(seq) || checksumOf(id, update.bytes) === update.checksum) updates.set(seq, update)
  }

  /** As versions before the fourth had them. */
  #takePlainSnapshot(id: string, row: PlainSnapshotRow): void {
    this.board(id).snapshots.push({ throughSeq: row.through_seq, said: describeSnapshot(id, row) })
  }

  #takeSnapshot(id: string, throughSeq: number, checksum: number, snapshot: Snapshot): void {
    const said = snapshotChecksumOf(id, snapshot) === checksum ? snapshot : undefined
    this.board(id).snapshots.push({ throughSeq, said })
  }

  #takeStretch(id: string, fromSeq: number, stretch: Stretch): void {
    const { history } = this.board(id)
    if (checksumOf(id, stretch.bytes) !== stretch.checksum) return
    if ((history.get(fromSeq)?.throughSeq ?? 0) < stretch.throughSeq) history.set(fromSeq, stretch)
  }
}

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
 * Every record is verified by its checksum; what an index names and cannot be read takes its place as a damaged record,
 * so that its board is marked and not served as if it were whole. Answers nothing, and changes nothing, where the file
 * holds no board at all.
 */
export function salvage(dataDir: string, now: Date): Salvage | undefined {
  const file = join(dataDir, storeFileName)
  const findings = new Findings()
  for (const { rowId, columns } of rowsOnPages(file)) findings.take(rowId, columns)
  // A name that only damaged rows bear is a damaged name.
  const boards = [...findings.boards].filter(([id, found]) => found.row !== undefined || hasSound(id, found))
  if (boards.length === 0) return undefined

  for (const suffix of ['', '-wal']) rmSync(join(dataDir, `${fresh}${suffix}`), { force: true })
  const counts = write(join(dataDir, fresh), boards, now)
  const aside = `${storeFileName}.damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}`
  renameSync(file, join(dataDir, aside))
  finishSalvage(dataDir, aside)
  return { boards: boards.length, ...counts, aside }
}

function isSound(id: string, { bytes, checksum }: { readonly bytes: Uint8Array; readonly checksum: number }): boolean {
  return checksumOf(id, bytes) === checksum
}

function hasSound(id: string, { updates, snapshots, history }: FoundBoard): boolean {
  const soundUpdate = (): boolean => [...updates.values()].some((record) => isSound(id, record))
  return history.size > 0 || snapshots.some(({ said }) => said !== undefined) || soundUpdate()
}

function write(
  file: string,
  boards: readonly (readonly [string, FoundBoard])[],
  now: Date,
): Pick<Salvage, 'records' | 'damaged'> {
  const db = openStoreFile(file)
  const board = db.prepare('INSERT INTO boards VALUES (?, ?, ?, ?, ?, ?)')
  const update = db.prepare('INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?)')
  const snapshot = db.prepare(insertSnapshot)
  const stretch = db.prepare('INSERT INTO history VALUES (?, ?, ?, ?, ?, ?)')
  const taken = new Set<number>()
  const homeless: (readonly [string, Update])[] = []
  const lost: (readonly [string, number])[] = []

  const writeBoard = (id: string, found: FoundBoard): void => {
    board.run(...(found.row ?? [id, '', 0, now.getTime(), now.getTime(), null]))
    const [best] = found.snapshots
      .filter(({ said }) => said !== undefined)
      .toSorted((a, b) => b.throughSeq - a.throughSeq)
    const kept = Math.max(0, ...[...found.history.values()].map(({ throughSeq }) => throughSeq))
    const through = best?.throughSeq ?? kept
    if (best) snapshot.run(...snapshotColumns(id, through, best.said))
    // The snapshot is gone: the history beside it may hold what it said; where nothing does, its place says so.
    else if (found.snapshots.length > 0 || kept > 0 || !hasSound(id, found))
      snapshot.run(...snapshotColumns(id, through, undefined))
    for (const [fromSeq, { throughSeq, toMs, bytes, checksum }] of found.history) {
      if (throughSeq <= through) stretch.run(id, fromSeq, throughSeq, toMs, bytes, checksum)
    }
    for (const [seq, record] of found.updates) {
      if (seq <= through) continue
      if (!isSound(id, record)) lost.push([id, seq])
      else if (taken.has(seq)) homeless.push([id, record])
      else {
        update.run(seq, id, record.bytes, record.principal, record.atMs, record.checksum)
        taken.add(seq)
      }
    }
    for (const seq of found.named) if (seq > through && !found.updates.has(seq)) lost.push([id, seq])
  }

  let damaged = 0
  db.transaction(() => {
    for (const [id, found] of boards) writeBoard(id, found)
    for (const [id, seq] of lost) {
      // A number that a sound record bears was lost by nobody: the board's name in that entry is damaged.
      if (taken.has(seq)) continue
      update.run(seq, id, new Uint8Array(), '', now.getTime(), lostChecksum)
      taken.add(seq)
      damaged++
    }
    let lastSeq = [...taken].reduce((most, seq) => Math.max(most, seq), 0)
    for (const [, found] of boards) {
      for (const { throughSeq } of [...found.snapshots, ...found.history.values()])
        lastSeq = Math.max(lastSeq, throughSeq)
    }
    for (const [id, { bytes, principal, atMs, checksum }] of homeless) {
      update.run(++lastSeq, id, bytes, principal, atMs, checksum)
    }
    db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('claims_lifted_until_ms', ?)").run(
      now.getTime() + claimsLiftedMs,
    )
    db.prepare("DELETE FROM sqlite_sequence WHERE name = 'updates'").run()
    db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('updates', ?)").run(lastSeq)
  })()
  db.close()
  return { records: taken.size + homeless.length - damaged, damaged }
}
