import { plainDate, toDayNumber } from '@schakelbord/shared/calendar/plain-date'
import { expect, test } from 'vitest'
import { layOutLane } from './lane-layout.ts'
import { moveFocus, placeAt, type FocusGround } from './roving-focus.ts'
import { timeAxisOf } from './time-axis.ts'

const axis = timeAxisOf(plainDate('2027-06-01'), 'month')
const day = (text: string): number => toDayNumber(plainDate(text))
const lanes = {
  one: layOutLane(
    [
      { id: 'long', startDay: day('2027-06-03'), endDay: day('2027-06-08') },
      { id: 'short', startDay: day('2027-06-05'), endDay: day('2027-06-05') },
    ],
    axis,
    1,
  ),
  two: layOutLane([{ id: 'late', startDay: day('2027-06-20'), endDay: day('2027-06-20') }], axis, 1),
}
const ground: FocusGround = {
  axis,
  laneIds: ['one', 'two'],
  layout: (laneId) => (laneId === 'one' ? lanes.one : lanes.two),
}

test('sideways the focus goes by cells and past the whole of a card', () => {
  const start = placeAt(ground, 'one', 1, 'top')
  expect(start.cardId).toBeNull()
  const onLong = moveFocus(ground, start, 'right')
  expect(onLong.cardId).toBe('long')
  const after = moveFocus(ground, onLong, 'right')
  expect(after).toEqual({ laneId: 'one', day: day('2027-06-09'), cardId: null })
  expect(moveFocus(ground, after, 'left').cardId).toBe('long')
})

test('downwards it goes through the cards of a cell, then to the next lane', () => {
  const onLong = placeAt(ground, 'one', 4, 'top')
  const onShort = moveFocus(ground, onLong, 'down')
  expect([onLong.cardId, onShort.cardId]).toEqual(['long', 'short'])
  const below = moveFocus(ground, onShort, 'down')
  expect(below).toEqual({ laneId: 'two', day: day('2027-06-05'), cardId: null })
  expect(moveFocus(ground, below, 'up').cardId).toBe('short')
})

test('it stays on the board at its edges', () => {
  const corner = placeAt(ground, 'one', 0, 'top')
  expect(moveFocus(ground, corner, 'left')).toEqual(corner)
  expect(moveFocus(ground, corner, 'up')).toEqual(corner)
  const end = moveFocus(ground, corner, 'row-end')
  expect(moveFocus(ground, end, 'right')).toEqual(end)
})

test('it jumps from card to card', () => {
  const start = placeAt(ground, 'one', 0, 'top')
  expect(moveFocus(ground, start, 'next-card').cardId).toBe('long')
  const end = moveFocus(ground, start, 'row-end')
  expect(moveFocus(ground, end, 'previous-card').cardId).toBe('short')
})
