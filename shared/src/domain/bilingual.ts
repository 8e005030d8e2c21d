import type { Locale } from '../calendar/locale.ts'

/** The same words in every language of the screen. */
export type Bilingual = { readonly [locale in Locale]: string }

/** The words in one language. */
export function inLocale(text: Bilingual, locale: Locale): string {
  return text[locale]
}
