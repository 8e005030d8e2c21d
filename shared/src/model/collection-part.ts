import type { RawEntity } from './raw-entity.ts'
import { readIdOrNull, readText, readTextOrNull } from './read-value.ts'

/** Something the library has: a title, a theme collection, a display, a guest collection, a digital source or a list. */
export interface CollectionPart {
  readonly id: string
  /** A kind this program does not know is shown as it is. */
  readonly kind: string
  readonly title: string
  readonly creators: readonly string[]
  readonly isbn: string | null
  readonly language: string | null
  readonly form: string | null
  readonly ageRange: string | null
  readonly placeId: string | null
  readonly gone: boolean
}

/** Reads a collection part tolerantly. */
export function readCollectionPart(id: string, record: RawEntity, gone: boolean): CollectionPart {
  const creators = record['creators']
  return {
    id,
    kind: readText(record['kind'], 'title'),
    title: readText(record['title']),
    creators: Array.isArray(creators) ? creators.filter((name) => typeof name === 'string') : [],
    isbn: readTextOrNull(record['isbn']),
    language: readTextOrNull(record['language']),
    form: readTextOrNull(record['form']),
    ageRange: readTextOrNull(record['ageRange']),
    placeId: readIdOrNull(record['placeId']),
    gone,
  }
}
