import type * as Y from 'yjs'
import { isBoardId } from '@schakelbord/shared/protocol/board-id'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import type { RelayLimits } from '@schakelbord/shared/protocol/relay-limits'
import type { CloseName } from '@schakelbord/shared/protocol/close-code'
import type { BoardSummary, UpdateLog } from '../log/update-log.ts'
import { systemClock } from './clock.ts'
import type { Clock } from './clock.ts'
import { CommitQueue } from './commit-queue.ts'
import { Connection } from './connection.ts'
import type { JoinedSocket } from './connection.ts'
import type { RelayObserver } from './relay-observer.ts'
import { NoSuchBoardError, Room } from './room.ts'
import type { RoomContext } from './room.ts'
import type { RoomSocket, Session } from './room-socket.ts'

/** Whether the relay takes part at all. */
type RegistryState =
  | { readonly kind: 'serving' }
  | { readonly kind: 'store-failing'; readonly error: Error }
  | { readonly kind: 'stopping' }

/** What the rooms stand on; only log, observer and summary have no sensible default. */
export interface RegistryOptions {
  readonly log: UpdateLog
  readonly observer: RelayObserver
  readonly summarise: (doc: Y.Doc) => BoardSummary
  readonly clock?: Clock
  readonly limits?: RelayLimits
  readonly idleMs?: number
  readonly restAfterMs?: number
  readonly compactAfterRecords?: number
  readonly probeEveryMs?: number
}

/** How long a stop, when everything is stored and everybody gone, takes for the next start. */
const foldAtStopMs = 2000

const nobody: JoinedSocket = { receive: () => {}, leave: () => {} }

/** The store does not take writes at the moment. */
export class StoreUnavailableError extends Error {
  constructor(cause: Error) {
    super(`the store cannot take writes: ${cause.message}`, { cause })
    this.name = 'StoreUnavailableError'
  }
}

/**
 * All open rooms, and the one commit queue they share.
 *
 * While the store fails nobody is let in (4503) and a probe tries every second whether it takes writes again.
 */
export class RoomRegistry {
  readonly #rooms = new Map<string, Room>()
  readonly #context: RoomContext
  readonly #commits: CommitQueue
  readonly #probeEveryMs: number
  #state: RegistryState = { kind: 'serving' }
  #stopHeartbeat: (() => void) | undefined
  #stopProbe: (() => void) | undefined

  constructor(options: RegistryOptions) {
    const clock = options.clock ?? systemClock
    this.#probeEveryMs = options.probeEveryMs ?? 1000
    this.#commits = new CommitQueue(options.log, clock, options.observer, (error) => this.#storeFailed(error))
    this.#context = {
      log: options.log,
      clock,
      limits: options.limits ?? RELAY_LIMITS,
      observer: options.observer,
      summarise: options.summarise,
      idleMs: options.idleMs ?? 30_000,
      restAfterMs: options.restAfterMs ?? 300_000,
      compactAfterRecords: options.compactAfterRecords ?? 2000,
      requestCommit: (room) => this.#commits.add(room),
      forget: (room) => {
        if (this.#rooms.get(room.boardId) === room) this.#rooms.delete(room.boardId)
      },
    }
    this.#scheduleHeartbeat()
  }

