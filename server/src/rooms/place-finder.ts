import * as Y from 'yjs'
import { holderOf, rootNameOf } from './root-name.ts'
import type { UpdateFacts } from './update-facts.ts'

/**
 * Where an item hangs: in which root, how many types deep, and under which key (`null` in a list or text).
 *
 * Shape: `home` is the one type it hangs in, comparable by identity and by nothing else.
 */
export interface Place {
  readonly home: unknown
  readonly root: string
  readonly depth: number
  readonly key: string | null
}

function storedPlaceOf(item: Y.Item): Place | undefined {
  let type: unknown = item.parent
  for (let depth = 1; type instanceof Y.AbstractType; depth++) {
    const holder = holderOf(type)
    if (holder === null) return { home: item.parent, root: rootNameOf(type), depth, key: item.parentSub }
    type = holder.parent
  }
  return undefined
}

function typeOf({ content }: Y.Item): unknown {
  return content instanceof Y.ContentType ? content.type : content
}

/**
 * Finds where the items of one update will hang, before the update is applied.
 *
 * Source: `Item.getMissing` in Yjs 13 – an item hangs where it says, or else where its neighbour hangs.
 */
export class PlaceFinder {
  readonly #doc: Y.Doc
  readonly #byAuthor = new Map<number, Y.Item[]>()
  readonly #found = new Map<Y.Item, Place | undefined>()
  #itemCount = 0

  constructor(doc: Y.Doc, facts: UpdateFacts) {
    this.#doc = doc
    for (const struct of facts.structs) {
      if (!(struct instanceof Y.Item)) continue
      this.#itemCount++
      const items = this.#byAuthor.get(struct.id.client)
      if (items) items.push(struct)
      else this.#byAuthor.set(struct.id.client, [struct])
    }
  }

  /**
   * The place of an item of the update; `undefined` where it hangs on something that is collected already.
   *
   * Walks in a loop and remembers what it passed: a hostile chain is as long as the frame, and may bite its tail.
   */
  placeOf(item: Y.Item): Place | undefined {
    const path: { readonly item: Y.Item; readonly home: unknown }[] = []
    let current: Y.Item | undefined = item
    let place: Place | undefined
    while (current !== undefined && path.length <= this.#itemCount) {
      const parent: unknown = current.parent
      if (this.#found.has(current)) place = this.#found.get(current)
      else if (parent instanceof Y.AbstractType) place = storedPlaceOf(current)
      else if (typeof parent === 'string')
        place = { home: this.#doc.share.get(parent) ?? parent, root: parent, depth: 1, key: current.parentSub }
      else {
        const towards: Y.ID | null = parent instanceof Y.ID ? parent : (current.origin ?? current.rightOrigin)
        const next: Y.Item | undefined = towards === null ? undefined : this.#find(towards)
        // A type that is stored is known by itself, one that comes with the update by the item that brings it.
        const home: unknown = next?.parent instanceof Y.AbstractType ? typeOf(next) : next
        path.push({ item: current, home: parent instanceof Y.ID ? home : undefined })
        current = next
        continue
      }
      break
    }
    for (const step of path.toReversed()) {
      if (step.home !== undefined && place)
        place = { home: step.home, root: place.root, depth: place.depth + 1, key: step.item.parentSub }
      this.#found.set(step.item, place)
    }
    return place
  }

  /**
   * Whether both neighbours of an item hang in the same type, as Yjs always writes them.
   *
   * Else it is kept or removed by what became of either, in the order in which that arrived.
   */
  hasNeighboursAtHome({ origin, rightOrigin }: Y.Item): boolean {
    if (origin === null || rightOrigin === null) return true
    const [left, right] = [this.#find(origin), this.#find(rightOrigin)]
    const [leftPlace, rightPlace] = [left && this.placeOf(left), right && this.placeOf(right)]
    if (leftPlace === undefined || rightPlace === undefined) return true
    return leftPlace.home === rightPlace.home && leftPlace.key === rightPlace.key
  }

  #find(id: Y.ID): Y.Item | undefined {
    const items = this.#byAuthor.get(id.client) ?? []
    let low = 0
    let high = items.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const item = items[middle]
      if (item === undefined) break
      if (id.clock < item.id.clock) high = middle - 1
      else if (id.clock >= item.id.clock + item.length) low = middle + 1
      else return item
    }
    if (id.clock >= Y.getState(this.#doc.store, id.client)) return undefined
    const stored: unknown = Y.getItem(this.#doc.store, id)
    return stored instanceof Y.Item ? stored : undefined
  }
}
