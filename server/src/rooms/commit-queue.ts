import { LogError } from '../log/update-log.ts'
import type { UpdateLog } from '../log/update-log.ts'
import type { Clock } from './clock.ts'
import { changePace, crowdPace, flushDelayMs } from './flush-window.ts'
import type { DoneWork } from './flush-window.ts'
import type { RelayObserver } from './relay-observer.ts'
import type { CommitWindow, Room } from './room.ts'

/** Whether a store that says no may say yes to the other boards. */
function isOfOneBoard(failure: Error): boolean {
  return failure instanceof LogError && (failure.failure === 'damaged' || failure.failure === 'unknown-board')
}

/** How much of the whole the largest part is; 0 where there is nothing. */
function shareOfLargest(parts: readonly number[]): number {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return whole === 0 ? 0 : Math.max(...parts) / whole
}

/**
 * Gathers what all rooms have to write into one durable commit at a time.
 *
 * Concurrency: one commit is under way or none; what comes meanwhile goes with the next.
 */
export class CommitQueue {
  readonly #log: UpdateLog
  readonly #clock: Clock
  readonly #observer: RelayObserver
  readonly #onFailure: (error: Error) => void
  #waiting = new Set<Room>()
  #lastCommit: DoneWork = { atMs: 0, costMs: 0 }
  /** What the board with the most people took of telling the last commit. */
  #lastCrowd: DoneWork = { atMs: 0, costMs: 0 }
  #cancelTimer: (() => void) | undefined
  #underWay: Promise<void> | undefined

  constructor(log: UpdateLog, clock: Clock, observer: RelayObserver, onFailure: (error: Error) => void) {
    this.#log = log
    this.#clock = clock
    this.#observer = observer
    this.#onFailure = onFailure
  }

  /** How many rooms have something to write. */
  get depth(): number {
    return this.#waiting.size
  }

  /** Puts a room in the next commit. */
  add(room: Room): void {
    this.#waiting.add(room)
    this.#schedule()
  }

  /** Commits until nothing waits. */
  async drain(): Promise<void> {
    while (this.#waiting.size > 0 || this.#underWay !== undefined) {
      this.#cancelTimer?.()
      this.#cancelTimer = undefined
      await (this.#underWay ?? this.#start())
    }
  }

  #schedule(): void {
    if (this.#underWay !== undefined || this.#cancelTimer !== undefined || this.#waiting.size === 0) return
    const nowMs = this.#clock.nowMs()
    const delayMs = Math.max(
      flushDelayMs(this.#lastCommit, nowMs, changePace),
      flushDelayMs(this.#lastCrowd, nowMs, crowdPace),
    )
    this.#cancelTimer = this.#clock.after(delayMs, () => {
      this.#cancelTimer = undefined
      void this.#start()
    })
  }

  #start(): Promise<void> {
    this.#underWay = this.#commit().finally(() => {
      this.#underWay = undefined
      this.#schedule()
    })
    return this.#underWay
  }

  async #commit(): Promise<void> {
    const rooms = this.#waiting
    this.#waiting = new Set()
    const startedAtMs = this.#clock.processorMs()
    const windows: CommitWindow[] = []
    for (const room of rooms) {
      const window = this.#guard(room, () => room.takeWindow())
      if (window) windows.push(window)
    }
    const tookMs = this.#clock.processorMs() - startedAtMs
    const failure = await this.#store(windows, tookMs)
    if (failure === undefined) return
    if (!isOfOneBoard(failure)) {
      for (const window of windows) window.fail(failure)
      this.#onFailure(failure)
      return
    }
    // A page of one board is damaged: the others do without it.
    for (const window of windows) {
      const own = windows.length === 1 ? failure : await this.#store([window], tookMs)
      if (own === undefined) continue
      this.#observer.troubled(`what came for board ${window.room.boardId} could not be stored`, own)
      window.fail(own)
    }
  }

  /** Makes one commit of some windows and settles them; answers why that could not be. */
  async #store(windows: readonly CommitWindow[], applyingMs: number): Promise<Error | undefined> {
    const records = windows.flatMap((window) => window.records)
    const changes = windows.reduce((sum, window) => sum + window.changes, 0)
    const startedAtMs = this.#clock.nowMs()
    let seqs: readonly number[] = []
    try {
      if (records.length > 0) seqs = await this.#log.append(records)
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
    const atMs = this.#clock.nowMs()
    if (records.length > 0) {
      const bytes = records.reduce((sum, { update }) => sum + update.byteLength, 0)
      this.#observer.committed({ changes, bytes, tookMs: atMs - startedAtMs })
    }
    // Counted by heads: by the clock, a small board during which memory was collected would pass for a crowd.
    const heads = windows.map(({ room }) => room.connectionCount)
    const settlingFromMs = this.#clock.processorMs()
    let from = 0
    for (const window of windows) {
      const seqsOfWindow = seqs.slice(from, from + window.records.length)
      this.#guard(window.room, () => window.settle(seqsOfWindow))
      from += window.records.length
    }
    const settlingMs = this.#clock.processorMs() - settlingFromMs
    this.#lastCommit = { atMs, costMs: applyingMs + settlingMs }
    this.#lastCrowd = { atMs, costMs: settlingMs * shareOfLargest(heads) }
    return undefined
  }

  /** A fault in one room gives up that room, which comes back from what is stored; the others go on. */
  #guard<T>(room: Room, work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      this.#observer.troubled(`board ${room.boardId} was given up`, error)
      room.close('storeUnavailable')
      return undefined
    }
  }
}