  /** Rooms in memory and rooms with something to write. */
  get counts(): { readonly rooms: number; readonly waiting: number } {
    return { rooms: this.#rooms.size, waiting: this.#commits.depth }
  }

  /** Why nobody is served at the moment; `undefined` while all is well. */
  get trouble(): Error | undefined {
    return this.#state.kind === 'store-failing' ? this.#state.error : undefined
  }

  /** Brings a socket into the room of a board; where that cannot be, the socket is closed with the reason. */
  join(boardId: string, socket: RoomSocket, session: Session): JoinedSocket {
    const refusal = this.#refusalFor(boardId)
    if (refusal !== undefined) {
      const { id: socketId, address } = socket
      this.#context.observer.refused({ ...refusal, socketId, address, boardId: '' })
      socket.close(refusal.close)
      return nobody
    }
    const room = this.#open(boardId)
    const connection = new Connection(socket, session, this.#context.limits, this.#context.clock.nowMs())
    room.join(connection)
    return {
      receive: (frame) => room.receive(connection, frame),
      leave: () => room.leave(connection),
    }
  }

  /** Changes a board on the server's own account, by the same way as everybody; resolves when it is on disk. */
  async edit<T>(boardId: string, principal: string, work: (doc: Y.Doc) => T): Promise<T> {
    this.#expectServing(boardId)
    return this.#open(boardId).edit(principal, work)
  }

  /** Reads a board as it is on disk. */
  async read<T>(boardId: string, work: (doc: Y.Doc) => T): Promise<T> {
    this.#expectServing(boardId)
    return this.#open(boardId).read(work)
  }

  /** What the list of boards should say of a board that is open and changed since. */
  liveSummary(boardId: string): BoardSummary | undefined {
    return this.#rooms.get(boardId)?.liveSummary()
  }

  /** Sends everybody on a board away, after what they sent is stored. */
  async evict(boardId: string, close: CloseName): Promise<void> {
    await this.#commits.drain()
    this.#rooms.get(boardId)?.close(close)
  }

  /** Commits until nothing waits. */
  drain(): Promise<void> {
    return this.#commits.drain()
  }

  /** Lets nobody in any more, stores and acknowledges everything, and sends everybody away with 1012. */
  async stop(): Promise<void> {
    this.#state = { kind: 'stopping' }
    this.#stopHeartbeat?.()
    this.#stopProbe?.()
    const rooms = [...this.#rooms.values()]
    for (const room of rooms) room.stopReading()
    await this.#commits.drain()
    await Promise.all(rooms.map((room) => room.writeSummary()))
    for (const room of rooms) room.close('restarting')
    await this.#foldInTime(rooms)
  }

  /** Tries whether the store takes writes again. */
  async probe(): Promise<void> {
    if (this.#state.kind !== 'store-failing') return
    try {
      await this.#context.log.probe()
    } catch (error) {
      this.#storeFailed(error instanceof Error ? error : new Error(String(error)))
      return
    }
    this.#state = { kind: 'serving' }
    this.#context.observer.storeResumed()
  }

  /** Whoever comes back after a restart opens a folded board several times faster; what there is no time for stays a tail. */
  async #foldInTime(rooms: readonly Room[]): Promise<void> {
    let timeIsUp = false
    const { promise: deadline, resolve: stopWaiting } = Promise.withResolvers<void>()
    const cancel = this.#context.clock.after(foldAtStopMs, () => {
      timeIsUp = true
      stopWaiting()
    })
    const fold = async (): Promise<void> => {
      for (const room of rooms) if (!timeIsUp) await room.foldTail()
    }
    await Promise.race([fold(), deadline])
    cancel()
  }

  #open(boardId: string): Room {
    const open = this.#rooms.get(boardId)
    if (open !== undefined) return open
    const room = new Room(boardId, this.#context)
    this.#rooms.set(boardId, room)
    return room
  }

  #refusalFor(boardId: string): { readonly close: CloseName; readonly reason: string } | undefined {
    if (this.#state.kind === 'stopping') return { close: 'restarting', reason: 'the server is stopping' }
    if (!isBoardId(boardId)) return { close: 'noSuchBoard', reason: 'not a name of a board' }
    if (this.#state.kind === 'store-failing') return { close: 'storeUnavailable', reason: 'the store takes no writes' }
    const connected = this.#rooms.get(boardId)?.connectionCount ?? 0
    if (connected >= this.#context.limits.maxSocketsPerBoard) {
      return { close: 'overLimit', reason: 'too many sockets on one board' }
    }
    return undefined
  }

  #expectServing(boardId: string): void {
    if (this.#state.kind === 'store-failing') throw new StoreUnavailableError(this.#state.error)
    if (this.#state.kind === 'stopping') throw new StoreUnavailableError(new Error('the server is stopping'))
    if (!isBoardId(boardId)) throw new NoSuchBoardError(boardId)
  }

  #storeFailed(error: Error): void {
    if (this.#state.kind === 'stopping') return
    if (this.#state.kind === 'serving') this.#context.observer.storeFailed(error)
    this.#state = { kind: 'store-failing', error }
    this.#stopProbe?.()
    this.#stopProbe = this.#context.clock.after(this.#probeEveryMs, () => void this.probe())
  }

  #scheduleHeartbeat(): void {
    this.#stopHeartbeat = this.#context.clock.after(this.#context.limits.heartbeatMs, () => {
      for (const room of this.#rooms.values()) room.heartbeat()
      this.#scheduleHeartbeat()
    })
  }
}
