import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** The id of a kind of connection. */
export type ConnectionKindId =
  | 'heart'
  | 'cause'
  | 'take-home'
  | 'stage-tip'
  | 'table'
  | 'reading-list'
  | 'display'
  | 'guest-collection'
  | 'matchmaker-set'
  | 'bought-for'

/** What a collection part does in an activity. */
export type ConnectionKind = { id: ConnectionKindId; name: Bilingual }

/** Every kind of connection in order. */
export const connectionKinds: readonly ConnectionKind[] = [
  { id: 'heart', name: { nl: 'Kern van de activiteit', en: 'Heart of the activity' } },
  { id: 'cause', name: { nl: 'Aanleiding', en: 'Cause' } },
  { id: 'take-home', name: { nl: 'Om mee te nemen', en: 'To take home' } },
  { id: 'stage-tip', name: { nl: 'Tip op het podium', en: 'Tip on stage' } },
  { id: 'table', name: { nl: 'Tafel', en: 'Table' } },
  { id: 'reading-list', name: { nl: 'Leeslijst', en: 'Reading list' } },
  { id: 'display', name: { nl: 'Presentatieblok', en: 'Display block' } },
  { id: 'guest-collection', name: { nl: 'Gastcollectie', en: 'Guest collection' } },
  { id: 'matchmaker-set', name: { nl: 'Matchmaker-set', en: 'Matchmaker set' } },
  { id: 'bought-for', name: { nl: 'Hiervoor aangeschaft', en: 'Bought for this' } },
]

const connectionKindsById = indexById(connectionKinds)

/** The kind of connection with an id, if the list has it. */
export function connectionKindOf(id: string): ConnectionKind | undefined {
  return connectionKindsById.get(id)
}

/** What a new connection does until somebody says otherwise. */
export const defaultConnectionKind: ConnectionKindId = 'take-home'
