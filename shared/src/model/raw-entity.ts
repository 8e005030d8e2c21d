import { FIELD_SHAPES, memberKey, type EntityKind } from './entity-kinds.ts'

/** An entity as the board file writes it, before anything is checked. */
export type RawEntity = { readonly [field: string]: unknown }

/** What later gestures wrote for one entity: the part of the key behind the id, and its value. */
export interface Override {
  readonly field: string
  readonly member?: string
  readonly value: unknown
}

/** The key in a birth value that says to which start its dates belong; never exported. */
export const ANCHOR = '$anchor'

/** The key of an activity's placement: dates and lane, one gesture, one value (see `Placement`). */
export const AT = '$at'

/** The key of an activity's phase together with its reason. */
export const PHASE = '$phase'

/** The key of the dates of a message or step together with their anchor. */
export const ON = '$on'

/** The key of the tombstone: when and by whom it was put in the bin; `null` once it is restored. */
export const GONE = '$gone'

/** The key in a birth value that says where in its list it stands: a fractional key. Imported lists have none. */
export const ORDER = '$order'

/** Tells whether a value is a plain record. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A birth value as it lies in the document: JSON text, since nothing is ever changed within it.
 *
 * One string is decoded where an object would be twenty, which halves the time a board takes to open (ADR 0001).
 */
export function writeBirth(birth: RawEntity): string {
  return JSON.stringify(birth)
}

/** Reads the text of a birth value; `undefined` for text that is no record. */
export function readBirth(text: string): RawEntity | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * Puts a birth value and everything written later together.
 *
 * Shape: the fields of the board file, plus the grouped keys (`$at`, `$phase`, `$on`) still as they were written; what they
 * mean is said by the reader of each kind. Anything unknown is kept.
 */
export function mergeEntity(kind: EntityKind, birth: unknown, overrides: readonly Override[]): RawEntity | undefined {
  if (!isRecord(birth)) return undefined
  if (overrides.length === 0) return birth
  const merged: Record<string, unknown> = { ...birth }
  const shapes = FIELD_SHAPES[kind]
  const members = new Map<string, { member: string; value: unknown }[]>()
  for (const { field, member, value } of overrides) {
    if (member === undefined) merged[field] = value
    else {
      const list = members.get(field)
      if (list) list.push({ member, value })
      else members.set(field, [{ member, value }])
    }
  }
  for (const [field, changes] of members) {
    const shape = shapes?.[field] ?? 'record'
    const before = merged[field]
    if (shape === 'set') merged[field] = mergeSet(before, changes)
    else if (shape === 'keyed') merged[field] = mergeKeyed(field, before, changes)
    else merged[field] = mergeRecord(before, changes)
  }
  return merged
}

type Change = { readonly member: string; readonly value: unknown }

/** Members carry their order as a number; `null` is a member that was taken out. */
function mergeSet(before: unknown, changes: readonly Change[]): unknown[] {
  const order = new Map<unknown, number>()
  if (Array.isArray(before)) before.forEach((id, index) => order.set(id, index))
  for (const { member, value } of changes) {
    if (typeof value === 'number') order.set(member, value)
    else order.delete(member)
  }
  return [...order].sort(([a, x], [b, y]) => x - y || (String(a) < String(b) ? -1 : 1)).map(([id]) => id)
}

function mergeRecord(before: unknown, changes: readonly Change[]): Record<string, unknown> {
  const record: Record<string, unknown> = Object.assign(Object.create(null), isRecord(before) ? before : {})
  for (const { member, value } of [...changes].sort(byMember)) {
    if (value === undefined || value === null) delete record[member]
    else record[member] = value
  }
  return { ...record }
}

function mergeKeyed(field: string, before: unknown, changes: readonly Change[]): unknown[] {
  const list = new Map<string, unknown>()
  if (Array.isArray(before)) {
    before.forEach((entry, index) => {
      const key = memberKey(field, entry, index)
      list.set(list.has(key) ? `${key}~${index}` : key, entry)
    })
  }
  for (const { member, value } of [...changes].sort(byMember)) {
    if (value === null || value === undefined) list.delete(member)
    else list.set(member, value)
  }
  return [...list.values()]
}

// Sorted, so that every device lists the same, whatever the order in which updates arrived.
const byMember = (a: Change, b: Change): number => (a.member < b.member ? -1 : a.member > b.member ? 1 : 0)
