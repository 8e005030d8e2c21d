import { BoardSession, type SessionSurroundings } from './board-session.ts'

interface Kept {
  readonly opening: Promise<BoardSession>
  holders: number
}

/**
 * Keeps one session per board for all who hold it.
 *
 * Concurrency: React's StrictMode lets go and takes hold again at once; a session is only closed when nobody has taken
 * it back by the end of the task, and a board that is still closing is opened anew only after its store is free.
 */
export class SessionKeeper {
  readonly #surroundings: SessionSurroundings
  readonly #kept = new Map<string, Kept>()
  readonly #closing = new Map<string, Promise<void>>()

  constructor(surroundings: SessionSurroundings) {
    this.#surroundings = surroundings
  }

  /** Opens a board, or shares the session that is open. Every hold is let go once. */
  hold(boardId: string): { readonly session: Promise<BoardSession>; readonly letGo: () => void } {
    let kept = this.#kept.get(boardId)
    if (kept === undefined) {
      const before = this.#closing.get(boardId) ?? Promise.resolve()
      kept = { opening: before.then(() => BoardSession.open(boardId, this.#surroundings)), holders: 0 }
      this.#kept.set(boardId, kept)
    }
    const held = kept
    held.holders++
    let gone = false
    const letGo = () => {
      if (gone) return
      gone = true
      held.holders--
      queueMicrotask(() => this.#closeUnlessHeld(boardId, held))
    }
    return { session: held.opening, letGo }
  }

  #closeUnlessHeld(boardId: string, kept: Kept): void {
    if (kept.holders > 0 || this.#kept.get(boardId) !== kept) return
    this.#kept.delete(boardId)
    const closed = kept.opening.then((session) => session.close())
    this.#closing.set(boardId, closed)
    void closed.finally(() => {
      if (this.#closing.get(boardId) === closed) this.#closing.delete(boardId)
    })
  }
}
