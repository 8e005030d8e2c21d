import type * as Y from 'yjs'
import { withMember, type Card, type Edit, type Owner } from '../card.ts'
import type { Shape } from './shape.ts'

const cards = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('activities')

/** A flat root map: `<id>` holds the card as it was born, `<id>/<field>` or `<id>/<field>/<member>` a later gesture. */
export const flat = flatShape({
  id: 'flat',
  says: 'flat root map: birth value as text and a key per gesture',
  write: (card) => JSON.stringify(card),
  read: (value) => JSON.parse(value as string) as Card,
})

/** The same with the birth value as an object. */
export const flatObjects = flatShape({
  id: 'flat-objects',
  says: 'flat root map: birth value as an object and a key per gesture',
  write: (card) => card,
  read: (value) => value as Card,
})

interface Births {
  readonly id: string
  readonly says: string
  write(card: Card): unknown
  read(value: unknown): Card
}

function flatShape(births: Births): Shape {
  return {
    id: births.id,
    says: births.says,
    create: (doc, card) => {
      cards(doc).set(card.id, births.write(card))
    },
    edit: (doc, edit) => {
      const [field, value] = keyOf(edit)
      cards(doc).set(`${edit.id}/${field}`, value)
    },
    readAll: (doc) => {
      const map = cards(doc)
      const overrides = new Map<string, string[]>()
      for (const key of map.keys()) {
        const slash = key.indexOf('/')
        if (slash < 0) continue
        const id = key.slice(0, slash)
        const keys = overrides.get(id)
        if (keys) keys.push(key)
        else overrides.set(id, [key])
      }
      const all = new Map<string, Card>()
      for (const [key, value] of map.entries()) {
        if (!key.includes('/')) all.set(key, merged(births.read(value), overrides.get(key) ?? [], map))
      }
      return all
    },
  }
}

function keyOf(edit: Edit): readonly [string, unknown] {
  switch (edit.kind) {
    case 'title':
      return ['title', edit.title]
    case 'place':
      return ['$at', { start: edit.start, end: edit.end, groupId: edit.groupId, placeId: edit.placeId }]
    case 'phase':
      return ['$phase', { phase: edit.phase }]
    case 'value':
      return [`valueIds/${edit.valueId}`, edit.on]
    case 'owner':
      return [`owners/${edit.owner.discipline}`, edit.owner]
    case 'field':
      return [`fields/${edit.key}`, edit.value]
    case 'check':
      return [`marketingChecklist/${edit.item}`, edit.checked]
    case 'attendance':
      return ['attendance', edit.attendance]
  }
}

type Writable = { -readonly [Field in keyof Card]: Card[Field] }

/** One copy of the card that was born, with what later gestures wrote. */
function merged(birth: Card, keys: readonly string[], map: Y.Map<unknown>): Card {
  if (keys.length === 0) return birth
  const card: Writable = { ...birth }
  for (const key of keys) {
    const [, field = '', member = ''] = key.split('/')
    const value = map.get(key)
    if (field === '$at' || field === '$phase') Object.assign(card, value)
    else if (field === 'valueIds') card.valueIds = withMember(card.valueIds, member, value === true)
    else if (field === 'owners') {
      card.owners = [...card.owners.filter(({ discipline }) => discipline !== member), value as Owner]
    } else if (field === 'fields') card.fields = { ...card.fields, [member]: value as string }
    else if (field === 'marketingChecklist') {
      card.marketingChecklist = { ...card.marketingChecklist, [member]: value as boolean }
    } else Object.assign(card, { [field]: value })
  }
  return card
}
