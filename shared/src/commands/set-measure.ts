import type { ActivityMeasure } from '../model/activity.ts'
import type { BoardDocument } from '../model/board-document.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Chooses a measure for an activity, with what is hoped for and what was seen; `null` takes it off. */
export function setMeasure(
  board: BoardDocument,
  actor: Actor,
  input: {
    readonly activityId: string
    readonly measureId: string
    readonly measure: Omit<ActivityMeasure, 'measureId'> | null
  },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'set-measure', () => {
    const { activityId, measureId, measure } = input
    const table = board.entities.activities
    if (!table.isAlive(activityId)) return refuse('activity-gone')
    table.write(activityId, 'measures', measure === null ? null : { measureId, ...measure }, measureId)
    return { ok: true, value: null }
  })
}
