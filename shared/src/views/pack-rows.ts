/** A card as a stretch of days. Units: day numbers, both inclusive. */
export interface Span {
  readonly id: string
  readonly startDay: number
  readonly endDay: number
}

/** A card with the row it stands on; rows count from 0. */
export interface LaneCard extends Span {
  readonly row: number
}

/**
 * Gives every card the first row that is free on its days, so that overlapping cards never share one.
 *
 * @param alignDay days are first widened to what the screen shows as one column (a week, say)
 */
export function packRows(spans: readonly Span[], widen: (span: Span) => readonly [number, number] = exact): LaneCard[] {
  const ordered = [...spans].sort(
    (a, b) => a.startDay - b.startDay || b.endDay - a.endDay || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
  const freeFrom: number[] = []
  return ordered.map((span) => {
    const [from, to] = widen(span)
    let row = freeFrom.findIndex((free) => free <= from)
    if (row < 0) row = freeFrom.length
    freeFrom[row] = to + 1
    return { ...span, row }
  })
}

const exact = (span: Span): readonly [number, number] => [span.startDay, span.endDay]
