import * as Y from 'yjs'
import { ENTITY_KINDS } from '@schakelbord/shared/model/entity-kinds'
import type { RelayLimits } from '@schakelbord/shared/protocol/relay-limits'
import { PlaceFinder } from './place-finder.ts'
import type { Place } from './place-finder.ts'
import type { UpdateFacts } from './update-facts.ts'

/** The roots that hold a flat map of JSON values; every other root is kept and passed on within the limits. */
const flatRoots: ReadonlySet<string> = new Set(['board', 'meta', ...ENTITY_KINDS])

const maxJsonDepth = 16

/** A key, or a part of one, that would reach the prototype of whoever builds a plain object from it. */
function isTreacherous(key: string): boolean {
  return key.split('/').includes('__proto__')
}

function isJson(value: unknown, depth: number): boolean {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth <= 0) return false
  if (Array.isArray(value)) return value.every((member) => isJson(member, depth - 1))
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.entries(value).every(([key, member]) => key !== '__proto__' && isJson(member, depth - 1))
}

/** A birth value lies there as text; what it says may be nested no deeper than what lies there as it is. */
function isBirth(key: string, value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('{') && !key.includes('/')
}

/** Nonsense is kept as the text it is: it reads as nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function faultOfFlatEntry(item: Y.Item, key: string | null): string | undefined {
  if (key === null) return 'a known root holds a list'
  const { content } = item
  if (content instanceof Y.ContentDeleted) return undefined
  if (!(content instanceof Y.ContentAny || content instanceof Y.ContentJSON))
    return 'a known root holds what is no value'
  const values: readonly unknown[] = content.arr
  return values.every((value) => isJson(isBirth(key, value) ? parsed(value) : value, maxJsonDepth))
    ? undefined
    : 'a value is no plain data, or nested too deep'
}

function isGone(item: Y.Item, { deletions }: UpdateFacts): boolean {
  return item.content instanceof Y.ContentDeleted || deletions.holds(item)
}

function faultOf(item: Y.Item, place: Place, limits: RelayLimits): string | undefined {
  const { root, key, depth } = place
  if (root.length > limits.maxKeyLength || isTreacherous(root)) return 'the name of a root is too long or reserved'
  if (key !== null && (key.length > limits.maxKeyLength || isTreacherous(key))) return 'a key is too long or reserved'
  // Yjs never writes one; it would be kept or removed by the order of arrival, and two readers end with two boards.
  if (key !== null && item.rightOrigin !== null) return 'an entry of a map with a neighbour on its right'
  if (depth > limits.maxNestingDepth) return 'types are nested too deep'
  if (item.content instanceof Y.ContentDoc) return 'a document inside the document'
  return flatRoots.has(root) ? faultOfFlatEntry(item, key) : undefined
}

/**
 * Says what in an update breaks the board's shape, looking only at what it adds; `undefined` where nothing does.
 *
 * The update must be complete (see `isComplete`); it is not applied.
 */
export function findShapeFault(doc: Y.Doc, facts: UpdateFacts, limits: RelayLimits): string | undefined {
  const finder = new PlaceFinder(doc, facts)
  for (const struct of facts.structs) {
    if (!(struct instanceof Y.Item)) continue
    const place = finder.placeOf(struct)
    const fault = place && faultOf(struct, place, limits)
    // Undo leaves such behind, all of it removed; a living one is torn apart by whatever comes to hang in its middle.
    if (place && place.key !== null && struct.length > 1 && !isGone(struct, facts)) return 'a key with several values'
    if (place && !finder.hasNeighboursAtHome(struct)) return 'an item between two places'
    if (fault !== undefined) return fault
  }
  return undefined
}
