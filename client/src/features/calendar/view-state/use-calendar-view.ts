import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { formatCalendarView, parseCalendarView, type CalendarViewState } from './calendar-view-state.ts'

/** Changes part of the view; `replace` leaves no step in the history (while typing). */
export type ChangeCalendarView = (change: Partial<CalendarViewState>, options?: { readonly replace: boolean }) => void

/** The view in the address bar: Back brings the one before, and nobody else's view changes. */
export function useCalendarView(): readonly [CalendarViewState, ChangeCalendarView] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const view = useMemo(() => parseCalendarView(search), [search])
  const change = useCallback<ChangeCalendarView>(
    (part, options) => {
      // The address itself, not the last drawing: two changes in one turn must not lose the first.
      const now = window.location.search
      const next = formatCalendarView({ ...parseCalendarView(now), ...part }, now)
      navigate(next === '' ? path : `${path}?${next}`, { replace: options?.replace ?? false })
    },
    [path, navigate],
  )
  return [view, change]
}
