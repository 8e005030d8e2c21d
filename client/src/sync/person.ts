import { isDisciplineId, type DisciplineId } from '@schakelbord/shared/domain/disciplines'
import { newId } from '@schakelbord/shared/model/ids'

/** Who works in this browser. Without a name somebody may look and work; the name is asked once. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly discipline: DisciplineId | ''
  readonly colour: string
}

const storageKey = 'schakelbord.person'
const listeners = new Set<() => void>()

// Seen as a ring around initials, at least 3:1 on the light and on the dark paper.
const colours = ['#3b82d6', '#d0573b', '#1d9a7c', '#c45ab3', '#a8861a', '#8577e0', '#5f9a2f', '#d2557f'] as const

let person: Person | null = null

/** The person in this browser; made on first use, the same object until it changes. */
export function currentPerson(): Person {
  person ??= readStored() ?? withColour({ id: newId(), name: '', discipline: '' })
  return person
}

/** Remembers name and discipline in this browser. */
export function rename(name: string, discipline: DisciplineId | ''): void {
  person = withColour({ id: currentPerson().id, name: name.trim().slice(0, 60), discipline })
  try {
    localStorage.setItem(storageKey, JSON.stringify(person))
  } catch {
    // A browser that keeps nothing asks again next time.
  }
  for (const listener of listeners) listener()
}

/** Tells when name or discipline changed. */
export function subscribePerson(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function withColour(who: Omit<Person, 'colour'>): Person {
  let hash = 0
  for (const letter of who.id) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
  return { ...who, colour: colours[hash % colours.length] ?? colours[0] }
}

function readStored(): Person | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return null
    const { id, name, discipline } = stored as Record<string, unknown>
    if (typeof id !== 'string' || typeof name !== 'string') return null
    return withColour({ id, name, discipline: isDisciplineId(discipline) ? discipline : '' })
  } catch {
    return null
  }
}
