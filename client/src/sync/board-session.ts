import {
  openBoardDocument,
  isWritable,
  schemaVersionOf,
  type BoardDocument,
} from '@schakelbord/shared/model/board-document'
import { CommandOrigin } from '@schakelbord/shared/model/origin'
import type { Actor, CommandResult, Refusal } from '@schakelbord/shared/commands/run-command'
import { closeReasonOf, type CloseReason } from '@schakelbord/shared/protocol/close-code'
import { readDurableAck } from '@schakelbord/shared/protocol/durable-ack'
import { WIRE_TAG, WIRE_VERSION, WIRE_VERSION_PARAMETER } from '@schakelbord/shared/protocol/wire-tag'
import { BoardView } from '@schakelbord/shared/views/board-view'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { AckLedger } from './ack-ledger.ts'
import { countingSocket } from './counting-socket.ts'
import { DeviceStore } from './device-store.ts'
import { currentPerson } from './person.ts'
import { Presence } from './presence.ts'
import { sameStatus, savedStateOf, type SessionStatus } from './session-status.ts'
import { UndoHistory, type UndoOutcome } from './undo-history.ts'

/** A command of `shared/commands`. */
export type Command<I, T> = (board: BoardDocument, actor: Actor, input: I) => CommandResult<T>

/** How a command is told and grouped. */
export interface RunOptions<T> {
  /** The sentence of the toast; without it the toast names the command. */
  readonly say?: (value: T) => string
  /** No toast: the change is in front of the person (typing, ticking a box). Refusals are told all the same. */
  readonly quiet?: boolean
  /** Names the text that is being typed in: typing on in the same text is one step of undo, and is not told. */
  readonly typing?: string
}

/** What the frame tells the person in a toast. */
export type Notice =
  | { readonly kind: 'done'; readonly command: string; readonly sentence: string | null }
  | { readonly kind: 'refused'; readonly reason: Refusal }
  | { readonly kind: 'turned'; readonly outcome: UndoOutcome }
  | { readonly kind: 'nothing'; readonly direction: 'undo' | 'redo' }

/** Where a session finds the relay and this device's storage. */
export interface SessionSurroundings {
  /** Units: `ws:` or `wss:` address up to and including `/sync`. */
  readonly syncUrl: string
  readonly WebSocket: typeof WebSocket
  readonly indexedDB: IDBFactory
}

const resyncMs = 30_000
/** Typing in the notes counts as one change as long as the pauses are shorter. */
const sameChangeMs = 1_000

/**
 * One open board in this window: document, device copy, relay, presence and undo. Lives outside React.
 *
 * Order: what this device has is read before a socket opens, so that nobody waits for the network to see a board.
 */
export class BoardSession {
  readonly boardId: string
  readonly doc: Y.Doc
  readonly board: BoardDocument
  readonly view: BoardView
  readonly history: UndoHistory
  readonly presence: Presence
  readonly #store: DeviceStore
  readonly #provider: WebsocketProvider
  readonly #ledger = new AckLedger()
  readonly #listeners = new Set<() => void>()
  readonly #noticeListeners = new Set<(notice: Notice) => void>()
  readonly #ends: (() => void)[] = []
  #unsaved: Set<string>
  #status: SessionStatus
  #tried = false
  #synced = false
  #deviceTrouble: boolean
  #lastClose: CloseReason | null = null
  #lastTypedAt = -Infinity
  #freshStep = true
  #lastCommand = ''

