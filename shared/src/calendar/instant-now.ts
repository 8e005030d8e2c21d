import { temporal } from './temporal.ts'

/** This moment, for people to read. Units: ISO 8601 instant in UTC, to the second. */
export function instantNow(): string {
  return temporal().Now.instant().toString({ smallestUnit: 'second' })
}
