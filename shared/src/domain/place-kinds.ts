import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** The id of a kind of place. */
export type PlaceKindId = 'branch' | 'service-point' | 'outreach'

/** What sort of place an activity is at. */
export type PlaceKind = { id: PlaceKindId; name: Bilingual }

/** Every kind of place in order. */
export const placeKinds: readonly PlaceKind[] = [
  { id: 'branch', name: { nl: 'Vestiging', en: 'Branch' } },
  { id: 'service-point', name: { nl: 'Servicepunt', en: 'Service point' } },
  { id: 'outreach', name: { nl: 'Op locatie', en: 'On location' } },
]

const placeKindsById = indexById(placeKinds)

/** The kind of place with an id, if the list has it. */
export function placeKindOf(id: string): PlaceKind | undefined {
  return placeKindsById.get(id)
}
