import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { bringUpToDate } from './store-versions.ts'
import { LogError } from './update-log.ts'
import type { LogFailure } from './update-log.ts'

/** What SQLite keeps beside a file, and reads into whatever file bears that name next. */
const companions = ['-wal', '-journal', '-shm'] as const

/** Removes a store's file with all that belongs to it, as far as it is there. */
export function removeStoreFile(file: string): void {
  for (const suffix of ['', ...companions]) rmSync(`${file}${suffix}`, { force: true })
}

/** The file inside the data folder that holds all boards. */
export const storeFileName = 'boards.db'

function failureOf(code: string): LogFailure {
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'in-use'
  if (code.startsWith('SQLITE_FULL')) return 'full'
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM')) {
    return 'unwritable'
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'damaged'
  if (code.startsWith('SQLITE_CONSTRAINT_FOREIGNKEY')) return 'unknown-board'
  if (code.startsWith('SQLITE_CONSTRAINT_PRIMARYKEY')) return 'exists'
  return 'failed'
}

/** Turns whatever a store threw into a `LogError` that says which kind of trouble it is. */
export function toLogError(error: unknown): LogError {
  if (error instanceof LogError) return error
  if (error instanceof Database.SqliteError)
    return new LogError(failureOf(error.code), `${error.code}: ${error.message}`)
  return new LogError('failed', error instanceof Error ? error.message : String(error))
}

/** Says whether the disk itself failed, so that what SQLite keeps of the file in memory is not to be trusted further. */
export function isDiskFault(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_IOERR')
}

/** What SQLite keeps of the file; its own default in this build is four times as much. Units: KiB. */
const cacheKib = 4096

/** Opens a store's file and makes its tables where they are missing. Errors: whatever SQLite throws, `LogError` `newer`. */
export function openStoreFile(file: string): Database.Database {
  const db = new Database(file, { timeout: 1000 })
  try {
    // Exclusive before WAL: the index of the write-ahead log then lives in memory, and a second process is refused.
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('auto_vacuum = INCREMENTAL')
    db.pragma('journal_mode = WAL')
    // FULL syncs the log on every commit; NORMAL would lose acknowledged changes in a power cut without a trace.
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    // What passes through are boards, each read once; the operating system keeps the file's pages anyway.
    db.pragma(`cache_size = -${cacheKib}`)
    db.exec('BEGIN EXCLUSIVE; COMMIT')
    bringUpToDate(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
