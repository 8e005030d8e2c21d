import { parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { resolveActivityRecord } from './activity.ts'
import type { BoardDocument } from './board-document.ts'
import type { EntityKind } from './entity-kinds.ts'
import { fieldKey } from './entity-keys.ts'
import { resolveMessageRecord } from './message.ts'
import { AT, isRecord, ORDER, type RawEntity } from './raw-entity.ts'
import { resolveStepRecord } from './script-step.ts'

/** The day an activity starts on now, or `null` for one without a date; cheap, since much is counted from it. */
export function activityStart(board: BoardDocument, activityId: string): PlainDate | null {
  const { activities } = board.entities
  const at = activities.map.get(`${activityId}/${AT}`)
  if (isRecord(at) && 'start' in at) return parsePlainDate(at['start'])
  return parsePlainDate(activities.birth(activityId)?.['start'])
}

/** An entity as the board file writes it, with everything that moved along; `undefined` where it was never made. */
export function entityRecord(board: BoardDocument, kind: EntityKind, id: string): RawEntity | undefined {
  const table = board.entities[kind]
  const merged = table.merged(id)
  const birth = table.birth(id)
  if (merged === undefined || birth === undefined) return undefined
  if (kind === 'activities') {
    return resolveActivityRecord(
      merged,
      birth,
      (groupId) => typeof table.map.get(fieldKey(id, 'targetGroupIds', groupId)) === 'number',
    )
  }
  if (kind === 'messages' || kind === 'steps') {
    const activityId = merged['activityId']
    const start = typeof activityId === 'string' ? activityStart(board, activityId) : null
    return kind === 'messages' ? resolveMessageRecord(merged, start) : resolveStepRecord(merged, start)
  }
  if (!(ORDER in merged)) return merged
  const { [ORDER]: _order, ...record } = merged
  return record
}
