import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** The id of a kind of relation. */
export type RelationKindId =
  | 'follows'
  | 'spin-off'
  | 'same-series'
  | 'part-of'
  | 'feeds'
  | 'moves-to'
  | 'replaces'
  | 'inspired-by'
  | 'shares-collection'
  | 'shares-target-group'
  | 'shares-partner'
  | 'shares-measure'

/** How one activity hangs together with another. */
export type RelationKind = { id: RelationKindId; name: Bilingual }

/** Every kind of relation in order. */
export const relationKinds: readonly RelationKind[] = [
  { id: 'follows', name: { nl: 'Volgt op', en: 'Follows' } },
  { id: 'spin-off', name: { nl: 'Komt voort uit', en: 'Spin-off of' } },
  { id: 'same-series', name: { nl: 'Zelfde reeks', en: 'Same series' } },
  { id: 'part-of', name: { nl: 'Hoort bij', en: 'Part of' } },
  { id: 'feeds', name: { nl: 'Voedt', en: 'Feeds' } },
  { id: 'moves-to', name: { nl: 'Gaat over in', en: 'Moves to' } },
  { id: 'replaces', name: { nl: 'Vervangt', en: 'Replaces' } },
  { id: 'inspired-by', name: { nl: 'Geïnspireerd door', en: 'Inspired by' } },
  { id: 'shares-collection', name: { nl: 'Deelt collectie', en: 'Shares collection' } },
  { id: 'shares-target-group', name: { nl: 'Deelt doelgroep', en: 'Shares target group' } },
  { id: 'shares-partner', name: { nl: 'Deelt partner', en: 'Shares partner' } },
  { id: 'shares-measure', name: { nl: 'Deelt maat', en: 'Shares measure' } },
]

const relationKindsById = indexById(relationKinds)

/** The kind of relation with an id, if the list has it. */
export function relationKindOf(id: string): RelationKind | undefined {
  return relationKindsById.get(id)
}
