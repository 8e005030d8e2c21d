import type { BoardView } from '@schakelbord/shared/views/board-view'
import { CalendarLanes } from '@schakelbord/shared/views/calendar-lanes'
import type { LaneAxis } from '@schakelbord/shared/views/lane-axis'
import { useLayoutEffect, useState } from 'react'

/** The lanes of a board by an axis, followed as long as the component lives; `null` on the very first drawing. */
export function useCalendarLanes(view: BoardView, axis: LaneAxis): CalendarLanes | null {
  const [lanes, setLanes] = useState<CalendarLanes | null>(null)
  // Made in an effect and not while drawing, since it listens to the board and must be let go again.
  useLayoutEffect(() => {
    const made = new CalendarLanes(view, axis)
    setLanes(made)
    return () => made.destroy()
  }, [view, axis])
  return lanes
}
