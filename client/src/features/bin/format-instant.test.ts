import { expect, it } from 'vitest'
import { formatInstant } from './format-instant.ts'

it('says a moment in the time zone of the board', () => {
  expect(formatInstant('2027-06-14T22:30:00Z', 'nl', 'Europe/Amsterdam')).toContain('15 jun 2027')
  expect(formatInstant('2027-06-14T22:30:00Z', 'nl', 'Europe/Amsterdam')).toContain('00:30')
  expect(formatInstant('2027-06-14T22:30:00Z', 'en', 'UTC')).toContain('14')
})

it('says nothing of what is no moment, and survives a strange time zone', () => {
  expect(formatInstant('', 'nl', 'Europe/Amsterdam')).toBe('')
  expect(formatInstant('gisteren', 'nl', 'Europe/Amsterdam')).toBe('')
  expect(formatInstant('2027-06-14T12:00:00Z', 'nl', 'Atlantis/Stad')).toContain('2027')
})
