import type { ActivePlace } from './board-interaction.ts'
import type { LaneLayout, PlacedCard } from './lane-layout.ts'
import { columnOfDay, dayOfColumn, type TimeAxis } from './time-axis.ts'

/** A step of the focus over the board. */
export type FocusStep = 'left' | 'right' | 'up' | 'down' | 'previous-card' | 'next-card' | 'row-start' | 'row-end'

/** What the focus moves over. */
export interface FocusGround {
  readonly axis: TimeAxis
  readonly laneIds: readonly string[]
  layout(laneId: string): LaneLayout
}

/** The cards that cover a column of a lane, from top to bottom. */
export function cardsAt(layout: LaneLayout, column: number): readonly PlacedCard[] {
  return layout.cards
    .filter((card) => card.firstColumn <= column && column <= card.lastColumn)
    .sort((a, b) => a.row - b.row)
}

/** The place on a column of a lane: its first card, else the empty cell. */
export function placeAt(ground: FocusGround, laneId: string, column: number, from: 'top' | 'bottom'): ActivePlace {
  const clamped = Math.min(Math.max(0, column), ground.axis.columns - 1)
  const cards = cardsAt(ground.layout(laneId), clamped)
  const card = from === 'top' ? cards[0] : cards.at(-1)
  return { laneId, day: dayOfColumn(ground.axis, clamped), cardId: card?.id ?? null }
}

/**
 * Where the focus goes: by cells, through the cards of a cell, then to the next lane.
 *
 * Source: WAI-ARIA APG, grid pattern.
 */
export function moveFocus(ground: FocusGround, active: ActivePlace, step: FocusStep): ActivePlace {
  const { axis, laneIds } = ground
  const layout = ground.layout(active.laneId)
  const column = Math.min(Math.max(0, columnOfDay(axis, active.day)), axis.columns - 1)
  const card = layout.cards.find(({ id }) => id === active.cardId)
  switch (step) {
    case 'left':
      return placeAt(ground, active.laneId, (card?.firstColumn ?? column) - 1, 'top')
    case 'right':
      return placeAt(ground, active.laneId, (card?.lastColumn ?? column) + 1, 'top')
    case 'row-start':
      return placeAt(ground, active.laneId, 0, 'top')
    case 'row-end':
      return placeAt(ground, active.laneId, axis.columns - 1, 'top')
    case 'up':
    case 'down': {
      const stack = cardsAt(layout, column)
      const index = stack.findIndex(({ id }) => id === active.cardId)
      const neighbour = index < 0 ? undefined : stack[step === 'up' ? index - 1 : index + 1]
      if (neighbour) return { ...active, cardId: neighbour.id }
      const laneId = laneIds[laneIds.indexOf(active.laneId) + (step === 'up' ? -1 : 1)]
      return laneId === undefined ? active : placeAt(ground, laneId, column, step === 'up' ? 'bottom' : 'top')
    }
    case 'previous-card':
    case 'next-card': {
      const index = layout.cards.findIndex(({ id }) => id === active.cardId)
      const next = step === 'next-card'
      const found =
        index >= 0
          ? layout.cards[next ? index + 1 : index - 1]
          : next
            ? layout.cards.find(({ firstColumn }) => firstColumn >= column)
            : layout.cards.findLast(({ firstColumn }) => firstColumn <= column)
      return found ? { ...active, day: dayOfColumn(axis, found.firstColumn), cardId: found.id } : active
    }
  }
}
