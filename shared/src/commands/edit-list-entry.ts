import type { BoardDocument } from '../model/board-document.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Changes fields of a target group, place, person, partner or collection part; each is a key of its own. */
export function editListEntry(
  board: BoardDocument,
  actor: Actor,
  input: {
    readonly kind: 'targetGroups' | 'places' | 'people' | 'partners' | 'collectionParts'
    readonly id: string
    readonly changes: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
  },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'edit-list-entry', () => {
    const table = board.entities[input.kind]
    if (!table.isAlive(input.id)) return refuse('not-found')
    for (const field of ['name', 'title']) {
      const value = input.changes[field]
      if (typeof value === 'string' && value.trim() === '') return refuse('title-missing')
    }
    for (const [field, value] of Object.entries(input.changes)) table.write(input.id, field, value)
    return { ok: true, value: null }
  })
}
