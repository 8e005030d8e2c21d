import type * as Y from 'yjs'
import type { EntityKind } from './entity-kinds.ts'
import { entityIdOfKey, fieldKey, parseEntityKey } from './entity-keys.ts'
import { isEntityId } from './ids.ts'
import {
  GONE,
  isRecord,
  mergeEntity,
  ORDER,
  readBirth,
  writeBirth,
  type Override,
  type RawEntity,
} from './raw-entity.ts'

const keptBirths = 256

/** When and by whom an entity was put in the bin. */
export interface Tombstone {
  /** Units: ISO 8601 instant, UTC. For people to read; nothing is ordered by it. */
  readonly at: string
  readonly by: string
}

/**
 * Typed access to one root map, with the keys of each entity at hand.
 *
 * Concurrency: the index of keys follows the document by observation; values are always read from the document itself.
 */
export class EntityTable {
  readonly kind: EntityKind
  readonly map: Y.Map<unknown>
  readonly #overrideKeys = new Map<string, Set<string>>()
  readonly #births = new Map<string, { readonly value: unknown; readonly birth: RawEntity | undefined }>()

  constructor(kind: EntityKind, map: Y.Map<unknown>) {
    this.kind = kind
    this.map = map
    for (const key of map.keys()) this.#indexKey(key)
    map.observe((event) => {
      for (const key of event.keysChanged) this.#indexKey(key)
    })
  }

  #indexKey(key: string): void {
    const id = entityIdOfKey(key)
    if (id === key) return
    const keys = this.#overrideKeys.get(id)
    if (this.map.has(key)) {
      if (keys) keys.add(key)
      else this.#overrideKeys.set(id, new Set([key]))
    } else if (keys) {
      keys.delete(key)
      if (keys.size === 0) this.#overrideKeys.delete(id)
    }
  }

  /** Ids of all entities that were made here, those in the bin included. */
  *ids(): IterableIterator<string> {
    for (const key of this.map.keys()) if (!key.includes('/') && isEntityId(key)) yield key
  }

  /** Ids in the order of the list: the imported ones as the file had them, then the others by their order key. */
  orderedIds(): readonly string[] {
    const imported: string[] = []
    const added: { readonly id: string; readonly order: string }[] = []
    for (const id of this.ids()) {
      const order = this.birth(id)?.[ORDER]
      if (typeof order === 'string') added.push({ id, order })
      else imported.push(id)
    }
    added.sort((a, b) => (a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1))
    return [...imported, ...added.map(({ id }) => id)]
  }

  /** Tells whether an entity was made here; it may lie in the bin. */
  has(id: string): boolean {
    return this.birth(id) !== undefined
  }

  /** Tells whether an entity was made here and does not lie in the bin. */
  isAlive(id: string): boolean {
    return this.has(id) && !this.isGone(id)
  }

  /** Tells whether an entity lies in the bin itself (not: hangs on something that does). */
  isGone(id: string): boolean {
    return this.tombstone(id) !== null
  }

  /** The tombstone of an entity, or `null`. */
  tombstone(id: string): Tombstone | null {
    const value = this.map.get(fieldKey(id, GONE))
    if (!isRecord(value)) return null
    return {
      at: typeof value['at'] === 'string' ? value['at'] : '',
      by: typeof value['by'] === 'string' ? value['by'] : '',
    }
  }

  /** The birth value alone. */
  birth(id: string): RawEntity | undefined {
    const value = this.map.get(id)
    if (typeof value !== 'string') return isRecord(value) ? value : undefined
    const known = this.#births.get(id)
    if (known?.value === value) return known.birth
    const birth = readBirth(value)
    // Asked for a few times in a row, seldom later: what the screens need of it lies in their snapshots.
    if (this.#births.size >= keptBirths) this.#births.clear()
    this.#births.set(id, { value, birth })
    return birth
  }

  /** Birth value and everything written later, put together. */
  merged(id: string): RawEntity | undefined {
    const keys = this.#overrideKeys.get(id)
    if (keys === undefined) return this.birth(id)
    const overrides: Override[] = []
    for (const key of keys) {
      const { field, member } = parseEntityKey(key)
      if (field === undefined || field === GONE || !this.map.has(key)) continue
      const value = this.map.get(key)
      overrides.push(member === undefined ? { field, value } : { field, member, value })
    }
    return mergeEntity(this.kind, this.birth(id), overrides)
  }

  /** Writes a birth value. Only commands call this, inside their transaction. */
  create(id: string, birth: RawEntity): void {
    this.map.set(id, writeBirth(birth))
  }

  /** Writes one field, or one member of it; equal values are not written again. */
  write(id: string, field: string, value: unknown, member?: string): void {
    const key = fieldKey(id, field, member)
    if (JSON.stringify(this.map.get(key)) !== JSON.stringify(value) || !this.map.has(key)) this.map.set(key, value)
  }
}
