/** What one key of a root map speaks of. */
export interface EntityKey {
  readonly id: string
  /** Absent for the birth value. */
  readonly field?: string
  /** Absent for a field that is one value. */
  readonly member?: string
}

/** Takes a key of a root map apart. */
export function parseEntityKey(key: string): EntityKey {
  const first = key.indexOf('/')
  if (first < 0) return { id: key }
  const second = key.indexOf('/', first + 1)
  if (second < 0) return { id: key.slice(0, first), field: key.slice(first + 1) }
  return { id: key.slice(0, first), field: key.slice(first + 1, second), member: key.slice(second + 1) }
}

/** The id a key belongs to, without taking the rest apart. */
export function entityIdOfKey(key: string): string {
  const slash = key.indexOf('/')
  return slash < 0 ? key : key.slice(0, slash)
}

/** The key of a field, or of one member of it. */
export function fieldKey(id: string, field: string, member?: string): string {
  return member === undefined ? `${id}/${field}` : `${id}/${field}/${member}`
}
