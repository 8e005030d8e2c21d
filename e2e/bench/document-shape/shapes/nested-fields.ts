import * as Y from 'yjs'
import { changedFields, type Card } from '../card.ts'
import type { Shape } from './shape.ts'

const cards = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('activities')
const read = (card: Y.Map<unknown>): Card => Object.fromEntries(card.entries()) as Partial<Card> as Card

/** A map per card with a key per field. */
export const nestedFields: Shape = {
  id: 'nested-fields',
  says: 'a Y.Map per card, a key per field',
  create: (doc, card) => {
    cards(doc).set(card.id, new Y.Map(Object.entries(card)))
  },
  edit: (doc, edit) => {
    const card = cards(doc).get(edit.id)
    if (card === undefined) return
    doc.transact(() => {
      for (const [field, value] of Object.entries(changedFields(read(card), edit))) {
        if (JSON.stringify(card.get(field)) !== JSON.stringify(value)) card.set(field, value)
      }
    })
  },
  readAll: (doc) => new Map(Array.from(cards(doc).entries(), ([id, card]) => [id, read(card)])),
}
