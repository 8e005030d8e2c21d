import { boardFileToUpdate } from '@schakelbord/shared/exchange/board-file-to-update'
import { openBoardDocument, type BoardDocument } from '@schakelbord/shared/model/board-document'
import { BoardView } from '@schakelbord/shared/views/board-view'
import * as Y from 'yjs'
import type { BenchCard } from './bench-card.ts'
import { boardFileOf } from './bench-board-file.ts'

/**
 * A board as a window has it, and a colleague whose changes arrive as updates from the wire.
 *
 * The colleague's document holds only what the colleague wrote: the bytes are the same, since every gesture has a key of
 * its own.
 */
export class BenchBoard {
  readonly board: BoardDocument
  readonly view: BoardView
  readonly #doc = new Y.Doc()
  readonly #colleague = new Y.Doc()
  readonly #wire = { name: 'wire' }

  /** A board that has not come yet: nothing is in it. */
  constructor() {
    this.board = openBoardDocument(this.#doc)
    this.view = new BoardView(this.board)
  }

  /** Lets the whole board arrive, in one update as the relay sends it. */
  receiveBoard(cards: readonly BenchCard[]): void {
    const firstUpdate = boardFileToUpdate(boardFileOf(cards))
    performance.mark('bench-bytes-ready')
    Y.applyUpdate(this.#doc, firstUpdate, this.#wire)
  }

  /** Lets titles that a colleague wrote arrive, in one update. */
  receiveTitles(titles: Iterable<readonly [id: string, title: string]>): void {
    const before = Y.encodeStateVector(this.#colleague)
    const { activities } = openBoardDocument(this.#colleague).entities
    for (const [id, title] of titles) activities.write(id, 'title', title)
    Y.applyUpdate(this.#doc, Y.encodeStateAsUpdate(this.#colleague, before), this.#wire)
  }

  /** Lets go of the board. */
  destroy(): void {
    this.view.destroy()
    this.#doc.destroy()
    this.#colleague.destroy()
  }
}
