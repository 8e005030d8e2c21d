import { useSyncExternalStore } from 'react'
import { currentPerson, subscribePerson, type Person } from './person.ts'

/** Who works in this browser. */
export function usePerson(): Person {
  return useSyncExternalStore(subscribePerson, currentPerson)
}
