import { statSync } from 'node:fs'
import type { FastifyBaseLogger } from 'fastify'
import type { RefusalCode } from './errors.ts'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { CLOSE } from '@schakelbord/shared/protocol/close-code'
import type { StoreEvent } from './log/sqlite-log.ts'
import type { BackupOutcome } from './operator/nightly-backup.ts'
import { RefusalLog } from './refusal-log.ts'
import type { RelayObserver } from './rooms/relay-observer.ts'

/** How often the loop is looked at for pauses: a hundred times a second would be most of what an idle server does. */
const lagEveryMs = 40

/** What is read at the moment somebody asks. */
export interface LiveCounts {
  readonly rooms: number
  readonly waiting: number
}

/** Counts what happens in the relay, for `/metrics`, and writes down what an operator should know. */
export class RelayMetrics implements RelayObserver {
  readonly registry = new Registry()
  #roomWasClosed = false
  readonly #log: FastifyBaseLogger
  readonly #sockets: Gauge
  readonly #updates: Counter
  readonly #bytesIn: Counter
  readonly #framesOut: Counter
  readonly #bytesOut: Counter
  readonly #commits: Histogram
  readonly #bytesStored: Counter
  readonly #changesPerCommit: Histogram
  readonly #compactions: Histogram
  readonly #refusals: Counter<'code' | 'reason'>
  readonly #requestRefusals: Counter<'code'>
  readonly #refusalLog: RefusalLog
  readonly #storeFailures: Counter
  readonly #storeThreadDeaths: Counter
  readonly #troubles: Counter
  readonly #lastBackup: Gauge
  readonly #comparisons: Counter<'step'>

