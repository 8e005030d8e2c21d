import { ANCHOR } from '../model/raw-entity.ts'
import { parsePlainDate } from '../calendar/plain-date.ts'
import type { BoardDocument } from '../model/board-document.ts'
import { entityRecord } from '../model/entity-record.ts'
import { placementOf, type Placement } from '../model/activity.ts'
import { readEntity } from '../model/entity-snapshot.ts'
import { joinedId, newId } from '../model/ids.ts'
import { layOutScript } from './lay-out-script.ts'
import { placeActivity, type PlacementChange } from './place-activity.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/**
 * Copies a card as a new plan: what it is and for whom, its connections and a fresh script; not what came of it.
 */
export function copyActivity(
  board: BoardDocument,
  actor: Actor,
  input: PlacementChange & { readonly activityId: string; readonly locale: 'nl' | 'en' },
): CommandResult<{ readonly activityId: string }> {
  return runCommand<{ readonly activityId: string }>(board, actor, 'copy-activity', () => {
    const source = readEntity(board, 'activities', input.activityId)
    const record = entityRecord(board, 'activities', input.activityId)
    if (source === undefined || source.gone || record === undefined) return refuse('activity-gone')
    const to: Placement | null = placeActivity(placementOf(source), input)
    if (to === null) return refuse('bad-date')
    const activityId = newId()
    const { learning: _learning, reason: _reason, attendance: _attendance, measures: _measures, ...plan } = record
    const sideGroups = source.targetGroupIds.slice(1).filter((id) => id !== to.groupId)
    board.entities.activities.create(activityId, {
      ...plan,
      id: activityId,
      start: to.start,
      end: to.end,
      times: [],
      placeId: to.placeId,
      recipeId: to.recipeId,
      targetGroupIds: to.groupId === null ? sideGroups : [to.groupId, ...sideGroups],
      phase: to.start === null ? 'idea' : 'pencilled',
      measures: source.measures.map(({ measureId, target }) => ({ measureId, target, observed: null })),
      attendance: null,
      marketingChecklist: {},
    })
    copyConnections(board, input.activityId, activityId)
    layOutScript(board, activityId, to.recipeId, parsePlainDate(to.start), input.locale)
    return { ok: true, value: { activityId } }
  })
}

function copyConnections(board: BoardDocument, from: string, to: string): void {
  const table = board.entities.connections
  for (const id of [...table.ids()]) {
    const record = entityRecord(board, 'connections', id)
    if (record === undefined || record['activityId'] !== from || table.isGone(id)) continue
    const { [ANCHOR]: _anchor, ...rest } = record
    const copyId = joinedId(to, String(record['partId']))
    table.create(copyId, { ...rest, id: copyId, activityId: to })
  }
}
