import * as Y from 'yjs'
import { makeEdit, makeYear } from '../../document-shape/made-up-year.ts'
import { shapes } from '../../document-shape/shapes/all-shapes.ts'
import { Random } from '../../measure/random.ts'

/** A board with a past: cards that were made, and then edited five times each. */
export interface MadeUpBoard {
  readonly cards: number
  /** All of its past in the order it happened, in pieces that fit a frame. */
  readonly updates: readonly Uint8Array[]
  readonly state: Uint8Array
  readonly stateVector: Uint8Array
}

const people = [101, 202, 303, 404, 505] as const
const editsPerCard = 5
const cardsPerUpdate = 200
const editsPerUpdate = 100
const made = new Map<number, MadeUpBoard>()

/** Makes a board of a number of cards, in the document's shape that the product keeps; the same one every time. */
export function madeUpBoard(cards: number): MadeUpBoard {
  const known = made.get(cards)
  if (known !== undefined) return known
  const [shape] = shapes
  const random = new Random(cards)
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  let emitted: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => emitted.push(update))
  const pack = (): void => {
    updates.push(Y.mergeUpdates(emitted))
    emitted = []
  }
  const year = makeYear(random, cards)
  doc.clientID = 1
  for (let from = 0; from < cards; from += cardsPerUpdate) {
    doc.transact(() => {
      for (const card of year.slice(from, from + cardsPerUpdate)) shape.create(doc, card)
    })
    pack()
  }
  for (let step = 1; step <= cards * editsPerCard; step++) {
    doc.clientID = random.of(people)
    shape.edit(doc, makeEdit(random, cards))
    if (step % editsPerUpdate === 0) pack()
  }
  const board = { cards, updates, state: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) }
  doc.destroy()
  made.set(cards, board)
  return board
}

/** Says whether a document holds at least what a state vector speaks of. */
export function holds(doc: Y.Doc, stateVector: Uint8Array): boolean {
  for (const [author, clock] of Y.decodeStateVector(stateVector)) {
    if (Y.getState(doc.store, author) < clock) return false
  }
  return doc.store.pendingStructs === null
}
