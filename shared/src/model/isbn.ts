/** What is odd about an ISBN that somebody typed; a hint, never a refusal. */
export type IsbnProblem = 'length' | 'check-digit'

/** An ISBN as it was typed, made ready to keep. */
export interface IsbnReading {
  /**
   * Digits only: an ISBN-10 with a right check digit becomes its ISBN-13; anything odd stays as it was typed, without
   * hyphens and spaces.
   */
  readonly isbn: string
  readonly problem: IsbnProblem | null
}

/**
 * Reads an ISBN-13 or an old ISBN-10, with or without hyphens, and tells what looks wrong.
 *
 * Source: ISO 2108; 13 digits weigh 1, 3, 1, 3 … modulo 10, ten digits weigh 10 … 1 modulo 11 where `X` is ten.
 */
export function readIsbn(typed: string): IsbnReading {
  const isbn = compactIsbn(typed)
  if (/^\d{13}$/.test(isbn)) {
    return { isbn, problem: isbn.endsWith(checkDigit13(isbn.slice(0, 12))) ? null : 'check-digit' }
  }
  if (/^\d{9}[\dX]$/.test(isbn)) {
    return isbn.endsWith(checkDigit10(isbn.slice(0, 9)))
      ? { isbn: isbn13Of(isbn), problem: null }
      : { isbn, problem: 'check-digit' }
  }
  return { isbn, problem: 'length' }
}

/** Tells whether a search text is meant as an ISBN: digits (and hyphens) only, as long as one. */
export function looksLikeIsbn(typed: string): boolean {
  return /^(?:\d{9}[\dX]|\d{13})$/.test(compactIsbn(typed))
}

function compactIsbn(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\-\u2010-\u2015]/g, '')
    .toUpperCase()
}

function isbn13Of(isbn10: string): string {
  const digits = `978${isbn10.slice(0, 9)}`
  return digits + checkDigit13(digits)
}

function checkDigit13(twelve: string): string {
  let sum = 0
  for (let i = 0; i < 12; i++) sum += Number(twelve[i]) * (i % 2 === 0 ? 1 : 3)
  return String((10 - (sum % 10)) % 10)
}

function checkDigit10(nine: string): string {
  let sum = 0
  for (let i = 0; i < 9; i++) sum += Number(nine[i]) * (10 - i)
  const rest = (11 - (sum % 11)) % 11
  return rest === 10 ? 'X' : String(rest)
}
