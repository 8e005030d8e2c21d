import { parsePlainDate, type PlainDate } from '@schakelbord/shared/calendar/plain-date'
import type { RecipeField } from '@schakelbord/shared/domain/recipe-fields'
import { isRecord } from '@schakelbord/shared/model/raw-entity'

/** Months from and to. Units: `YYYY-MM`. */
export interface MonthRange {
  readonly from: string | null
  readonly to: string | null
}

/** One poem of a list of poems. */
export interface Poem {
  /** Where it stands in what is stored, oddities included. */
  readonly at: number
  readonly title: string
  readonly maker: string
  readonly rights: string
}

/** What a field of a recipe holds, ready for the control that edits it. */
export type RecipeValue =
  | { readonly control: 'text'; readonly value: string }
  | { readonly control: 'number'; readonly value: number | null }
  | { readonly control: 'months'; readonly value: MonthRange }
  | { readonly control: 'check'; readonly value: boolean }
  | { readonly control: 'choice'; readonly value: string | null }
  | { readonly control: 'date'; readonly value: PlainDate | null }
  | { readonly control: 'lines' | 'parts' | 'languages' | 'roles'; readonly value: readonly string[] }
  | { readonly control: 'role'; readonly value: string | null }
  | { readonly control: 'poems'; readonly value: readonly Poem[] }

/** A value with what is to be said about what was stored. */
export interface RecipeReading {
  readonly content: RecipeValue
  /** Something is stored that this field cannot show; it stays in the document until somebody fills the field in. */
  readonly odd: boolean
}

/** Chooses the control for a recipe's field and reads what is stored for it: nonsense shows as empty and is kept. */
export function readRecipeValue(field: RecipeField, stored: unknown): RecipeReading {
  const absent = stored === undefined || stored === null
  const reading = (content: RecipeValue, understood: boolean): RecipeReading => ({
    content,
    odd: !absent && !understood,
  })
  const text = typeof stored === 'string' ? stored : null
  switch (field.type) {
    case 'text':
      return reading({ control: 'text', value: text ?? '' }, text !== null)
    case 'int': {
      const value = typeof stored === 'number' && Number.isSafeInteger(stored) ? stored : null
      return reading({ control: 'number', value }, value !== null)
    }
    case 'boolean':
      return reading({ control: 'check', value: stored === true }, typeof stored === 'boolean')
    case 'enum': {
      // An option of a newer list is shown as it is: it is a choice somebody made.
      return reading({ control: 'choice', value: text === '' ? null : text }, text !== null)
    }
    case 'date': {
      const value = parsePlainDate(stored)
      return reading({ control: 'date', value }, value !== null)
    }
    case 'monthRange': {
      const value = { from: monthOrNull(stored, 'from'), to: monthOrNull(stored, 'to') }
      return reading({ control: 'months', value }, value.from !== null || value.to !== null)
    }
    case 'list':
      return reading({ control: 'lines', value: texts(stored) }, Array.isArray(stored))
    case 'itemRefs':
      return reading({ control: 'parts', value: texts(stored) }, Array.isArray(stored))
    case 'languageCodes':
      return reading({ control: 'languages', value: texts(stored) }, Array.isArray(stored))
    case 'roleRefs':
      return reading({ control: 'roles', value: texts(stored) }, Array.isArray(stored))
    case 'roleRef':
      return reading({ control: 'role', value: text === '' ? null : text }, text !== null)
    case 'poemList':
      return reading({ control: 'poems', value: poems(stored) }, Array.isArray(stored))
  }
}

/** The remark on how many there are, where the recipe says how many are usual. */
export function tooFew(field: RecipeField, count: number): boolean {
  return count > 0 && field.min !== undefined && count < field.min
}

function monthOrNull(stored: unknown, key: 'from' | 'to'): string | null {
  const value = isRecord(stored) ? stored[key] : null
  return typeof value === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value) ? value : null
}

function texts(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((entry): entry is string => typeof entry === 'string') : []
}

function poems(stored: unknown): readonly Poem[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((poem: unknown, at) =>
    isRecord(poem)
      ? [{ at, title: wordOf(poem['title']), maker: wordOf(poem['maker']), rights: wordOf(poem['rights']) }]
      : [],
  )
}

/** The list to store when its readable texts become these: what could not be read stays behind them. */
export function withTexts(stored: unknown, next: readonly string[]): readonly unknown[] {
  return Array.isArray(stored) ? [...next, ...stored.filter((entry) => typeof entry !== 'string')] : next
}

/** The list to store when one poem changes, is added (`at` null) or is taken out (`change` null). */
export function withPoem(
  stored: unknown,
  at: number | null,
  change: Partial<Omit<Poem, 'at'>> | null,
): readonly unknown[] {
  const list: readonly unknown[] = Array.isArray(stored) ? stored : []
  if (at === null) return change === null ? list : [...list, { title: '', maker: '', rights: '', ...change }]
  if (change === null) return list.filter((_, index) => index !== at)
  return list.map((poem, index) => (index === at && isRecord(poem) ? { ...poem, ...change } : poem))
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
