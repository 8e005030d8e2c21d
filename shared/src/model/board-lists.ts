import { parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { RawEntity } from './raw-entity.ts'
import {
  readIdOrNull,
  readIds,
  readNumberOrNull,
  readOneOf,
  readRecords,
  readText,
  readTextOrNull,
} from './read-value.ts'

/** A branch, service point or spot outside where things happen. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly gone: boolean
}

/** Someone of the library, by function rather than by name. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly initials: string
  readonly discipline: string
  readonly roleId: string | null
  readonly gone: boolean
}

/** How well a target group is reached. */
export const REACHES = ['reached', 'thin', 'not-yet'] as const

/** People with something in common, chosen locally; never data on persons. */
export interface TargetGroup {
  readonly id: string
  readonly name: string
  readonly reach: (typeof REACHES)[number]
  readonly why: string
  readonly ownerId: string | null
  readonly segmentCodes: readonly string[]
  readonly gone: boolean
}

/** A cluster of purchase requests, without any personal data. Units: `from` and `to` are months, `YYYY-MM`. */
export interface PurchaseRequest {
  readonly id: string
  readonly theme: string
  readonly count: number | null
  readonly from: string | null
  readonly to: string | null
  readonly activityId: string | null
  readonly gone: boolean
}

/** How two activities hang together. */
export interface Relation {
  readonly id: string
  readonly from: string | null
  readonly to: string | null
  readonly kind: string
  readonly note: string
  readonly gone: boolean
}

/** One line of an experiment's log. */
export interface ExperimentEntry {
  readonly on: PlainDate | null
  readonly discipline: string
  readonly kind: string
  readonly text: string
}

/** The fieldlab log of one or more activities. */
export interface Experiment {
  readonly id: string
  readonly round: string
  readonly activityIds: readonly string[]
  readonly think: string
  readonly do: string
  readonly measureIds: readonly string[]
  readonly startedOn: PlainDate | null
  readonly endedOn: PlainDate | null
  readonly entries: readonly ExperimentEntry[]
  readonly learned: string
  readonly now: string
  readonly outcome: string | null
  readonly gone: boolean
}

/** Someone outside with whom an activity is made. */
export interface Partner {
  readonly id: string
  readonly kindId: string
  readonly name: string
  readonly gone: boolean
}

/** Reads a place tolerantly. */
export function readPlace(id: string, record: RawEntity, gone: boolean): Place {
  return { id, name: readText(record['name']), kind: readText(record['kind'], 'branch'), gone }
}

/** Reads a person tolerantly. */
export function readPerson(id: string, record: RawEntity, gone: boolean): Person {
  const name = readText(record['name'])
  return {
    id,
    name,
    initials: readText(record['initials'], name.slice(0, 2).toUpperCase()),
    discipline: readText(record['discipline'], 'programming'),
    roleId: readIdOrNull(record['roleId']),
    gone,
  }
}

/** Reads a target group tolerantly. */
export function readTargetGroup(id: string, record: RawEntity, gone: boolean): TargetGroup {
  const codes = record['segmentCodes']
  return {
    id,
    name: readText(record['name']),
    reach: readOneOf(record['reach'], REACHES, 'not-yet'),
    why: readText(record['why']),
    ownerId: readIdOrNull(record['ownerId']),
    segmentCodes: Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : [],
    gone,
  }
}

/** Reads a cluster of purchase requests tolerantly. */
export function readPurchaseRequest(id: string, record: RawEntity, gone: boolean): PurchaseRequest {
  return {
    id,
    theme: readText(record['theme']),
    count: readNumberOrNull(record['count']),
    from: readTextOrNull(record['from']),
    to: readTextOrNull(record['to']),
    activityId: readIdOrNull(record['activityId']),
    gone,
  }
}

/** Reads a relation tolerantly. */
export function readRelation(id: string, record: RawEntity, gone: boolean): Relation {
  return {
    id,
    from: readIdOrNull(record['from']),
    to: readIdOrNull(record['to']),
    kind: readText(record['kind'], 'follows'),
    note: readText(record['note']),
    gone,
  }
}

/** Reads an experiment tolerantly. */
export function readExperiment(id: string, record: RawEntity, gone: boolean): Experiment {
  return {
    id,
    round: readText(record['round']),
    activityIds: readIds(record['activityIds']),
    think: readText(record['think']),
    do: readText(record['do']),
    measureIds: readIds(record['measureIds']),
    startedOn: parsePlainDate(record['startedOn']),
    endedOn: parsePlainDate(record['endedOn']),
    entries: readRecords(record['entries']).map((entry) => ({
      on: parsePlainDate(entry['on']),
      discipline: readText(entry['discipline']),
      kind: readText(entry['kind'], 'note'),
      text: readText(entry['text']),
    })),
    learned: readText(record['learned']),
    now: readText(record['now']),
    outcome: readTextOrNull(record['outcome']),
    gone,
  }
}

/** Reads a partner tolerantly. */
export function readPartner(id: string, record: RawEntity, gone: boolean): Partner {
  return { id, kindId: readText(record['kindId']), name: readText(record['name']), gone }
}
