import { isEntityId } from './ids.ts'
import { isRecord } from './raw-entity.ts'

/** The longest text that is shown; a longer one is kept in the document and cut on screen. */
const MAX_TEXT_LENGTH = 20_000

/** A text, or the default for anything that is not one. */
export function readText(value: unknown, fallback = ''): string {
  return typeof value === 'string' ? value.slice(0, MAX_TEXT_LENGTH) : fallback
}

/** A text, or `null` where nothing (or nothing usable) is written. */
export function readTextOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, MAX_TEXT_LENGTH) : null
}

/** A finite number, or `null`: unknown is not zero. */
export function readNumberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** `true` only where `true` is written. */
export function readFlag(value: unknown): boolean {
  return value === true
}

/** An id, or `null`. */
export function readIdOrNull(value: unknown): string | null {
  return isEntityId(value) ? value : null
}

/** The usable ids of a list, each once. */
export function readIds(value: unknown): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.filter(isEntityId))] : []
}

/** One of a fixed list of words, or the default. */
export function readOneOf<T extends string>(value: unknown, words: readonly T[], fallback: T): T {
  return (words as readonly unknown[]).includes(value) ? (value as T) : fallback
}

/** The records of a list; anything else in it is passed over, not dropped from the document. */
export function readRecords(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
