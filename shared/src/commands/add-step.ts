import { parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { BoardDocument } from '../model/board-document.ts'
import { activityStart } from '../model/entity-record.ts'
import { newId } from '../model/ids.ts'
import { ANCHOR } from '../model/raw-entity.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Adds a step to an activity's script; it moves along with the activity like the others. */
export function addStep(
  board: BoardDocument,
  actor: Actor,
  input: {
    readonly activityId: string
    readonly title: string
    readonly on: PlainDate | null
    readonly discipline: string
  },
): CommandResult<{ readonly stepId: string }> {
  return runCommand<{ readonly stepId: string }>(board, actor, 'add-step', () => {
    const { activityId, on, discipline } = input
    const title = input.title.trim()
    if (!board.entities.activities.isAlive(activityId)) return refuse('activity-gone')
    if (title === '') return refuse('title-missing')
    if (on !== null && parsePlainDate(on) === null) return refuse('bad-date')
    const stepId = newId()
    const anchor = activityStart(board, activityId)
    board.entities.steps.create(stepId, {
      id: stepId,
      activityId,
      title,
      on,
      discipline,
      roleId: null,
      done: false,
      locked: false,
      [ANCHOR]: anchor,
    })
    return { ok: true, value: { stepId } }
  })
}
