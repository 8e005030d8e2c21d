/** A language of the screen. */
export type Locale = 'nl' | 'en'

/** Every language of the screen, the default first. */
export const locales: readonly Locale[] = ['nl', 'en']

/** Whether a value names a language of the screen. */
export function isLocale(value: unknown): value is Locale {
  return value === 'nl' || value === 'en'
}
