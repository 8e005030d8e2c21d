import type * as Y from 'yjs'
import type { Card, Edit } from '../card.ts'

/** One way to keep cards in a Yjs document. */
export interface Shape {
  readonly id: string
  readonly says: string
  /** Writes a card that is not there yet. */
  create(doc: Y.Doc, card: Card): void
  /** Writes one gesture, as one transaction. */
  edit(doc: Y.Doc, edit: Edit): void
  /** Every card as a plain object. */
  readAll(doc: Y.Doc): Map<string, Card>
}
