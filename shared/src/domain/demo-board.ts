import type { Locale } from '../calendar/locale.ts'

/**
 * The worked example year of a library, as a board file that has not been read yet.
 *
 * Loaded when it is asked for: most servers never are, and it is half a megabyte of text.
 */
export async function demoBoard(locale: Locale): Promise<unknown> {
  const { default: file } =
    locale === 'en'
      ? await import('./demo-board.en.json', { with: { type: 'json' } })
      : await import('./demo-board.nl.json', { with: { type: 'json' } })
  return file
}
