import type { Bilingual } from './bilingual.ts'
import { indexById } from './index-by-id.ts'

/** The id of a state of a message. */
export type MessageStateId = 'planned' | 'drafting' | 'published' | 'withdrawn'

/** How far a message is. */
export type MessageState = { id: MessageStateId; name: Bilingual }

/** Every state of a message in order. */
export const messageStates: readonly MessageState[] = [
  { id: 'planned', name: { nl: 'Gepland', en: 'Planned' } },
  { id: 'drafting', name: { nl: 'In de maak', en: 'Drafting' } },
  { id: 'published', name: { nl: 'Gepubliceerd', en: 'Published' } },
  { id: 'withdrawn', name: { nl: 'Ingetrokken', en: 'Withdrawn' } },
]

const messageStatesById = indexById(messageStates)

/** The state of a message with an id, if the list has it. */
export function messageStateOf(id: string): MessageState | undefined {
  return messageStatesById.get(id)
}
