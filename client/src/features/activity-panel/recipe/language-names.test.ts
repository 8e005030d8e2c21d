import { expect, it } from 'vitest'
import { COMMON_LANGUAGES, languageCodeOf, languageName } from './language-names.ts'

it('names a language in the language of the screen', () => {
  expect(languageName('uk', 'nl')).toBe('Oekraïens')
  expect(languageName('uk', 'en')).toBe('Ukrainian')
  expect(languageName('not a code', 'nl')).toBe('not a code')
})

it('reads a code as people type it', () => {
  expect(languageCodeOf('NL')).toBe('nl')
  expect(languageCodeOf('zh-hant')).toBe('zh-Hant')
  expect(languageCodeOf('Oekraïens')).toBeNull()
  expect(languageCodeOf('x')).toBeNull()
})

it('has a canonical code for every common language', () => {
  for (const code of COMMON_LANGUAGES) expect(languageCodeOf(code)).toBe(code)
})
