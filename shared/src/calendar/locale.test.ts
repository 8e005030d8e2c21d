import { expect, it } from 'vitest'
import { isLocale, locales } from './locale.ts'

it('knows the languages of the screen by their own codes only', () => {
  expect(locales).toEqual(['nl', 'en'])
  expect(locales.every(isLocale)).toBe(true)
  expect(['NL', 'nl-NL', 'fr', '', null, undefined].filter(isLocale)).toEqual([])
})
