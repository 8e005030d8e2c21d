import type { EntityTable } from '../model/entity-table.ts'

/** Puts a member at the end of a `set` field, or takes it out; tells whether that changed anything. */
export function writeSetMember(table: EntityTable, id: string, field: string, memberId: string, on: boolean): boolean {
  const merged = table.merged(id)?.[field]
  const members: readonly unknown[] = Array.isArray(merged) ? merged : []
  if (members.includes(memberId) === on) return false
  if (on) appendSetMember(table, id, field, memberId)
  else table.write(id, field, null, memberId)
  return true
}

/** Puts a member at the end of a `set` field with a key of its own, also where its birth value already names it. */
export function appendSetMember(table: EntityTable, id: string, field: string, memberId: string): void {
  const merged = table.merged(id)?.[field]
  table.write(id, field, lastOrder(table, id, field, Array.isArray(merged) ? merged.length : 0) + 1, memberId)
}

/** Birth members count from 0 by their place; later ones carry their order as a number. */
function lastOrder(table: EntityTable, id: string, field: string, count: number): number {
  const birth = table.birth(id)?.[field]
  let last = Math.max(count, Array.isArray(birth) ? birth.length : 0) - 1
  const prefix = `${id}/${field}/`
  for (const [key, value] of table.map.entries()) {
    if (typeof value === 'number' && key.startsWith(prefix)) last = Math.max(last, value)
  }
  return last
}