  private constructor(
    boardId: string,
    doc: Y.Doc,
    store: DeviceStore,
    loaded: { readonly unsaved: readonly string[]; readonly deviceTrouble: boolean },
    surroundings: SessionSurroundings,
  ) {
    this.boardId = boardId
    this.doc = doc
    this.board = openBoardDocument(doc)
    this.view = new BoardView(this.board)
    this.history = new UndoHistory(this.board)
    this.#store = store
    this.#unsaved = new Set(loaded.unsaved)
    this.#deviceTrouble = loaded.deviceTrouble
    store.onTrouble = (error) => {
      this.#deviceTrouble = error !== null
      this.#refresh()
    }
    // Before the provider's own listener: a change is marked as unsaved before its message can be acknowledged.
    doc.on('update', this.#keep)
    this.#provider = new WebsocketProvider(surroundings.syncUrl, boardId, doc, {
      connect: false,
      params: { [WIRE_VERSION_PARAMETER]: WIRE_VERSION },
      WebSocketPolyfill: countingSocket(surroundings.WebSocket, this.#ledger),
      disableBc: true,
      resyncInterval: resyncMs,
      shouldReconnect: (event) => closeReasonOf(event.code)?.afterClose !== 'stop',
    })
    this.presence = new Presence(this.#provider.awareness)
    this.#listenToRelay()
    this.#status = this.#readStatus()
    this.#ends.push(this.view.subscribe('board', () => this.#refresh()))
    this.#provider.connect()
  }

  /** Opens a board: first what this device has, then the relay. */
  static async open(boardId: string, surroundings: SessionSurroundings): Promise<BoardSession> {
    const doc = new Y.Doc()
    const store = new DeviceStore(boardId, surroundings.indexedDB)
    let unsaved: readonly string[] = []
    let deviceTrouble = false
    try {
      await store.load((copy) => {
        unsaved = copy.unsaved
        if (copy.updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...copy.updates]), store)
        return Y.encodeStateAsUpdate(doc)
      })
    } catch {
      deviceTrouble = true
    }
    return new BoardSession(boardId, doc, store, { unsaved, deviceTrouble }, surroundings)
  }

  /** How the board stands; the same object until that changes. */
  get status(): SessionStatus {
    return this.#status
  }

  /** Tells when the status changed. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Hears what the person should be told. */
  onNotice(listener: (notice: Notice) => void): () => void {
    this.#noticeListeners.add(listener)
    return () => this.#noticeListeners.delete(listener)
  }

  /** Gives a command as the person of this browser; one command is one step of undo. */
  run<I, T>(command: Command<I, T>, input: I, options: RunOptions<T> = {}): CommandResult<T> {
    const { id, name } = currentPerson()
    this.#freshStep = this.history.beginStep(options.typing ?? null)
    this.#lastCommand = ''
    const result = command(this.board, { id, name }, input)
    if (!result.ok) {
      if (result.reason !== 'nothing-changed') this.#tell({ kind: 'refused', reason: result.reason })
    } else if (this.#lastCommand !== '' && options.quiet !== true && options.typing === undefined) {
      // A command that found everything as asked wrote nothing; there is nothing to tell or to undo.
      this.#tell({ kind: 'done', command: this.#lastCommand, sentence: options.say?.(result.value) ?? null })
    }
    return result
  }

  /** Takes back this person's last command, and says what came of it. */
  undo(): void {
    const outcome = this.history.undo()
    this.#tell(outcome === null ? { kind: 'nothing', direction: 'undo' } : { kind: 'turned', outcome })
  }

  /** Does again what was undone last, and says what came of it. */
  redo(): void {
    const outcome = this.history.redo()
    this.#tell(outcome === null ? { kind: 'nothing', direction: 'redo' } : { kind: 'turned', outcome })
  }

  /** Tries to reach the relay now, e.g. when the network is back or after signing in. */
  reconnect(): void {
    this.#lastClose = null
    this.#provider.connect()
    this.#refresh()
  }

  /**
   * Throws away what this device has, so that the board can be opened anew as the relay has it: the way on after the
   * relay refused a change for good. The caller has offered a copy first, and opens the page anew after.
   */
  async discardDeviceCopy(): Promise<void> {
    this.#provider.disconnect()
    await this.#store.discard()
  }

  /** Everything on this device, written and let go. */
  async close(): Promise<void> {
    for (const end of this.#ends) end()
    this.presence.destroy()
    this.#provider.destroy()
    this.doc.off('update', this.#keep)
    this.history.destroy()
    this.view.destroy()
    await this.#store.close()
    this.doc.destroy()
  }

  /** Resolves when all that happened here so far is on this device. */
  settled(): Promise<void> {
    return this.#store.settled()
  }

  readonly #keep = (update: Uint8Array, origin: unknown): void => {
    if (origin === this.#store) return
    const own = origin !== this.#provider
    if (origin instanceof CommandOrigin) this.#lastCommand = origin.command
    const mark = own && this.#isNewChange(origin) ? crypto.randomUUID() : null
    if (mark !== null) this.#unsaved.add(mark)
    if (own) this.#ledger.changed()
    this.#store.write(update, mark)
    if (own) this.#refresh()
  }

  #isNewChange(origin: unknown): boolean {
    if (this.history.owns(origin)) return true
    if (origin instanceof CommandOrigin) return this.#freshStep || this.#unsaved.size === 0
    const now = performance.now()
    const goesOn = this.#unsaved.size > 0 && now - this.#lastTypedAt < sameChangeMs
    this.#lastTypedAt = now
    return !goesOn
  }

  #listenToRelay(): void {
    const provider = this.#provider
    provider.messageHandlers[WIRE_TAG.durableAck] = (_encoder, decoder) => {
      this.#ledger.acknowledged(readDurableAck(decoder))
      this.#refresh()
    }
    provider.on('status', ({ status }) => {
      if (status !== 'connected') return
      this.#ledger.opened()
      this.#tried = true
      this.#lastClose = null
      this.#refresh()
    })
    provider.on('sync', (synced) => {
      this.#synced ||= synced
      this.#refresh()
    })
    provider.on('connection-close', (event) => {
      this.#ledger.closed()
      this.#tried = true
      this.#lastClose = event === null ? null : (closeReasonOf(event.code) ?? null)
      this.#spreadRetries()
      this.#refresh()
    })
    if (typeof window === 'undefined') return
    const onOnline = () => {
      if (provider.shouldConnect) provider.connect()
    }
    // A lost network does not close a socket by itself: without this the badge would say "saving" for half a minute.
    const onOffline = () => provider.ws?.close()
    window.addEventListener('online', onOnline)
    window.addEventListener('offline', onOffline)
    this.#ends.push(() => {
      window.removeEventListener('online', onOnline)
      window.removeEventListener('offline', onOffline)
    })
  }

  /** Not everybody at once: a relay that starts again should not meet all its windows in the same moment. */
  #spreadRetries(): void {
    const patience = this.#lastClose?.afterClose === 'retry-later' ? 7 : 0
    this.#provider.maxBackoffTime = patience > 0 ? 15_000 + Math.random() * 15_000 : 2_000 + Math.random() * 3_000
    const attempts = Math.max(this.#provider.wsUnsuccessfulReconnects, patience, Math.floor(Math.random() * 4))
    this.#provider.wsUnsuccessfulReconnects = attempts
  }

  #readStatus(): SessionStatus {
    const facts = { open: this.#ledger.open, clean: this.#ledger.clean, tried: this.#tried }
    return Object.freeze({
      contents: this.#synced || schemaVersionOf(this.board) > 0 ? 'ready' : 'waiting',
      saved: savedStateOf({ ...facts, changes: this.#unsaved.size, lastClose: this.#lastClose }),
      deviceTrouble: this.#deviceTrouble,
      writable: isWritable(this.board),
    })
  }

  #refresh(): void {
    if (this.#ledger.clean && this.#unsaved.size > 0) {
      this.#store.forget([...this.#unsaved])
      this.#unsaved = new Set()
    }
    const next = this.#readStatus()
    if (sameStatus(next, this.#status)) return
    this.#status = next
    for (const listener of this.#listeners) listener()
  }

  #tell(notice: Notice): void {
    for (const listener of this.#noticeListeners) listener(notice)
  }
}
