/** Languages that libraries put on the table most often; any other BCP 47 code may be typed. */
export const COMMON_LANGUAGES = [
  'nl',
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'pl',
  'uk',
  'ru',
  'ro',
  'bg',
  'hu',
  'tr',
  'ar',
  'ary',
  'zgh',
  'fa',
  'fa-AF',
  'ps',
  'ku',
  'ti',
  'am',
  'so',
  'zh',
  'ja',
  'ko',
  'vi',
  'hi',
  'ur',
  'id',
  'pap',
  'srn',
  'fy',
  'li',
  'nds',
  'el',
  'sq',
  'hr',
  'sr',
  'bs',
  'cs',
  'sk',
  'lt',
  'lv',
  'et',
  'sv',
  'da',
  'nb',
  'fi',
  'he',
  'th',
  'fil',
  'sw',
] as const

/** The name of a language in the language of the screen; a code without a name stays as it is. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(code) ?? code
  } catch {
    return code
  }
}

/** A typed language code in its canonical form; `null` where it is none. Source: BCP 47. */
export function languageCodeOf(typed: string): string | null {
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(typed)) return null
  try {
    return Intl.getCanonicalLocales(typed)[0] ?? null
  } catch {
    return null
  }
}
