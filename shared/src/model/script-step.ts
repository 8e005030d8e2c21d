import { parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { resolveAnchored } from './anchored-date.ts'
import { ANCHOR, isRecord, ON, type RawEntity } from './raw-entity.ts'
import { readFlag, readIdOrNull, readText } from './read-value.ts'

/** A step of an activity's script, counted back from its date. */
export interface ScriptStep {
  readonly id: string
  readonly activityId: string | null
  readonly title: string
  readonly on: PlainDate | null
  readonly discipline: string
  readonly roleId: string | null
  readonly done: boolean
  /** A locked step stays where it is when its activity moves. */
  readonly locked: boolean
  readonly gone: boolean
}

/** A day as it was laid out, with the start it was laid out from. */
export interface StepDate {
  readonly on: PlainDate | null
  readonly [ANCHOR]: PlainDate | null
}

/** The day a step was written with, before its activity moved. */
export function stepDateOf(merged: RawEntity): StepDate {
  const written = isRecord(merged[ON]) ? merged[ON] : merged
  return { on: parsePlainDate(written['on']), [ANCHOR]: parsePlainDate(written[ANCHOR]) }
}

/** Writes the grouped key `$on` back into the field of the board file, moved along with the activity. */
export function resolveStepRecord(merged: RawEntity, activityStart: PlainDate | null): RawEntity {
  const { [ON]: _on, [ANCHOR]: _anchor, ...record }: Record<string, unknown> = merged
  const date = stepDateOf(merged)
  const anchor = date[ANCHOR]
  if (anchor === null || (anchor === activityStart && !isRecord(merged[ON]))) {
    return isRecord(merged[ON]) ? { ...record, on: merged[ON]['on'] ?? null } : record
  }
  return {
    ...record,
    on: resolveAnchored(date.on, anchor, activityStart),
    ...(activityStart === null ? { laidOut: date } : {}),
  }
}

/** Reads a step tolerantly from its resolved record. */
export function readScriptStep(id: string, record: RawEntity, gone: boolean): ScriptStep {
  return {
    id,
    activityId: readIdOrNull(record['activityId']),
    title: readText(record['title']),
    on: parsePlainDate(record['on']),
    discipline: readText(record['discipline'], 'programming'),
    roleId: readIdOrNull(record['roleId']),
    done: readFlag(record['done']),
    locked: readFlag(record['locked']),
    gone,
  }
}
