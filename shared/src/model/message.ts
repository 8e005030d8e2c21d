import { parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { resolveAnchored } from './anchored-date.ts'
import { ANCHOR, isRecord, ON, type RawEntity } from './raw-entity.ts'
import { readFlag, readIdOrNull, readOneOf, readText } from './read-value.ts'

/** The states of an utterance in the content calendar. */
export const MESSAGE_STATES = ['planned', 'drafting', 'published', 'withdrawn'] as const

/** One state of a message. */
export type MessageState = (typeof MESSAGE_STATES)[number]

/** An utterance in the content calendar. Dates are resolved: they stand where the activity stands now. */
export interface Message {
  readonly id: string
  readonly activityId: string | null
  readonly channelId: string
  readonly publishOn: PlainDate | null
  /** Last day on which text and images must be ready. */
  readonly copyDue: PlainDate | null
  readonly discipline: string
  readonly state: MessageState
  /** A locked message stays where it is when its activity moves. */
  readonly locked: boolean
  readonly ownerId: string | null
  readonly text: string
  readonly gone: boolean
}

/** Dates as they were laid out, with the start they were laid out from. */
export interface MessageDates {
  readonly publishOn: PlainDate | null
  readonly copyDue: PlainDate | null
  /** `null`: the dates stand still. */
  readonly [ANCHOR]: PlainDate | null
}

/** The dates a message was written with, before its activity moved. */
export function messageDatesOf(merged: RawEntity): MessageDates {
  const on = isRecord(merged[ON]) ? merged[ON] : merged
  return {
    publishOn: parsePlainDate(on['publishOn']),
    copyDue: parsePlainDate(on['copyDue']),
    [ANCHOR]: parsePlainDate(on[ANCHOR]),
  }
}

/** Writes the grouped key `$on` back into the fields of the board file, moved along with the activity. */
export function resolveMessageRecord(merged: RawEntity, activityStart: PlainDate | null): RawEntity {
  const { [ON]: _on, [ANCHOR]: _anchor, ...record }: Record<string, unknown> = merged
  const dates = messageDatesOf(merged)
  const anchor = dates[ANCHOR]
  // A locked date and a date without an anchor stay exactly as they were written, nonsense included.
  if (anchor === null || (anchor === activityStart && !isRecord(merged[ON]))) {
    return isRecord(merged[ON])
      ? { ...record, publishOn: merged[ON]['publishOn'] ?? null, copyDue: merged[ON]['copyDue'] ?? null }
      : record
  }
  return {
    ...record,
    publishOn: resolveAnchored(dates.publishOn, anchor, activityStart),
    copyDue: resolveAnchored(dates.copyDue, anchor, activityStart),
    // Without a start there is no day to export; what was laid out must survive all the same.
    ...(activityStart === null ? { laidOut: dates } : {}),
  }
}

/** Reads a message tolerantly from its resolved record. */
export function readMessage(id: string, record: RawEntity, gone: boolean): Message {
  return {
    id,
    activityId: readIdOrNull(record['activityId']),
    channelId: readText(record['channelId']),
    publishOn: parsePlainDate(record['publishOn']),
    copyDue: parsePlainDate(record['copyDue']),
    discipline: readText(record['discipline'], 'marketing'),
    state: readOneOf(record['state'], MESSAGE_STATES, 'planned'),
    locked: readFlag(record['locked']),
    ownerId: readIdOrNull(record['ownerId']),
    text: readText(record['text']),
    gone,
  }
}
