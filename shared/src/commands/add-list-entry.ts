import { generateKeyBetween } from 'fractional-indexing'
import type { BoardDocument } from '../model/board-document.ts'
import type { EntityTable } from '../model/entity-table.ts'
import { newId } from '../model/ids.ts'
import { ORDER } from '../model/raw-entity.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Something for one of the board's own lists. */
export type ListEntry =
  | { readonly kind: 'targetGroups'; readonly name: string; readonly reach?: 'reached' | 'thin' | 'not-yet' }
  | { readonly kind: 'places'; readonly name: string; readonly placeKind?: string }
  | { readonly kind: 'people'; readonly name: string; readonly discipline: string; readonly roleId?: string | null }
  | { readonly kind: 'partners'; readonly name: string; readonly kindId?: string }

/** Adds a target group, place, person or partner to the board's lists; a name is enough. */
export function addListEntry(
  board: BoardDocument,
  actor: Actor,
  entry: ListEntry,
): CommandResult<{ readonly id: string }> {
  return runCommand<{ readonly id: string }>(board, actor, 'add-list-entry', () => {
    const name = entry.name.trim()
    if (name === '') return refuse('title-missing')
    const id = newId()
    const order = generateKeyBetween(lastOrder(board.entities[entry.kind]), null)
    board.entities[entry.kind].create(id, { id, name, ...detailsOf(entry, name), [ORDER]: order })
    return { ok: true, value: { id } }
  })
}

function detailsOf(entry: ListEntry, name: string): Record<string, unknown> {
  switch (entry.kind) {
    case 'targetGroups':
      return { reach: entry.reach ?? 'not-yet', segmentCodes: [] }
    case 'places':
      return { kind: entry.placeKind ?? 'branch' }
    case 'people':
      return { initials: initialsOf(name), discipline: entry.discipline, roleId: entry.roleId ?? null }
    case 'partners':
      return { kindId: entry.kindId ?? 'community-group' }
  }
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  return words
    .map((word) => [...word][0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase()
}

function lastOrder(table: EntityTable): string | null {
  let last: string | null = null
  for (const id of table.ids()) {
    const order = table.birth(id)?.[ORDER]
    if (typeof order === 'string' && (last === null || order > last)) last = order
  }
  return last
}
