import { isSameTarget, type DropTarget, type Grip } from './grip.ts'

/** What is held, how, and where it would land. */
export interface DragState {
  readonly grip: Grip | null
  readonly by: 'pointer' | 'keyboard'
  /** `null` outside the board: letting go puts it back. */
  readonly target: DropTarget | null
  /** Where it was gripped. Units: CSS pixels from its left edge. */
  readonly gripX: number
  /** Letting go makes a copy and leaves the card where it is. */
  readonly isCopy: boolean
}

const empty: DragState = { grip: null, by: 'pointer', target: null, gripX: 0, isCopy: false }

/** The hand of this person: a store beside React, so that moving draws the outline and nothing else. */
export class DragHand {
  #state = empty
  readonly #listeners = new Set<() => void>()

  /** The state now; a new object only when something changed. */
  readonly get = (): DragState => this.#state

  /** Listens to every change. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes something in the hand. */
  take(grip: Grip, by: DragState['by'], target: DropTarget | null, gripX = 0): void {
    this.#become({ grip, by, target, gripX, isCopy: false })
  }

  /** Moves the hand; tells whether it is over another place now. */
  over(target: DropTarget | null): boolean {
    if (this.#state.grip === null || isSameTarget(this.#state.target, target)) return false
    this.#become({ ...this.#state, target })
    return true
  }

  /** Says whether letting go would copy: it follows the key, also halfway. */
  copy(isCopy: boolean): void {
    if (this.#state.grip?.kind === 'card' && this.#state.isCopy !== isCopy) this.#become({ ...this.#state, isCopy })
  }

  /** Opens the hand and gives what it held. */
  release(): DragState {
    const held = this.#state
    if (held !== empty) this.#become(empty)
    return held
  }

  #become(state: DragState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
