import { addDays, parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { recipeOf } from '../domain/recipes.ts'
import type { Placement } from '../model/activity.ts'
import type { BoardDocument } from '../model/board-document.ts'
import { newId } from '../model/ids.ts'
import { layOutScript, type LaidOut } from './lay-out-script.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** A new card: from the palette, from an empty cell, or into the tray. */
export interface AddActivity {
  readonly id?: string
  readonly title?: string
  readonly recipeId: string
  /** Absent or `null`: into the tray, its script waiting for a date. */
  readonly start?: PlainDate | null
  readonly end?: PlainDate | null
  readonly lane?: Partial<Placement>
  readonly locale: 'nl' | 'en'
}

/** Recipes that stand for a period rather than a moment, with the days they usually stand. */
const PERIOD_DAYS: Readonly<Record<string, number>> = { 'presentation-block': 35, 'guest-collection': 90 }

/** Makes an activity with its script and messages laid out backwards from its date, in one transaction. */
export function addActivity(
  board: BoardDocument,
  actor: Actor,
  input: AddActivity,
): CommandResult<LaidOut & { readonly activityId: string }> {
  return runCommand<LaidOut & { readonly activityId: string }>(board, actor, 'add-activity', () => {
    const { recipeId, locale, lane = {} } = input
    const start = input.start ?? null
    if (start !== null && parsePlainDate(start) === null) return refuse('bad-date')
    const days = (PERIOD_DAYS[recipeId] ?? 1) - 1
    const end = start === null ? null : (input.end ?? addDays(start, days))
    if (start !== null && end !== null && (parsePlainDate(end) === null || end < start)) return refuse('bad-date')
    const activityId = input.id ?? newId()
    if (board.entities.activities.has(activityId)) return refuse('nothing-changed')
    const recipe = recipeOf(lane.recipeId ?? recipeId)
    const discipline = lane.discipline ?? null
    board.entities.activities.create(activityId, {
      id: activityId,
      recipeId: lane.recipeId ?? recipeId,
      title: (input.title ?? '').trim() || (recipe?.shortName[locale] ?? ''),
      summary: '',
      phase: start === null ? 'idea' : 'pencilled',
      public: false,
      start,
      end,
      times: [],
      placeId: lane.placeId ?? null,
      targetGroupIds: lane.groupId ? [lane.groupId] : [],
      valueIds: [],
      themeIds: [],
      layerIds: [],
      partnerIds: [],
      owners: discipline === null ? [] : [{ discipline, roleId: null, personId: null }],
      fields: {},
      measures: [],
      attendance: null,
      marketingChecklist: {},
    })
    const laidOut = layOutScript(board, activityId, recipe?.id ?? recipeId, start, locale)
    return { ok: true, value: { activityId, ...laidOut } }
  })
}
