import * as Y from 'yjs'
import { changedFields, type Card } from '../card.ts'
import type { Shape } from './shape.ts'

const cards = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('activities')
const setFields: ReadonlySet<string> = new Set(['targetGroupIds', 'valueIds', 'themeIds', 'layerIds', 'partnerIds'])
const recordFields: ReadonlySet<string> = new Set(['fields', 'marketingChecklist'])

/** A map per card with a key per field, and maps within for what is a set or a record. */
export const nestedSets: Shape = {
  id: 'nested-sets',
  says: 'a Y.Map per card, a Y.Map within for each set and record',
  create: (doc, card) => {
    cards(doc).set(card.id, new Y.Map(Object.entries(card).map(([field, value]) => [field, written(field, value)])))
  },
  edit: (doc, edit) => {
    const card = cards(doc).get(edit.id)
    if (card === undefined) return
    doc.transact(() => {
      if (edit.kind === 'value') {
        const set = card.get('valueIds') as Y.Map<unknown>
        if (edit.on) set.set(edit.valueId, 0)
        else set.delete(edit.valueId)
      } else if (edit.kind === 'field') (card.get('fields') as Y.Map<unknown>).set(edit.key, edit.value)
      else if (edit.kind === 'check') {
        const list = card.get('marketingChecklist') as Y.Map<unknown>
        list.set(edit.item, edit.checked)
      } else {
        for (const [field, value] of Object.entries(changedFields(read(card), edit))) {
          if (JSON.stringify(card.get(field)) !== JSON.stringify(value)) card.set(field, value)
        }
      }
    })
  },
  readAll: (doc) => new Map(Array.from(cards(doc).entries(), ([id, card]) => [id, read(card)])),
}

function written(field: string, value: unknown): unknown {
  if (setFields.has(field)) return new Y.Map((value as string[]).map((id, index) => [id, index]))
  return recordFields.has(field) ? new Y.Map(Object.entries(value as object)) : value
}

function read(card: Y.Map<unknown>): Card {
  const plain: Record<string, unknown> = {}
  for (const [field, value] of card.entries()) {
    if (!(value instanceof Y.Map)) plain[field] = value
    else if (setFields.has(field)) {
      const members = [...(value as Y.Map<number>).entries()].sort(([, a], [, b]) => a - b)
      plain[field] = members.map(([id]) => id)
    } else plain[field] = Object.fromEntries(value.entries())
  }
  return plain as Partial<Card> as Card
}
