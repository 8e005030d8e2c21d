import * as Y from 'yjs'
import { Random } from '../measure/random.ts'
import { canonical, changedFields } from './card.ts'
import { makeEdit, makeYear } from './made-up-year.ts'
import type { Shape } from './shapes/shape.ts'

const people = [101, 202, 303, 404, 505] as const
const editsPerCard = 5

/**
 * The encoded state of a document in which `count` cards were made and five people then made five times as many edits.
 *
 * They take turns edit by edit, each having seen all before: the client ids and clocks are those of five people.
 *
 * Errors: throws when the document does not read as the cards do after the same edits.
 */
export function buildState(shape: Shape, count: number): Uint8Array {
  const random = new Random(count)
  const doc = new Y.Doc()
  const year = makeYear(random, count)
  const expected = new Map(year.map((card) => [card.id, card]))
  doc.clientID = 1
  doc.transact(() => {
    for (const card of year) shape.create(doc, card)
  })
  for (let step = 0; step < count * editsPerCard; step++) {
    doc.clientID = random.of(people)
    const edit = makeEdit(random, count)
    const before = expected.get(edit.id)
    if (before !== undefined) expected.set(edit.id, { ...before, ...changedFields(before, edit) })
    shape.edit(doc, edit)
  }
  const read = shape.readAll(doc)
  for (const [id, card] of expected) {
    const found = read.get(id)
    if (found === undefined || canonical(found) !== canonical(card)) {
      throw new Error(`The shape ${shape.id} reads card ${id} as ${JSON.stringify(found)}, not ${JSON.stringify(card)}`)
    }
  }
  return Y.encodeStateAsUpdate(doc)
}
