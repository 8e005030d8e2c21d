import { periodOf } from '@schakelbord/shared/calendar/calendar-period'
import { plainDate } from '@schakelbord/shared/calendar/plain-date'
import { readActivity } from '@schakelbord/shared/model/activity'
import { expect, test } from 'vitest'
import { agendaWeeksOf } from './agenda-weeks.ts'

const period = periodOf(plainDate('2027-06-14'), 'month')
const activity = (id: string, start: string | null, end = start) => readActivity(id, { title: id, start, end }, false)

test('the agenda is complete: every dated activity of the period once, in the week it starts', () => {
  const activities = [
    activity('last', '2027-06-30'),
    activity('running', '2027-05-01', '2027-06-03'),
    activity('b', '2027-06-16'),
    activity('a', '2027-06-16'),
    activity('undated', null),
    activity('elsewhere', '2027-07-01'),
  ]
  const weeks = agendaWeeksOf(period, activities)
  expect(weeks).toHaveLength(5)
  expect(weeks.map(({ ids }) => ids)).toEqual([['running'], [], ['a', 'b'], [], ['last']])
})
