import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** The id of a reach. */
export type ReachId = 'reached' | 'thin' | 'not-yet'

/** How well the library reaches a target group. */
export type Reach = { id: ReachId; name: Bilingual }

/** Every reach in order. */
export const reaches: readonly Reach[] = [
  { id: 'reached', name: { nl: 'Bereikt', en: 'Reached' } },
  { id: 'thin', name: { nl: 'Dun bereikt', en: 'Thinly reached' } },
  { id: 'not-yet', name: { nl: 'Nog niet bereikt', en: 'Not reached yet' } },
]

const reachesById = indexById(reaches)

/** The reach with an id, if the list has it. */
export function reachOf(id: string): Reach | undefined {
  return reachesById.get(id)
}
