import { expect, it } from 'vitest'
import { readCreators } from './part-suggestions.ts'

it('takes makers apart as people write them', () => {
  expect(readCreators('Julia Donaldson, Axel Scheffler')).toEqual(['Julia Donaldson', 'Axel Scheffler'])
  expect(readCreators('Donaldson, Julia; Scheffler, Axel')).toEqual(['Donaldson, Julia', 'Scheffler, Axel'])
  expect(readCreators(' , ')).toEqual([])
})
