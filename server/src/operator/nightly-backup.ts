import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { renameDurably } from '../log/rename-durably.ts'
import { removeStoreFile } from '../log/sqlite-file.ts'
import type { UpdateLog } from '../log/update-log.ts'
import type { CheckAnswer } from './check-worker.ts'

/** The folder inside the data folder that holds the backups the server makes by itself. */
export const backupFolderName = 'backups'

/** What came of a night. */
export type BackupOutcome =
  | { readonly kind: 'not due' }
  | { readonly kind: 'made'; readonly file: string; readonly boards: number; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly file: string; readonly error: Error }

/** What nightly backups stand on. */
export interface NightlyBackupOptions {
  readonly log: UpdateLog
  readonly dataDir: string
  /** How many are kept; 0 makes none. */
  readonly keep: number
  readonly tell: (outcome: BackupOutcome) => void
}

const firstLookMs = 10 * 60_000
const lookEveryMs = 3_600_000
/** From this hour on a day's backup is due. Units: hours, in the machine's own time. */
const dueFromHour = 3
const namePattern = /^boards-\d{4}-\d{2}-\d{2}\.db$/

function dayOf(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Opens a backup and replays every board in it, in a thread of its own. Errors: says why it cannot be used. */
async function check(file: string): Promise<number> {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { workerData: file })
  const answer = await new Promise<CheckAnswer>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the check ended without an answer')))
  })
  if (!answer.ok) throw new Error(answer.cause)
  return answer.report.boards
}

/** Makes a copy of all boards every night, checks it, and lets the oldest ones go. */
export class NightlyBackup {
  readonly #options: NightlyBackupOptions
  readonly #folder: string
  #timer: NodeJS.Timeout | undefined
  #underWay = false

  constructor(options: NightlyBackupOptions) {
    this.#options = options
    this.#folder = join(options.dataDir, backupFolderName)
  }

  /** Looks every hour whether one is due; for the first time a while after the start. */
  start(): void {
    if (this.#options.keep === 0) return
    const look = (): void => {
      this.#timer = setTimeout(look, lookEveryMs).unref()
      void this.makeIfDue(new Date())
    }
    this.#timer = setTimeout(look, firstLookMs).unref()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  /** Makes the backup of a day, unless there is one, it is too early, or another one is being made. */
  async makeIfDue(now: Date): Promise<BackupOutcome> {
    const outcome = await this.#makeIfDue(now)
    if (outcome.kind !== 'not due') this.#options.tell(outcome)
    return outcome
  }

  async #makeIfDue(now: Date): Promise<BackupOutcome> {
    const name = `boards-${dayOf(now)}.db`
    const file = join(this.#folder, name)
    if (this.#underWay || now.getHours() < dueFromHour || this.#names().includes(name)) return { kind: 'not due' }
    this.#underWay = true
    const startedAtMs = performance.now()
    const unchecked = `${file}.unchecked`
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
      removeStoreFile(unchecked)
      await this.#options.log.backup(unchecked)
      const boards = await check(unchecked)
      renameDurably(unchecked, file)
      for (const old of this.#names().slice(0, -this.#options.keep)) rmSync(join(this.#folder, old), { force: true })
      return { kind: 'made', file, boards, tookMs: Math.round(performance.now() - startedAtMs) }
    } catch (error) {
      removeStoreFile(unchecked)
      return { kind: 'failed', file, error: error instanceof Error ? error : new Error(String(error)) }
    } finally {
      this.#underWay = false
    }
  }

  /** The backups there are, oldest first. */
  #names(): string[] {
    try {
      return readdirSync(this.#folder)
        .filter((name) => namePattern.test(name))
        .toSorted()
    } catch {
      return []
    }
  }
}
