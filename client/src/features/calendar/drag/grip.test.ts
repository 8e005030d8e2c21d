import { plainDate, toDayNumber } from '@schakelbord/shared/calendar/plain-date'
import { expect, test } from 'vitest'
import { columnOfDay, timeAxisOf } from '../board/time-axis.ts'
import { DragHand } from './drag-hand.ts'
import { targetOf, type Grip } from './grip.ts'

const day = (text: string): number => toDayNumber(plainDate(text))
const quarter = timeAxisOf(plainDate('2027-06-01'), 'quarter')
const month = timeAxisOf(plainDate('2027-06-01'), 'month')

test('a card keeps its weekday and its length when it moves by weeks', () => {
  const origin = { laneId: 'a', startDay: day('2027-06-16'), endDay: day('2027-06-24'), gripColumn: 0 }
  const gripColumn = columnOfDay(quarter, origin.startDay)
  const grip: Grip = { kind: 'card', id: 'c', origin: { ...origin, gripColumn } }
  expect(targetOf(grip, { laneId: 'b', column: gripColumn - 2 }, quarter)).toEqual({
    kind: 'cell',
    laneId: 'b',
    startDay: day('2027-06-02'),
    endDay: day('2027-06-10'),
  })
})

test('a long card gripped in its middle moves as far as the hand, not to the hand', () => {
  const origin = { laneId: 'a', startDay: day('2027-06-01'), endDay: day('2027-06-20'), gripColumn: 10 }
  const target = targetOf({ kind: 'card', id: 'c', origin }, { laneId: 'a', column: 11 }, month)
  expect(target).toMatchObject({ startDay: day('2027-06-02'), endDay: day('2027-06-21') })
})

test('a card without a date and a recipe start on the first day of the column', () => {
  const column = columnOfDay(quarter, day('2027-06-14'))
  for (const grip of [
    { kind: 'card', id: 'c', origin: null },
    { kind: 'recipe', recipeId: 'poezee' },
  ] as const) {
    expect(targetOf(grip, { laneId: 'a', column }, quarter)).toMatchObject({ startDay: day('2027-06-14') })
  }
})

test('an end snaps to the column and never passes the other end', () => {
  const origin = { laneId: 'a', startDay: day('2027-06-10'), endDay: day('2027-06-12'), gripColumn: 11 }
  const end: Grip = { kind: 'resize', id: 'c', edge: 'end', origin }
  const start: Grip = { kind: 'resize', id: 'c', edge: 'start', origin }
  expect(targetOf(end, { laneId: 'x', column: 19 }, month)).toMatchObject({ laneId: 'a', endDay: day('2027-06-20') })
  expect(targetOf(end, { laneId: 'a', column: 0 }, month)).toMatchObject({ endDay: day('2027-06-10') })
  expect(targetOf(start, { laneId: 'a', column: 29 }, month)).toMatchObject({ startDay: day('2027-06-12') })
  const week = columnOfDay(quarter, day('2027-06-14'))
  expect(targetOf(end, { laneId: 'a', column: week }, quarter)).toMatchObject({ endDay: day('2027-06-20') })
})

test('the hand tells a new place once and gives back what it held', () => {
  const hand = new DragHand()
  let told = 0
  hand.subscribe(() => (told += 1))
  expect(hand.over({ kind: 'tray' })).toBe(false)
  hand.take({ kind: 'recipe', recipeId: 'poezee' }, 'pointer', null)
  expect(hand.over({ kind: 'tray' })).toBe(true)
  expect(hand.over({ kind: 'tray' })).toBe(false)
  expect(hand.release()).toMatchObject({ grip: { kind: 'recipe', recipeId: 'poezee' }, target: { kind: 'tray' } })
  expect(hand.get().grip).toBeNull()
  expect(told).toBe(3)
})
