import {
  openBoardDocument,
  isWritable,
  schemaVersionOf,
  type BoardDocument,
} from '@schakelbord/shared/model/board-document'
import { newId } from '@schakelbord/shared/model/ids'
import { CommandOrigin } from '@schakelbord/shared/model/origin'
import type { Actor, CommandResult, Refusal } from '@schakelbord/shared/commands/run-command'
import { BoardView } from '@schakelbord/shared/views/board-view'
import * as Y from 'yjs'
import { CopiesAside } from './copies-aside.ts'
import { DeviceStore, type DeviceCopy } from './device-store.ts'
import { currentPerson } from './person.ts'
import { Presence } from './presence.ts'
import { RelayLine } from './relay-line.ts'
import { SESSION_PACE, type SessionPace } from './session-pace.ts'
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
  /** How patient it is with the relay; without it as patient as for a real board. */
  readonly pace?: SessionPace
  /** Opens this window anew, after what it holds and what the relay holds could not be brought together. */
  readonly reload?: () => void
  /** Asks the browser not to clear what this device keeps when space runs short. */
  readonly keepForLong?: () => void
}

/** Units: milliseconds. So long another tab has to bring what it did to the relay itself. */
const otherTabMs = 3_000
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
  /** What this device holds of the board beside it: copies that were put aside. */
  readonly copiesAside: CopiesAside
  readonly #store: DeviceStore
  readonly #line: RelayLine
  readonly #reload: () => void
  #keepForLong: (() => void) | undefined
  readonly #listeners = new Set<() => void>()
  readonly #noticeListeners = new Set<(notice: Notice) => void>()
  readonly #ends: (() => void)[] = []
  #unsaved: Set<string>
  #status: SessionStatus
  #diverged = false
  #deviceTrouble: boolean
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
    this.copiesAside = new CopiesAside(surroundings.indexedDB, boardId)
    this.#store = store
    this.#unsaved = new Set(loaded.unsaved)
    this.#deviceTrouble = loaded.deviceTrouble
    this.#reload = surroundings.reload ?? (() => {})
    this.#keepForLong = surroundings.keepForLong
    // Before the line's own listener: a change is marked as unsaved before its message can be acknowledged.
    doc.on('update', this.#keep)
    this.#line = new RelayLine(doc, boardId, {
      syncUrl: surroundings.syncUrl,
      WebSocket: surroundings.WebSocket,
      pace: surroundings.pace ?? SESSION_PACE,
      // What a tab did that is closed by now is only on this device; nobody else brings it to the relay.
      onOpened: () => this.#catchUp(),
      onChange: () => this.#refresh(),
      onDiverged: () => void this.#beginAnew(),
    })
    this.presence = new Presence(this.#line.awareness)
    this.#status = this.#readStatus()
    this.#serveStore()
    this.#ends.push(this.view.subscribe('board', () => this.#refresh()))
    this.#line.connect()
  }

  /** Opens a board: first what this device has, then the relay. */
  static async open(boardId: string, surroundings: SessionSurroundings): Promise<BoardSession> {
    const doc = new Y.Doc()
    const store = new DeviceStore(boardId, surroundings.indexedDB)
    let unsaved: readonly string[] = []
    const reading = store
      .load((copy) => {
        unsaved = copy.unsaved
        applyCopy(doc, copy, store)
        return Y.encodeStateAsUpdate(doc)
      })
      .then(
        () => 'read' as const,
        () => 'unreadable' as const,
      )
    // Some browsers never answer: nobody waits for that to see a board.
    const outcome = await Promise.race([reading, after((surroundings.pace ?? SESSION_PACE).deviceWithinMs)])
    const loaded = { unsaved, deviceTrouble: outcome !== 'read' }
    const session = new BoardSession(boardId, doc, store, loaded, surroundings)
    if (outcome === 'late') {
      void reading.then((late) => {
        if (late !== 'read') return
        session.#heedStore(null)
        session.#catchUp()
      })
    }
    return session
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
    this.#line.connect()
    this.#refresh()
  }

  /** Compares with the relay now rather than within half a minute. */
  compareNow(): void {
    this.#line.compareNow()
  }

  /** How often something between this window and the relay had to be put right. */
  get repairs(): number {
    return this.#line.repairs
  }

  /**
   * Puts aside what this device has, so that the board can be opened anew as the relay has it: the way on after the
   * relay refused a change for good. The caller has offered a file first, and opens the page anew after.
   */
  discardDeviceCopy(): Promise<void> {
    return this.#discard(true)
  }

  /** A copy that was put aside, as a document of its own; `undefined` where it is gone. Errors: `CopiesAside`'s. */
  async documentAside(key: number): Promise<Y.Doc | undefined> {
    const bytes = await this.copiesAside.read(key)
    if (bytes === undefined) return undefined
    const doc = new Y.Doc()
    Y.applyUpdate(doc, bytes)
    return doc
  }

  /** Everything on this device, written and let go. */
  async close(): Promise<void> {
    for (const end of this.#ends) end()
    this.presence.destroy()
    this.#line.destroy()
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
    if (origin === this.#store) {
      // Another tab of this device did it; whether that tab still lives, nobody knows, so this one sends it as well.
      this.#line.changed()
      return
    }
    const own = !this.#line.brought(origin)
    if (origin instanceof CommandOrigin) this.#lastCommand = origin.command
    const mark = own && this.#isNewChange(origin) ? newId() : null
    if (mark !== null) this.#unsaved.add(mark)
    if (own) this.#line.changed()
    this.#store.write(update, mark)
    if (own && !this.#line.facts.open) {
      // Asked when it matters for the first time: some browsers put a question to the person.
      this.#keepForLong?.()
      this.#keepForLong = undefined
    }
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

  #serveStore(): void {
    let due: ReturnType<typeof setTimeout> | undefined
    this.#store.serve(
      {
        whole: () => ({ updates: [Y.encodeStateAsUpdate(this.doc)], unsaved: [...this.#unsaved] }),
        onTrouble: (error) => this.#heedStore(error),
        onDiscarded: () => {
          this.#line.disconnect()
          this.#reload()
        },
        onOtherTab: (copy) => {
          applyCopy(this.doc, copy, this.#store)
          for (const mark of copy.unsaved) this.#unsaved.add(mark)
          this.#refresh()
        },
      },
      () => {
        clearTimeout(due)
        // While the relay can be reached, what the other tab did comes by itself, unless that tab was closed at once.
        due = setTimeout(() => this.#catchUp(), this.#line.facts.open ? otherTabMs : 0)
      },
    )
    this.#ends.push(() => clearTimeout(due))
  }

  #catchUp(): void {
    this.#store.catchUp().catch((error: unknown) => this.#heedStore(error))
  }

  #heedStore(error: unknown): void {
    this.#deviceTrouble = error !== null
    this.#refresh()
  }

  /**
   * This copy cannot be brought together with the relay's: it is kept aside, and the board is opened as the relay has it.
   * Where changes of ours would be lost by that, the person decides.
   */
  async #beginAnew(): Promise<void> {
    this.#diverged = true
    this.#refresh()
    if (this.#unsaved.size > 0) return
    await this.#discard(false)
    this.#reload()
  }

  /** @param told the person knows that a copy is put aside */
  async #discard(told: boolean): Promise<void> {
    this.#line.disconnect()
    const whole = Y.encodeStateAsUpdate(this.doc)
    await this.#store.discard(() => this.copiesAside.put(whole, told))
  }

  #readStatus(): SessionStatus {
    const facts = { ...this.#line.facts, changes: this.#unsaved.size, diverged: this.#diverged }
    return Object.freeze({
      contents: facts.synced || schemaVersionOf(this.board) > 0 ? 'ready' : 'waiting',
      saved: savedStateOf(facts),
      deviceTrouble: this.#deviceTrouble,
      writable: isWritable(this.board),
    })
  }

  #refresh(): void {
    if (this.#line.facts.clean && this.#unsaved.size > 0) {
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

function applyCopy(doc: Y.Doc, { updates }: DeviceCopy, origin: DeviceStore): void {
  if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...updates]), origin)
}

function after(delayMs: number): Promise<'late'> {
  return new Promise((resolve) => setTimeout(() => resolve('late'), delayMs))
}
