import type { RawEntity } from './raw-entity.ts'
import { readIdOrNull, readIds, readText } from './read-value.ts'

/** Joins one activity to one collection part; its id is derived from both, so that making it twice makes one. */
export interface Connection {
  readonly id: string
  readonly activityId: string | null
  readonly partId: string | null
  readonly kind: string
  readonly why: string
  readonly status: string
  readonly ownerId: string | null
  readonly valueIds: readonly string[]
  readonly gone: boolean
}

/** Reads a connection tolerantly. */
export function readConnection(id: string, record: RawEntity, gone: boolean): Connection {
  return {
    id,
    activityId: readIdOrNull(record['activityId']),
    partId: readIdOrNull(record['partId']),
    kind: readText(record['kind'], 'heart'),
    why: readText(record['why']),
    status: readText(record['status']),
    ownerId: readIdOrNull(record['ownerId']),
    valueIds: readIds(record['valueIds']),
    gone,
  }
}
