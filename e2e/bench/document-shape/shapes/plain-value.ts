import type * as Y from 'yjs'
import { changedFields, type Card } from '../card.ts'
import type { Shape } from './shape.ts'

const cards = (doc: Y.Doc): Y.Map<Card> => doc.getMap('activities')

/** The whole card as one value. */
export const plainValue: Shape = {
  id: 'plain-value',
  says: 'one plain JSON value per card',
  create: (doc, card) => {
    cards(doc).set(card.id, card)
  },
  edit: (doc, edit) => {
    const card = cards(doc).get(edit.id)
    if (card !== undefined) cards(doc).set(edit.id, { ...card, ...changedFields(card, edit) })
  },
  readAll: (doc) => new Map(cards(doc).entries()),
}
