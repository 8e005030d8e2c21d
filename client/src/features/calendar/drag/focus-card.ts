import type { BoardInteraction } from '../board/board-interaction.ts'
import type { BoardSurface } from '../board/board-surface.ts'
import { columnOfDay, dayOfColumn } from '../board/time-axis.ts'
import { standOf, type PlacingContext } from '../move/place-on-board.ts'

/** Gives the focus back to a card where it stands now, on the board or in the tray. */
export function focusCard(
  id: string,
  interaction: BoardInteraction,
  surface: BoardSurface,
  placing: PlacingContext,
): void {
  const stand = standOf(placing.host, placing.lanes, id)
  const { state } = surface
  if (stand !== null && state !== null) {
    const column = Math.max(0, columnOfDay(state.axis, stand.startDay))
    if (column < state.axis.columns) {
      interaction.focus({ laneId: stand.laneId, day: dayOfColumn(state.axis, column), cardId: id })
    }
  }
  // The card may be another element now, under another parent: two frames later it is there.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const element = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
      if (element !== null && document.activeElement !== element) element.focus({ preventScroll: stand !== null })
    }),
  )
}
