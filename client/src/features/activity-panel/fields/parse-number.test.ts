import { expect, it } from 'vitest'
import { parseNumber, parseWhole } from './parse-number.ts'

it('reads numbers as people type them', () => {
  expect(parseNumber('3,8')).toBe(3.8)
  expect(parseNumber(' 1 200 ')).toBe(1200)
  expect(parseNumber('-2')).toBe(-2)
  expect(parseWhole('0')).toBe(0)
})

it('takes nothing that is not a number', () => {
  for (const typed of ['', 'twaalf', '12 à 14', '1e9', '0x10', 'Infinity']) expect(parseNumber(typed)).toBeNull()
  expect(parseWhole('3,8')).toBeNull()
  expect(parseWhole('99999999999999999999')).toBeNull()
})
