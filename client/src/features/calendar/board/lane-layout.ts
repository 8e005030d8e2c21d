import { columnOfDay, type TimeAxis } from './time-axis.ts'

/** A card's days in its lane. Units: day numbers, both included. */
export interface CardDays {
  readonly id: string
  readonly startDay: number
  readonly endDay: number
}

/** Where a card stands in its lane. Units: columns of the axis, both ends included. */
export interface PlacedCard {
  readonly id: string
  readonly firstColumn: number
  readonly lastColumn: number
  /** The columns its title may take: a short card keeps room for its name, at the end of the board on its left. */
  readonly nameColumn: number
  readonly reachColumn: number
  readonly row: number
  readonly startsBefore: boolean
  readonly endsAfter: boolean
}

/** The cards of one lane on one axis, in reading order. */
export interface LaneLayout {
  readonly cards: readonly PlacedCard[]
  readonly rows: number
}

/**
 * Puts the cards of a lane in rows so that no two of a row touch the same column.
 *
 * @param titleColumns how many columns a readable title needs at least
 */
export function layOutLane(cards: readonly CardDays[], axis: TimeAxis, titleColumns: number): LaneLayout {
  const spans = cards.flatMap(({ id, startDay, endDay }) => {
    const first = columnOfDay(axis, startDay)
    const last = columnOfDay(axis, endDay)
    if (last < 0 || first >= axis.columns) return []
    const firstColumn = Math.max(0, first)
    const lastColumn = Math.min(axis.columns - 1, last)
    // At the end of the board there may be too little room for a name: then it stands before the card.
    const fits = (axis.columns - firstColumn) * 3 >= titleColumns * 2
    const nameColumn = fits ? firstColumn : Math.max(0, firstColumn - titleColumns)
    const reachColumn = Math.max(lastColumn, Math.min(axis.columns - 1, nameColumn + titleColumns - 1))
    return [
      {
        id,
        firstColumn,
        lastColumn,
        nameColumn,
        reachColumn,
        startsBefore: first < 0,
        endsAfter: last >= axis.columns,
      },
    ]
  })
  spans.sort(
    (a, b) =>
      a.nameColumn - b.nameColumn ||
      a.firstColumn - b.firstColumn ||
      b.lastColumn - a.lastColumn ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
  const ends: number[] = []
  const placed = spans.map((span) => {
    let row = ends.findIndex((end) => end < span.nameColumn)
    if (row < 0) row = ends.length
    ends[row] = span.reachColumn
    return { ...span, row }
  })
  return { cards: placed, rows: ends.length }
}

/** The cards that can be seen in a window, by arithmetic. Units: columns and rows, both ends included. */
export function cardsInWindow(
  layout: LaneLayout,
  window: {
    readonly firstColumn: number
    readonly lastColumn: number
    readonly firstRow: number
    readonly lastRow: number
  },
  alwaysIds: readonly (string | null)[],
): readonly PlacedCard[] {
  return layout.cards.filter(
    (card) =>
      (card.row >= window.firstRow &&
        card.row <= window.lastRow &&
        card.nameColumn <= window.lastColumn &&
        card.reachColumn >= window.firstColumn) ||
      alwaysIds.includes(card.id),
  )
}
