import type { DayNumber } from '@schakelbord/shared/calendar/day-number'
import type { TimeAxis } from '../board/time-axis.ts'
import { dayOfColumn } from '../board/time-axis.ts'

/** Where a held card came from. Units: day numbers, both included; `gripColumn` is where it was gripped. */
export interface CardOrigin {
  readonly laneId: string
  readonly startDay: DayNumber
  readonly endDay: DayNumber
  readonly gripColumn: number
}

/** What is in the hand. */
export type Grip =
  | { readonly kind: 'card'; readonly id: string; readonly origin: CardOrigin | null }
  | { readonly kind: 'resize'; readonly id: string; readonly edge: 'start' | 'end'; readonly origin: CardOrigin }
  | { readonly kind: 'recipe'; readonly recipeId: string }

/** Where it would land now. */
export type DropTarget =
  | { readonly kind: 'cell'; readonly laneId: string; readonly startDay: DayNumber; readonly endDay: DayNumber }
  | { readonly kind: 'tray' }

/**
 * Where a grip over a cell lands: a card keeps its length and its weekday, a new one starts on the column's first day,
 * an end snaps to the column.
 */
export function targetOf(
  grip: Grip,
  cell: { readonly laneId: string; readonly column: number },
  axis: TimeAxis,
): DropTarget {
  const { laneId, column } = cell
  const first = dayOfColumn(axis, column)
  const last = first + axis.daysPerColumn - 1
  if (grip.kind === 'resize') {
    const { origin } = grip
    return grip.edge === 'start'
      ? { kind: 'cell', laneId: origin.laneId, startDay: Math.min(first, origin.endDay), endDay: origin.endDay }
      : { kind: 'cell', laneId: origin.laneId, startDay: origin.startDay, endDay: Math.max(last, origin.startDay) }
  }
  if (grip.kind === 'card' && grip.origin !== null) {
    const { startDay, endDay, gripColumn } = grip.origin
    const days = (column - gripColumn) * axis.daysPerColumn
    return { kind: 'cell', laneId, startDay: startDay + days, endDay: endDay + days }
  }
  return { kind: 'cell', laneId, startDay: first, endDay: first }
}

/** Whether two targets are the same place. */
export function isSameTarget(a: DropTarget | null, b: DropTarget | null): boolean {
  if (a === null || b === null || a.kind === 'tray' || b.kind === 'tray') return a === b || a?.kind === b?.kind
  return a.laneId === b.laneId && a.startDay === b.startDay && a.endDay === b.endDay
}

/** Whether letting go here would change nothing. */
export function isWhereItWas(grip: Grip, target: DropTarget): boolean {
  if (grip.kind === 'recipe') return false
  if (target.kind === 'tray') return grip.kind === 'card' && grip.origin === null
  const { origin } = grip
  return (
    origin !== null &&
    origin.laneId === target.laneId &&
    origin.startDay === target.startDay &&
    origin.endDay === target.endDay
  )
}
