import { expect, it } from 'vitest'
import { matching } from './matching.ts'

const options = [
  { id: 'a', label: 'Poëzieweek', detail: '28 jan – 3 feb' },
  { id: 'b', label: 'Week van de poëzie voor kinderen' },
  { id: 'c', label: 'Boekenweek' },
]

function ids(query: string, limit = 10): readonly string[] {
  return matching(options, query, limit).map(({ id }) => id)
}

it('finds every word anywhere, accents and capitals aside', () => {
  expect(ids('POEZIE week')).toEqual(['a', 'b'])
  expect(ids('kinderen poëzie')).toEqual(['b'])
  expect(ids('jan')).toEqual(['a'])
  expect(ids('zee')).toEqual([])
})

it('shows all, up to its limit, before anything is typed', () => {
  expect(ids('')).toEqual(['a', 'b', 'c'])
  expect(ids('  ', 2)).toEqual(['a', 'b'])
})
