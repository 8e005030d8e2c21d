import { plainDate } from '@schakelbord/shared/calendar/plain-date'
import { expect, test } from 'vitest'
import {
  defaultCalendarView,
  formatCalendarView,
  isFiltered,
  parseCalendarView,
  type CalendarViewState,
} from './calendar-view-state.ts'

const views: readonly CalendarViewState[] = [
  defaultCalendarView,
  { ...defaultCalendarView, axis: 'place', zoom: 'year', from: plainDate('2027-03-01') },
  { ...defaultCalendarView, query: 'leestafel & meer ~ ?', groups: ['g.1', 'teens-12-18'], phases: ['idea', 'firm'] },
  { ...defaultCalendarView, layers: [], form: 'agenda' },
  { ...defaultCalendarView, layers: ['school'], form: 'grid', axis: 'recipe', zoom: 'month' },
]

test('a view survives the address bar', () => {
  for (const view of views) expect(parseCalendarView(formatCalendarView(view, ''))).toEqual(view)
})

test('the ordinary view leaves the address bare', () => {
  expect(formatCalendarView(defaultCalendarView, '')).toBe('')
})

test('what others keep in the address stays, what was the view before goes', () => {
  const search = formatCalendarView({ ...defaultCalendarView, zoom: 'year' }, '?card=c12&q=oud&from=2027-01-01')
  expect(new URLSearchParams(search).get('card')).toBe('c12')
  expect(parseCalendarView(search)).toEqual({ ...defaultCalendarView, zoom: 'year' })
})

test('nonsense becomes the ordinary view', () => {
  const nonsense = '?axis=colour&zoom=9&from=2027-02-30&phases=late~idea&layers=moon&form=wall&groups=~~'
  expect(parseCalendarView(nonsense)).toEqual({ ...defaultCalendarView, phases: ['idea'], layers: [] })
})

test('commas are understood too, and doubles count once', () => {
  expect(parseCalendarView('?groups=a,b,a').groups).toEqual(['a', 'b'])
})

test('a view is filtered by text, groups or phases, not by layers', () => {
  expect(isFiltered(defaultCalendarView)).toBe(false)
  expect(isFiltered({ ...defaultCalendarView, layers: [] })).toBe(false)
  expect(isFiltered({ ...defaultCalendarView, query: '  ' })).toBe(false)
  expect(isFiltered({ ...defaultCalendarView, phases: ['idea'] })).toBe(true)
})
