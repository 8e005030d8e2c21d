import {
  readAwarenessState,
  type AwarenessDrag,
  type AwarenessUser,
} from '@schakelbord/shared/protocol/awareness-state'
import type { Awareness } from 'y-protocols/awareness'
import { currentPerson, subscribePerson } from './person.ts'

/** A colleague on the board; one entry per person, however many windows are open. */
export interface Peer extends AwarenessUser {
  readonly clientId: number
  /** Which screen is open there. */
  readonly view: string | null
  /** Which card is open there. */
  readonly card: string | null
}

/** A card in a colleague's hand, not yet dropped. */
export interface DragGhost extends AwarenessDrag {
  readonly clientId: number
  readonly user: AwarenessUser
}

/** Units: at most ten messages a second leave this window. */
const throttleMs = 100
/** Units: other people's programs forget who has said nothing for 30 s. */
const renewMs = 14_000

/**
 * The field in which the notes' editor tells where its cursor is; this window's own messages leave it as it is.
 *
 * Source: y-prosemirror reads colleagues' cursors from this field, whatever the field it is told to write.
 */
export const NOTES_CURSOR_FIELD = 'cursor'

/** Where everybody is, and what this window tells about itself. Never part of the document. */
export class Presence {
  /** For what binds to it by itself, such as the cursors in the notes; everything else goes through this class. */
  readonly awareness: Awareness
  readonly #listeners = new Map<'peers' | 'drags', Set<() => void>>([
    ['peers', new Set()],
    ['drags', new Set()],
  ])
  readonly #stopListening: () => void
  #peers: readonly Peer[] = []
  #drags: readonly DragGhost[] = []
  #own: { view: string; card: string | null; drag: AwarenessDrag | null } = { view: '', card: null, drag: null }
  readonly #upkeep: ReturnType<typeof setInterval>
  #timer: ReturnType<typeof setTimeout> | undefined
  #dirty = false

  constructor(awareness: Awareness) {
    this.awareness = awareness
    // Its own upkeep goes by the clock on the wall: set back by years it would say nothing more of us, set forward it would
    // forget everybody. The relay says when somebody leaves, and a line that is lost forgets all by itself.
    clearInterval(awareness._checkInterval as ReturnType<typeof setInterval>)
    this.#upkeep = setInterval(() => awareness.setLocalState(awareness.getLocalState()), renewMs)
    const onChange = () => this.#read()
    awareness.on('change', onChange)
    const endPerson = subscribePerson(() => this.#tell())
    this.#stopListening = () => {
      awareness.off('change', onChange)
      endPerson()
    }
    this.#tell()
    this.#read()
  }

  /** Colleagues on the board, this person's other windows left out. */
  peers(): readonly Peer[] {
    return this.#peers
  }

  /** Cards that colleagues hold at this moment. */
  drags(): readonly DragGhost[] {
    return this.#drags
  }

  /** Tells when the colleagues, or the cards in their hands, changed. */
  subscribe(topic: 'peers' | 'drags', listener: () => void): () => void {
    this.#listeners.get(topic)?.add(listener)
    return () => this.#listeners.get(topic)?.delete(listener)
  }

  /** Says which screen is open in this window. */
  setView(view: string): void {
    if (this.#own.view === view) return
    this.#own = { ...this.#own, view }
    this.#tell()
  }

  /** Says which card is open in this window. */
  setCard(card: string | null): void {
    if (this.#own.card === card) return
    this.#own = { ...this.#own, card }
    this.#tell()
  }

  /** Says which card this person holds and over which place; `null` when it is dropped or put back. */
  setDrag(drag: AwarenessDrag | null): void {
    if (JSON.stringify(this.#own.drag) === JSON.stringify(drag)) return
    this.#own = { ...this.#own, drag }
    this.#tell()
  }

  /** Stops telling and listening. */
  destroy(): void {
    clearTimeout(this.#timer)
    clearInterval(this.#upkeep)
    this.#stopListening()
    this.awareness.setLocalState(null)
  }

  #tell(): void {
    this.#dirty = true
    if (this.#timer !== undefined) return
    this.#send()
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#dirty) this.#tell()
    }, throttleMs)
  }

  #send(): void {
    this.#dirty = false
    const { id, name, discipline, colour } = currentPerson()
    const { view, card, drag } = this.#own
    const notesCursor: unknown = this.awareness.getLocalState()?.[NOTES_CURSOR_FIELD]
    this.awareness.setLocalState({
      user: { id, name, discipline, colour },
      ...(notesCursor === undefined ? {} : { [NOTES_CURSOR_FIELD]: notesCursor }),
      ...(view === '' ? {} : { view }),
      ...(card === null ? {} : { card }),
      ...(drag === null ? {} : { drag }),
    })
  }

  #read(): void {
    const own = currentPerson().id
    const peers = new Map<string, Peer>()
    const drags: DragGhost[] = []
    for (const [clientId, raw] of this.awareness.getStates()) {
      if (clientId === this.awareness.clientID) continue
      const state = readAwarenessState(raw, clientId)
      if (state === undefined) continue
      const { user, view = null, card = null, drag } = state
      if (drag !== undefined) drags.push({ clientId, user, ...drag })
      const known = peers.get(user.id)
      if (user.id !== own && (known === undefined || known.card === null)) {
        peers.set(user.id, { ...user, clientId, view, card })
      }
    }
    const list = [...peers.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    if (JSON.stringify(list) !== JSON.stringify(this.#peers)) {
      this.#peers = list
      for (const listener of this.#listeners.get('peers') ?? []) listener()
    }
    if (JSON.stringify(drags) !== JSON.stringify(this.#drags)) {
      this.#drags = drags
      for (const listener of this.#listeners.get('drags') ?? []) listener()
    }
  }
}
