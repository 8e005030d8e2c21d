import { plainDate, toDayNumber } from '@schakelbord/shared/calendar/plain-date'
import { expect, test } from 'vitest'
import { columnOfDay, dayOfColumn, isOnAxis, rangeOfColumn, timeAxisOf } from './time-axis.ts'

const day = (text: string): number => toDayNumber(plainDate(text))

test('a month has a column for every day', () => {
  const axis = timeAxisOf(plainDate('2028-02-10'), 'month')
  expect(axis.columns).toBe(29)
  expect(columnOfDay(axis, day('2028-02-01'))).toBe(0)
  expect(columnOfDay(axis, day('2028-02-29'))).toBe(28)
  expect(isOnAxis(axis, day('2028-03-01'))).toBe(false)
  expect(isOnAxis(axis, day('2028-01-31'))).toBe(false)
})

test('a year has a column for every ISO week that touches it, the first one from its Monday', () => {
  const axis = timeAxisOf(plainDate('2027-06-14'), 'year')
  expect(rangeOfColumn(axis, 0)).toEqual({ start: '2026-12-28', end: '2027-01-03' })
  expect(rangeOfColumn(axis, axis.columns - 1)).toEqual({ start: '2027-12-27', end: '2028-01-02' })
  expect(axis.columns).toBe(53)
})

test('a quarter is cut into whole weeks and every day of a week falls in its column', () => {
  const axis = timeAxisOf(plainDate('2027-06-14'), 'quarter')
  const column = columnOfDay(axis, day('2027-06-14'))
  expect(dayOfColumn(axis, column)).toBe(day('2027-06-14'))
  for (let offset = 0; offset < 7; offset += 1) expect(columnOfDay(axis, day('2027-06-14') + offset)).toBe(column)
  expect(columnOfDay(axis, day('2027-06-21'))).toBe(column + 1)
})
