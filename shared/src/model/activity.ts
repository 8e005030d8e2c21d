import { addDays, daysBetween, parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { ANCHOR, AT, isRecord, PHASE, type RawEntity } from './raw-entity.ts'
import {
  readFlag,
  readIdOrNull,
  readIds,
  readNumberOrNull,
  readOneOf,
  readRecords,
  readText,
  readTextOrNull,
} from './read-value.ts'

/** The phases of an activity: the main line first, then the two beside it. */
export const PHASES = [
  'idea',
  'proposed',
  'pencilled',
  'firm',
  'announced',
  'held',
  'learned',
  'not-this-year',
  'cancelled',
] as const

/** Where an activity stands. */
export type Phase = (typeof PHASES)[number]

/** How an experiment or activity goes on after the look back. */
export const OUTCOMES = ['continue', 'adapt', 'scale-up', 'hand-over', 'stop-with-thanks'] as const

/** One outcome of a look back. */
export type Outcome = (typeof OUTCOMES)[number]

/** The recipe of an activity that no prototype fits. */
export const FREE_RECIPE_ID = 'general-programme'

/** A part of a day on which the activity takes place. Units: `HH:MM` in the board's time zone. */
export interface TimeSlot {
  readonly date: PlainDate
  readonly start: string
  readonly end: string | null
}

/** Who carries the activity for a discipline; role and person may still be open. */
export interface Owner {
  readonly discipline: string
  readonly roleId: string | null
  readonly personId: string | null
}

/** What is looked at to see whether it works; an observation is a number or a story. */
export interface ActivityMeasure {
  readonly measureId: string
  readonly target: number | string | null
  readonly observed: number | string | null
}

/** The look back. */
export interface Learning {
  readonly outcome: Outcome | null
  readonly learned: readonly string[]
  readonly on: PlainDate | null
}

/**
 * The one gesture of placing a card: dates and lane in one value, so that two people who move it at once never mix one
 * person's day with the other's lane.
 */
export interface Placement {
  readonly start: PlainDate | null
  readonly end: PlainDate | null
  /** The main target group; its lane holds the card. */
  readonly groupId: string | null
  readonly placeId: string | null
  readonly recipeId: string
  /** The discipline that leads; its lane holds the card. */
  readonly discipline: string | null
}

/** Something the library does; a card on the board. Dates are inclusive plain dates in the board's time zone. */
export interface Activity extends Omit<Placement, 'groupId' | 'discipline'> {
  readonly id: string
  readonly title: string
  /** What happens, in one sentence. */
  readonly summary: string
  /** "I am … and I look for …": shown to the public instead of the internal title. */
  readonly customerSentence: string
  readonly phase: Phase
  /** Why it is not held this year, or cancelled. */
  readonly reason: string
  readonly public: boolean
  readonly times: readonly TimeSlot[]
  /** The main group first. */
  readonly targetGroupIds: readonly string[]
  readonly valueIds: readonly string[]
  readonly themeIds: readonly string[]
  readonly layerIds: readonly string[]
  readonly partnerIds: readonly string[]
  /** The leading discipline first. */
  readonly owners: readonly Owner[]
  readonly fields: Readonly<Record<string, unknown>>
  readonly measures: readonly ActivityMeasure[]
  readonly attendance: number | null
  readonly marketingChecklist: Readonly<Record<string, boolean>>
  readonly learning: Learning | null
  /** In the bin. */
  readonly gone: boolean
}

/** Where a card stands now. */
export function placementOf(activity: Activity): Placement {
  return {
    start: activity.start,
    end: activity.end,
    groupId: activity.targetGroupIds[0] ?? null,
    placeId: activity.placeId,
    recipeId: activity.recipeId,
    discipline: activity.owners[0]?.discipline ?? null,
  }
}

/**
 * Writes the grouped keys of an activity (`$at`, `$phase`, `times`) back into the fields of the board file.
 *
 * @param merged birth value with overrides, see `mergeEntity`
 * @param birth the birth value alone: it says which target group `$at.groupId` took the place of
 * @param addedBack whether that group was put back beside the main one later
 */
export function resolveActivityRecord(
  merged: RawEntity,
  birth: RawEntity,
  addedBack: (groupId: string) => boolean,
): RawEntity {
  const record: Record<string, unknown> = { ...merged }
  const at = merged[AT]
  const birthStart = parsePlainDate(birth['start'])
  delete record[AT]
  if (isRecord(at)) {
    for (const field of ['start', 'end', 'placeId', 'recipeId']) if (field in at) record[field] = at[field]
    if ('groupId' in at) {
      record['targetGroupIds'] = withMainGroup(merged['targetGroupIds'], birth, at['groupId'], addedBack)
    }
    if (typeof at['discipline'] === 'string') record['owners'] = withLead(merged['owners'], at['discipline'])
  }
  const state = merged[PHASE]
  delete record[PHASE]
  if (isRecord(state)) {
    record['phase'] = state['phase']
    if (typeof state['reason'] === 'string' && state['reason'] !== '') record['reason'] = state['reason']
    else delete record['reason']
  }
  const written = merged['times']
  const slots = isRecord(written) ? written['slots'] : written
  const anchor = isRecord(written) ? parsePlainDate(written[ANCHOR]) : birthStart
  if (Array.isArray(slots)) record['times'] = shiftTimes(slots, anchor, parsePlainDate(record['start']))
  return record
}

function withMainGroup(
  merged: unknown,
  birth: RawEntity,
  groupId: unknown,
  addedBack: (groupId: string) => boolean,
): readonly unknown[] {
  const birthGroups = birth['targetGroupIds']
  const first: unknown = Array.isArray(birthGroups) ? birthGroups[0] : undefined
  const replaced = typeof first === 'string' && addedBack(first) ? undefined : first
  const others = Array.isArray(merged) ? merged.filter((id) => id !== replaced && id !== groupId) : []
  return typeof groupId === 'string' ? [groupId, ...others] : others
}

function withLead(merged: unknown, discipline: string): readonly unknown[] {
  const owners = Array.isArray(merged) ? merged : []
  const leads = owners.filter((owner) => isRecord(owner) && owner['discipline'] === discipline)
  const others = owners.filter((owner) => !leads.includes(owner))
  return [...(leads.length > 0 ? leads : [{ discipline, roleId: null, personId: null }]), ...others]
}

function shiftTimes(slots: readonly unknown[], anchor: PlainDate | null, start: PlainDate | null): readonly unknown[] {
  if (anchor === null || start === null || anchor === start) return slots
  const days = daysBetween(anchor, start)
  return slots.map((slot) => {
    const date = isRecord(slot) ? parsePlainDate(slot['date']) : null
    return isRecord(slot) && date ? { ...slot, date: addDays(date, days) } : slot
  })
}

/** Reads an activity tolerantly: what is missing or malformed gives a default and stays in the document. */
export function readActivity(id: string, record: RawEntity, gone: boolean): Activity {
  const start = parsePlainDate(record['start'])
  const end = parsePlainDate(record['end'])
  return {
    id,
    title: readText(record['title']),
    summary: readText(record['summary']),
    customerSentence: readText(record['customerSentence']),
    recipeId: readIdOrNull(record['recipeId']) ?? FREE_RECIPE_ID,
    phase: readOneOf(record['phase'], PHASES, 'idea'),
    reason: readText(record['reason']),
    public: readFlag(record['public']),
    start,
    end: start === null ? null : end === null || end < start ? start : end,
    times: readTimes(record['times']),
    placeId: readIdOrNull(record['placeId']),
    targetGroupIds: readIds(record['targetGroupIds']),
    valueIds: readIds(record['valueIds']),
    themeIds: readIds(record['themeIds']),
    layerIds: readIds(record['layerIds']),
    partnerIds: readIds(record['partnerIds']),
    owners: readRecords(record['owners']).map((owner) => ({
      discipline: readText(owner['discipline']),
      roleId: readIdOrNull(owner['roleId']),
      personId: readIdOrNull(owner['personId']),
    })),
    fields: isRecord(record['fields']) ? record['fields'] : {},
    measures: readRecords(record['measures']).flatMap((measure) => {
      const measureId = readIdOrNull(measure['measureId'])
      return measureId === null
        ? []
        : [{ measureId, target: readFigure(measure['target']), observed: readFigure(measure['observed']) }]
    }),
    attendance: readNumberOrNull(record['attendance']),
    marketingChecklist: readChecklist(record['marketingChecklist']),
    learning: readLearning(record['learning']),
    gone,
  }
}

function readTimes(value: unknown): readonly TimeSlot[] {
  return readRecords(value).flatMap((slot) => {
    const date = parsePlainDate(slot['date'])
    const start = readTextOrNull(slot['start'])
    return date === null || start === null ? [] : [{ date, start, end: readTextOrNull(slot['end']) }]
  })
}

function readFigure(value: unknown): number | string | null {
  return readNumberOrNull(value) ?? readTextOrNull(value)
}

function readChecklist(value: unknown): Readonly<Record<string, boolean>> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([item, checked]) => [item, checked === true]))
}

function readLearning(value: unknown): Learning | null {
  if (!isRecord(value)) return null
  return {
    outcome: OUTCOMES.find((outcome) => outcome === value['outcome']) ?? null,
    learned: Array.isArray(value['learned']) ? value['learned'].filter((line) => typeof line === 'string') : [],
    on: parsePlainDate(value['on']),
  }
}