  constructor(log: FastifyBaseLogger, counts: () => LiveCounts) {
    this.#log = log
    this.#refusalLog = new RefusalLog(log)
    const registers = [this.registry]
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: lagEveryMs })
    const counter = (name: string, help: string): Counter => new Counter({ name, help, registers })
    this.#sockets = new Gauge({ name: 'schakelbord_sockets', help: 'Sockets on a board.', registers })
    this.#updates = counter('schakelbord_updates_total', 'Update messages taken.')
    this.#bytesIn = counter('schakelbord_update_bytes_total', 'Bytes of update messages taken.')
    this.#framesOut = counter('schakelbord_sent_frames_total', 'Frames sent to sockets.')
    this.#bytesOut = counter('schakelbord_sent_bytes_total', 'Bytes sent to sockets.')
    this.#bytesStored = counter('schakelbord_log_bytes_total', 'Bytes written to the log.')
    this.#storeFailures = counter('schakelbord_log_failures_total', 'Times the store stopped taking writes.')
    this.#troubles = counter('schakelbord_troubles_total', 'Boards that could not be loaded, compacted or described.')
    this.#storeThreadDeaths = counter('schakelbord_store_thread_deaths_total', 'Times the thread of the store died.')
    this.#lastBackup = new Gauge({
      name: 'schakelbord_last_backup_timestamp_seconds',
      help: 'When the last nightly backup was made and checked; 0 for none since the start.',
      registers,
    })
    this.#commits = new Histogram({
      name: 'schakelbord_log_commit_seconds',
      help: 'Time one durable commit takes.',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1],
      registers,
    })
    this.#changesPerCommit = new Histogram({
      name: 'schakelbord_log_commit_changes',
      help: 'Update messages that went with one commit.',
      buckets: [1, 2, 5, 10, 20, 50, 100, 500],
      registers,
    })
    this.#compactions = new Histogram({
      name: 'schakelbord_compaction_seconds',
      help: 'Time it takes to fold the changes of a board into a snapshot, in a thread of its own.',
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5],
      registers,
    })
    this.#refusals = new Counter({
      name: 'schakelbord_refusals_total',
      help: 'Sockets sent away, by close code and reason.',
      labelNames: ['code', 'reason'],
      registers,
    })
    this.#requestRefusals = new Counter({
      name: 'schakelbord_request_refusals_total',
      help: 'HTTP requests refused, by code of the error catalogue.',
      labelNames: ['code'],
      registers,
    })
    this.#comparisons = new Counter({
      name: 'schakelbord_comparisons_total',
      help: 'Comparisons of a client with the server: asked, found unequal, synced again, begun anew.',
      labelNames: ['step'],
      registers,
    })
    const gauge = (name: string, help: string, read: () => number): void => {
      this.registry.registerMetric(
        new Gauge({
          name,
          help,
          registers: [],
          collect() {
            this.set(read())
          },
        }),
      )
    }
    gauge('schakelbord_rooms', 'Boards in memory.', () => counts().rooms)
    gauge('schakelbord_log_queue_depth', 'Boards with something that waits to be written.', () => counts().waiting)
  }

  socketJoined(): void {
    this.#sockets.inc()
  }

  socketLeft(): void {
    this.#sockets.dec()
  }

  roomOpened(boardId: string): void {
    this.#log.debug({ boardId }, 'room opened')
  }

  /** Whether a room was closed since the last call. */
  takeRoomClosed(): boolean {
    const closed = this.#roomWasClosed
    this.#roomWasClosed = false
    return closed
  }

  roomClosed(boardId: string): void {
    this.#roomWasClosed = true
    this.#log.debug({ boardId }, 'room closed')
  }

  updateTaken(bytes: number): void {
    this.#updates.inc()
    this.#bytesIn.inc(bytes)
  }

  committed({ changes, bytes, tookMs }: Parameters<RelayObserver['committed']>[0]): void {
    this.#commits.observe(tookMs / 1000)
    this.#changesPerCommit.observe(changes)
    this.#bytesStored.inc(bytes)
  }

  compacted({ tookMs }: Parameters<RelayObserver['compacted']>[0]): void {
    this.#compactions.observe(tookMs / 1000)
  }

  delivered(frames: number, bytes: number): void {
    this.#framesOut.inc(frames)
    this.#bytesOut.inc(bytes)
  }

  refused(refusal: Parameters<RelayObserver['refused']>[0]): void {
    // A line that is cut without a goodbye is 1006 for the other side. Source: RFC 6455 §7.1.5.
    this.refusedWith(refusal.close === 'cut' ? 1006 : CLOSE[refusal.close].code, refusal)
  }

  /** A socket was closed with a code that may be none of the relay's own. */
  refusedWith(
    code: number,
    { reason, socketId, address, boardId }: Omit<Parameters<RelayObserver['refused']>[0], 'close'>,
  ): void {
    this.#refusals.inc({ code: String(code), reason })
    this.#refusalLog.refused({ address, code, reason, socketId, boardId }, 'socket sent away')
  }

  /** A request was refused with an entry of the error catalogue. */
  requestRefused(code: RefusalCode, status: number, address: string): void {
    this.#requestRefusals.inc({ code })
    if (status === 429 || status === 403) {
      this.#refusalLog.refused({ address, code: status, reason: code }, 'request refused')
    }
  }

  /** Says how often refusals came again, where that is due. */
  tellRefusals(): void {
    this.#refusalLog.tell()
  }

  compared({ step, first, ...where }: Parameters<RelayObserver['compared']>[0]): void {
    this.#comparisons.inc({ step })
    if (first) this.#log.warn({ ...where, step }, 'a client and the server had come apart; the client repairs it')
  }

  storeFailed(error: Error): void {
    this.#storeFailures.inc()
    this.#log.error({ err: error }, 'the store takes no writes; edits stay with their authors until it does')
  }

  storeResumed(): void {
    this.#log.info('the store takes writes again')
  }

  troubled(what: string, error: unknown): void {
    this.#troubles.inc()
    this.#log.error({ err: error }, what)
  }

  /** Tells how large the store's files are, read when somebody asks. */
  watchStore(file: string): void {
    const size = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
    this.registry.registerMetric(
      new Gauge({
        name: 'schakelbord_store_bytes',
        help: 'Size of the file with boards and of its write-ahead log.',
        labelNames: ['file'],
        registers: [],
        collect() {
          this.set({ file: 'boards' }, size(file))
          this.set({ file: 'write-ahead' }, size(`${file}-wal`))
        },
      }),
    )
  }

  storeTold(event: StoreEvent): void {
    switch (event.kind) {
      case 'opened':
        if (event.salvaged) {
          this.#log.error(
            event.salvaged,
            'the file with boards was damaged: it was put aside, and a new one made of all that could be verified; run npm run board -- doctor, and compare with a backup',
          )
        }
        if (event.torn) {
          this.#log.warn(
            { commits: event.commits },
            'the last commit in the write-ahead log was torn: dropped; nobody was told that it was stored',
          )
        } else if (event.commits > 0) {
          this.#log.info({ commits: event.commits }, 'the last program was not stopped: its commits were taken over')
        }
        return
      case 'thread-died':
        this.#storeThreadDeaths.inc()
        this.#log.error({ err: event.error }, 'the thread of the store died; another one is started')
        return
      case 'not-reopened':
        this.#log.error({ err: event.error }, 'the store could not be opened again; it is tried every second')
    }
  }

  backedUp(outcome: BackupOutcome): void {
    if (outcome.kind === 'made') {
      this.#lastBackup.setToCurrentTime()
      const { boards, tookMs } = outcome
      this.#log.info({ boards, tookMs }, 'nightly backup made and checked')
    } else if (outcome.kind === 'failed') {
      this.#log.error({ err: outcome.error }, 'no nightly backup: it is tried again within the hour')
    }
  }
}
