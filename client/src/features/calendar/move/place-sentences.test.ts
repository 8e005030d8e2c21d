import { plainDate, toDayNumber } from '@schakelbord/shared/calendar/plain-date'
import { expect, test } from 'vitest'
import { en } from '#i18n/en.ts'
import { nl } from '#i18n/nl.ts'
import { targetName } from './place-sentences.ts'

const lanes = [
  { id: 'teens', axis: 'targetGroup', label: 'Tieners (12-18)' },
  { id: '', axis: 'targetGroup', label: '' },
] as const
const startDay = toDayNumber(plainDate('2027-02-16'))

test('a place is announced by lane, week and day in the language of the reader', () => {
  const target = { kind: 'cell', laneId: 'teens', startDay, endDay: startDay } as const
  expect(targetName(target, lanes, 'nl', nl)).toBe('Tieners (12-18) · week 7 · di 16 feb')
  expect(targetName(target, lanes, 'en', en)).toBe('Tieners (12-18) · week 7 · Tue 16 Feb')
})

test('a range, the lane without a group, the tray and the outside have names too', () => {
  const range = { kind: 'cell', laneId: '', startDay, endDay: startDay + 3 } as const
  expect(targetName(range, lanes, 'nl', nl)).toBe('Nog geen doelgroep · week 7 · 16–19 feb')
  expect(targetName({ kind: 'tray' }, lanes, 'nl', nl)).toBe('Nog niet gepland')
  expect(targetName(null, lanes, 'en', en)).toBe('Not here: letting go puts it back')
})

test('one thing that came along is said as one', () => {
  expect(nl.calendar.done.placed('Poëzie', 'week 5', { along: 1, behind: 0 })).toBe(
    '‘Poëzie’ staat nu op week 5. 1 bericht of stap schoof mee',
  )
  expect(en.calendar.done.placed('Poetry', 'week 5', { along: 1, behind: 2 })).toBe(
    '‘Poetry’ is now on week 5. 1 message or step moved along, 2 locked ones stayed',
  )
})

test('what is said about a move names what came along and what stayed', () => {
  const said = nl.calendar.done.placed('Poëzie', 'Onderbouw · week 5', { along: 4, behind: 1 })
  expect(said).toBe(
    '‘Poëzie’ staat nu op Onderbouw · week 5. 4 berichten en stappen schoven mee, 1 op slot bleef staan',
  )
})
