import type { RefObject } from 'react'
import type { BoardInteraction } from '../board/board-interaction.ts'
import type { BoardCell, BoardSurface } from '../board/board-surface.ts'
import { columnOfDay } from '../board/time-axis.ts'
import { targetOf, type DropTarget, type Grip } from './grip.ts'

/** The cell a thing hangs over when a key takes it. */
export function firstCellFor(grip: Grip, surface: BoardSurface, interaction: BoardInteraction): BoardCell | null {
  const { state } = surface
  if (state === null) return null
  if (grip.kind !== 'recipe' && grip.origin !== null) {
    return { laneId: grip.origin.laneId, column: columnOfDay(state.axis, grip.origin.startDay) }
  }
  const { active } = interaction.get()
  if (active !== null) return { laneId: active.laneId, column: columnOfDay(state.axis, active.day) }
  return surface.firstVisibleCell()
}

/** One arrow is one cell; below the last lane lies the tray. */
export function walkByKeys(
  grip: Grip,
  keyCell: RefObject<BoardCell | null>,
  [columns, lanes]: readonly [number, number],
  surface: BoardSurface,
): DropTarget | null {
  const { state } = surface
  const cell = keyCell.current
  if (state === null || cell === null) return null
  const ids = state.frame.lanes.map(({ id }) => id)
  const last = ids.length
  // The lane after the last is the tray.
  const lane = cell.laneId === trayLane ? last : ids.indexOf(cell.laneId)
  const nextLane = Math.min(Math.max(0, lane + lanes), grip.kind === 'resize' ? last - 1 : last)
  const column = Math.min(Math.max(0, cell.column + columns), state.axis.columns - 1)
  keyCell.current = { laneId: ids[nextLane] ?? trayLane, column }
  if (nextLane === last) return { kind: 'tray' }
  surface.reveal(keyCell.current)
  return targetOf(grip, keyCell.current, state.axis)
}

const trayLane = '\u0000tray'
