import * as Y from 'yjs'
import { changedFields, type Card } from '../card.ts'
import type { Shape } from './shape.ts'

type Three = { at: Pick<Card, 'start' | 'end' | 'groupId' | 'placeId'>; title: string; meta: Partial<Card> }

const cards = (doc: Y.Doc): Y.Map<Y.Map<Three[keyof Three]>> => doc.getMap('activities')

/** A map per card with three keys: where it stands, its title, and all the rest in one value. */
export const nestedThree: Shape = {
  id: 'nested-three',
  says: 'a Y.Map per card with three keys: place, title, the rest as one value',
  create: (doc, card) => {
    const { start, end, groupId, placeId, title, ...meta } = card
    const three = new Y.Map<Three[keyof Three]>([
      ['at', { start, end, groupId, placeId }],
      ['title', title],
      ['meta', meta],
    ])
    cards(doc).set(card.id, three)
  },
  edit: (doc, edit) => {
    const card = cards(doc).get(edit.id)
    if (card === undefined) return
    const { start, end, groupId, placeId, title, ...meta } = { ...read(card), ...changedFields(read(card), edit) }
    if (edit.kind === 'place') card.set('at', { start, end, groupId, placeId })
    else if (edit.kind === 'title') card.set('title', title)
    else card.set('meta', meta)
  },
  readAll: (doc) => new Map(Array.from(cards(doc).entries(), ([id, card]) => [id, read(card)])),
}

function read(card: Y.Map<Three[keyof Three]>): Card {
  return { ...(card.get('meta') as object), ...(card.get('at') as object), title: card.get('title') } as Card
}
