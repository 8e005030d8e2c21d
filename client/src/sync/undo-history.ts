import type { BoardDocument } from '@schakelbord/shared/model/board-document'
import { ENTITY_KINDS } from '@schakelbord/shared/model/entity-kinds'
import { CommandOrigin } from '@schakelbord/shared/model/origin'
import * as Y from 'yjs'

/** What the stacks hold: which command can be undone and redone next. */
export interface UndoState {
  readonly undo: string | null
  readonly redo: string | null
  /** Which step is undone next: another number for another step, 0 for none. */
  readonly step: number
}

/** What came of an undo or redo. `overtaken`: nothing could be put back, because a colleague changed the same. */
export interface UndoOutcome {
  readonly kind: 'done' | 'overtaken'
  readonly direction: 'undo' | 'redo'
  /** The command that was undone or redone. */
  readonly command: string
}

/** Typing on after a longer pause is a step of its own. Gestures never merge: each begins its own step. */
const typingPauseMs = 2_000
const commandKey = 'command'
const stepKey = 'step'

/** Undo and redo of this person's own commands in this tab, one command at a time. */
export class UndoHistory {
  readonly #manager: Y.UndoManager
  readonly #listeners = new Set<() => void>()
  #state: UndoState = { undo: null, redo: null, step: 0 }
  #steps = 0
  #openText: string | null = null

  constructor(board: BoardDocument) {
    const roots = ENTITY_KINDS.map((kind) => board.doc.getMap(kind))
    this.#manager = new Y.UndoManager([board.board, ...roots], {
      trackedOrigins: new Set([CommandOrigin]),
      captureTimeout: typingPauseMs,
    })
    this.#manager.on('stack-item-added', ({ stackItem, origin }) => {
      if (origin instanceof CommandOrigin) stackItem.meta.set(commandKey, origin.command)
      stackItem.meta.set(stepKey, ++this.#steps)
      this.#refresh()
    })
    this.#manager.on('stack-item-popped', () => this.#refresh())
    this.#manager.on('stack-cleared', () => this.#refresh())
  }

  /** What can be undone and redone now; the same object until that changes. */
  get state(): UndoState {
    return this.#state
  }

  /** Tells when the state changed. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Begins a new step, except while somebody goes on typing in the same text.
   *
   * @param text names the text that is being typed in; `null` for a gesture of its own
   * @returns whether this is a new step
   */
  beginStep(text: string | null): boolean {
    const fresh = text === null || text !== this.#openText
    if (fresh) this.#manager.stopCapturing()
    this.#openText = text
    return fresh
  }

  /** Whether a transaction's origin is this history. */
  owns(origin: unknown): boolean {
    return origin === this.#manager
  }

  /** Takes back this person's last command; `null` where there is none. */
  undo(): UndoOutcome | null {
    return this.#turn('undo')
  }

  /** Does again what was undone last; `null` where there is nothing. */
  redo(): UndoOutcome | null {
    return this.#turn('redo')
  }

  /** Lets go of the document. */
  destroy(): void {
    this.#manager.destroy()
    this.#listeners.clear()
  }

  #turn(direction: 'undo' | 'redo'): UndoOutcome | null {
    const manager = this.#manager
    const stack = direction === 'undo' ? manager.undoStack : manager.redoStack
    const top = stack.at(-1)
    if (top === undefined) return null
    const command = commandOf(top)
    this.#openText = null
    // Yjs skips steps that can do nothing and undoes an older one instead. Here each press answers for one step:
    // it sees that step alone.
    const below = stack.splice(0, stack.length - 1)
    const popped = direction === 'undo' ? manager.undo() : manager.redo()
    stack.unshift(...below)
    const opposite = direction === 'undo' ? manager.redoStack : manager.undoStack
    if (popped !== null) opposite.at(-1)?.meta.set(commandKey, command)
    manager.stopCapturing()
    this.#refresh()
    return { kind: popped === null ? 'overtaken' : 'done', direction, command }
  }

  #refresh(): void {
    const undo = this.#manager.undoStack.at(-1)
    const redo = this.#manager.redoStack.at(-1)
    const step: unknown = undo?.meta.get(stepKey)
    const next: UndoState = {
      undo: undo ? commandOf(undo) : null,
      redo: redo ? commandOf(redo) : null,
      step: typeof step === 'number' ? step : 0,
    }
    const { undo: undoBefore, redo: redoBefore, step: stepBefore } = this.#state
    if (next.undo === undoBefore && next.redo === redoBefore && next.step === stepBefore) return
    this.#state = next
    for (const listener of this.#listeners) listener()
  }
}

type StackItem = Y.UndoManager['undoStack'][number]

function commandOf(item: StackItem): string {
  const command: unknown = item.meta.get(commandKey)
  return typeof command === 'string' ? command : ''
}
