import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** The id of a part of the library that works along on an activity. */
export type DisciplineId =
  | 'collection'
  | 'programming'
  | 'marketing'
  | 'education'
  | 'participation'
  | 'frontline'
  | 'management'
  | 'external'
  | 'hybrid'

/** A part of the library that works along on an activity; a lane of the calendar. */
export type Discipline = { id: DisciplineId; name: Bilingual }

/** Every discipline in the order of the lanes. */
export const disciplines: readonly Discipline[] = [
  { id: 'collection', name: { nl: 'Collectie', en: 'Collection' } },
  { id: 'programming', name: { nl: 'Programmering', en: 'Programming' } },
  { id: 'marketing', name: { nl: 'Marketing', en: 'Marketing' } },
  { id: 'education', name: { nl: 'Educatie', en: 'Education' } },
  { id: 'participation', name: { nl: 'Participatie', en: 'Participation' } },
  { id: 'frontline', name: { nl: 'Publieksdienst', en: 'Front line' } },
  { id: 'management', name: { nl: 'Leiding', en: 'Management' } },
  { id: 'external', name: { nl: 'Buiten', en: 'External' } },
  { id: 'hybrid', name: { nl: 'Verbinders', en: 'Connectors' } },
]

const disciplinesById = indexById(disciplines)

/** The discipline with an id, if the list has it. */
export function disciplineOf(id: string): Discipline | undefined {
  return disciplinesById.get(id)
}

/** Whether a value is the id of a discipline. */
export function isDisciplineId(value: unknown): value is DisciplineId {
  return typeof value === 'string' && disciplinesById.has(value)
}
