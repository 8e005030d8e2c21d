/** A place on the board that can have the focus. Units: `day` is the day number of the column's first day. */
export interface ActivePlace {
  readonly laneId: string
  readonly day: number
  /** `null` for an empty cell. */
  readonly cardId: string | null
}

/** What this person is doing on the board; never part of the document. */
export interface InteractionState {
  readonly active: ActivePlace | null
  /** The card whose preview is open. */
  readonly selectedId: string | null
  /** The card in my hand. */
  readonly heldId: string | null
  /** An empty cell in which a title is being typed. */
  readonly draft: { readonly laneId: string; readonly day: number } | null
}

const idle: InteractionState = { active: null, selectedId: null, heldId: null, draft: null }

/** The focus, the selection and the hand of one person on one board: a store, so that a lane draws only for its own. */
export class BoardInteraction {
  #state = idle
  #focusWanted = false
  /** Whether the focus was on the board last; a card that is taken away must not take the focus with it. */
  holdsFocus = false
  readonly #listeners = new Set<() => void>()

  /** The state now; a new object only when something changed. */
  readonly get = (): InteractionState => this.#state

  /** Listens to every change. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Changes part of the state. */
  set(change: Partial<InteractionState>): void {
    const next = { ...this.#state, ...change }
    if ((Object.keys(change) as (keyof InteractionState)[]).every((key) => this.#state[key] === next[key])) return
    this.#state = next
    for (const listener of this.#listeners) listener()
  }

  /** Makes a place active and asks whoever draws it to take the focus. */
  focus(active: ActivePlace, change: Partial<InteractionState> = {}): void {
    this.#focusWanted = true
    this.set({ ...change, active: { ...active } })
  }

  /** Whether the focus is asked for; asking takes the request away. */
  takeFocusRequest(): boolean {
    const wanted = this.#focusWanted
    this.#focusWanted = false
    return wanted
  }

  /** The active place if it lies in a lane. */
  activeIn(laneId: string): ActivePlace | null {
    const { active } = this.#state
    return active?.laneId === laneId ? active : null
  }
}
