import type { Locale } from '../calendar/locale.ts'
import english from './demo-board.en.json' with { type: 'json' }
import dutch from './demo-board.nl.json' with { type: 'json' }

/** The worked example year of a library, as a board file that has not been read yet. */
export function demoBoard(locale: Locale): unknown {
  return locale === 'en' ? english : dutch
}
