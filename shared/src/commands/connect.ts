import type { BoardDocument } from '../model/board-document.ts'
import { GONE } from '../model/raw-entity.ts'
import { joinedId, newId } from '../model/ids.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** A collection part that is there, or one to make on the spot. */
export type PartChoice =
  | { readonly id: string }
  | {
      readonly title: string
      readonly creators?: readonly string[]
      readonly isbn?: string | null
      readonly kind?: string
    }

/** What a connection became. */
export interface Connected {
  readonly connectionId: string
  readonly partId: string
  readonly madePart: boolean
}

/**
 * Connects an activity with a collection part.
 *
 * Concurrency: the id is derived from both, so two people who make the same connection at once make one.
 */
export function connect(
  board: BoardDocument,
  actor: Actor,
  input: { readonly activityId: string; readonly part: PartChoice; readonly kind?: string; readonly why?: string },
): CommandResult<Connected> {
  return runCommand<Connected>(board, actor, 'connect', () => {
    const { activityId, part } = input
    if (!board.entities.activities.isAlive(activityId)) return refuse('activity-gone')
    const parts = board.entities.collectionParts
    const madePart = !('id' in part)
    if (!madePart && !parts.isAlive(part.id)) return refuse('part-gone')
    if (madePart && part.title.trim() === '') return refuse('title-missing')
    const partId = madePart ? newId() : part.id
    const connectionId = joinedId(activityId, partId)
    const table = board.entities.connections
    if (table.isAlive(connectionId)) return refuse('nothing-changed')
    if (madePart) {
      parts.create(partId, {
        id: partId,
        kind: part.kind ?? 'title',
        title: part.title.trim(),
        creators: part.creators ?? [],
        isbn: part.isbn ?? null,
      })
    }
    const kind = input.kind ?? 'heart'
    if (table.has(connectionId)) {
      table.write(connectionId, GONE, null)
      table.write(connectionId, 'kind', kind)
    } else table.create(connectionId, { id: connectionId, activityId, partId, kind, valueIds: [] })
    if (input.why !== undefined && input.why !== '') table.write(connectionId, 'why', input.why)
    return { ok: true, value: { connectionId, partId, madePart } }
  })
}
