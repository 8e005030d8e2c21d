import { parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { BoardDocument } from '../model/board-document.ts'
import { activityStart } from '../model/entity-record.ts'
import { readEntity } from '../model/entity-snapshot.ts'
import { ANCHOR, ON } from '../model/raw-entity.ts'
import { stepDateOf, type StepDate } from '../model/script-step.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** The sides of a step that can be changed. */
export interface StepChanges {
  readonly title?: string
  readonly on?: PlainDate | null
  readonly done?: boolean
  readonly locked?: boolean
  readonly discipline?: string
}

/** Changes a step of the script; a locked one lets go of its activity's start. */
export function editStep(
  board: BoardDocument,
  actor: Actor,
  input: { readonly stepId: string; readonly changes: StepChanges },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'edit-step', () => {
    const { stepId, changes } = input
    const step = readEntity(board, 'steps', stepId)
    if (step === undefined || step.gone) return refuse('step-gone')
    const { on, ...fields } = changes
    if (on && parsePlainDate(on) === null) return refuse('bad-date')
    const table = board.entities.steps
    const start = step.activityId === null ? null : activityStart(board, step.activityId)
    const waits = start === null && stepDateOf(table.merged(stepId) ?? {})[ANCHOR] !== null
    // What waits for the activity's date has no day to hold on to, and its script must survive.
    if (waits && on === undefined && changes.locked === true) return refuse('no-date-yet')
    for (const [field, value] of Object.entries(fields)) if (value !== undefined) table.write(stepId, field, value)
    if (on !== undefined || (changes.locked !== undefined && !waits)) {
      const date: StepDate = {
        on: on === undefined ? step.on : on,
        [ANCHOR]: (changes.locked ?? step.locked) ? null : start,
      }
      table.write(stepId, ON, date)
    }
    return { ok: true, value: null }
  })
}
