import { plainDate, toDayNumber } from '@schakelbord/shared/calendar/plain-date'
import { expect, test } from 'vitest'
import { cardsInWindow, layOutLane, type CardDays } from './lane-layout.ts'
import { timeAxisOf } from './time-axis.ts'

const year = timeAxisOf(plainDate('2027-01-01'), 'year')
const month = timeAxisOf(plainDate('2027-06-01'), 'month')

function card(id: string, start: string, end = start): CardDays {
  return { id, startDay: toDayNumber(plainDate(start)), endDay: toDayNumber(plainDate(end)) }
}

test('two cards of one week never share a row in the year, even on different days', () => {
  const { cards, rows } = layOutLane([card('a', '2027-06-14'), card('b', '2027-06-18')], year, 1)
  expect(rows).toBe(2)
  expect(new Set(cards.map(({ row }) => row)).size).toBe(2)
})

test('a short card keeps room for its name, and no other card of its row comes there', () => {
  const { cards } = layOutLane([card('a', '2027-06-14'), card('b', '2027-06-21')], year, 4)
  expect(cards.map(({ row }) => row)).toEqual([0, 1])
  expect(cards[0]?.reachColumn).toBe((cards[0]?.firstColumn ?? 0) + 3)
})

test('a card at the end of the board has its name before it', () => {
  const { cards } = layOutLane([card('a', '2027-06-30')], month, 4)
  expect(cards[0]).toMatchObject({ firstColumn: 29, lastColumn: 29, nameColumn: 25, reachColumn: 29 })
})

test('what lies outside the period is left out, what runs over its ends is cut there', () => {
  const { cards } = layOutLane(
    [
      card('before', '2027-05-01', '2027-05-31'),
      card('through', '2027-05-20', '2027-07-02'),
      card('after', '2027-07-01'),
    ],
    month,
    1,
  )
  expect(cards).toHaveLength(1)
  expect(cards[0]).toMatchObject({ id: 'through', firstColumn: 0, lastColumn: 29, startsBefore: true, endsAfter: true })
})

test('no two cards of a row overlap, whatever the cards', () => {
  let seed = 7
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  const first = toDayNumber(plainDate('2027-01-01'))
  const cards = Array.from({ length: 400 }, (_, index) => {
    const startDay = first + random(365)
    return { id: `c${index}`, startDay, endDay: startDay + random(40) }
  })
  const layout = layOutLane(cards, year, 3)
  const ends = new Map<number, number>()
  for (const placed of layout.cards) {
    expect(placed.nameColumn).toBeGreaterThan(ends.get(placed.row) ?? -1)
    ends.set(placed.row, placed.reachColumn)
  }
  expect(layout.cards).toHaveLength(400)
})

test('only what can be seen is drawn, and what has the focus or is in the hand', () => {
  const cards = Array.from({ length: 50 }, (_, index) => card(`c${index}`, '2027-06-14', '2027-06-20'))
  const layout = layOutLane(cards, month, 1)
  const window = { firstColumn: 0, lastColumn: 29, firstRow: 0, lastRow: 9 }
  expect(cardsInWindow(layout, window, [])).toHaveLength(10)
  expect(cardsInWindow(layout, window, [layout.cards[3]?.id ?? null, layout.cards[40]?.id ?? null, null])).toHaveLength(
    11,
  )
  expect(cardsInWindow(layout, { ...window, firstColumn: 20 }, [])).toHaveLength(0)
})
