import type { BoardView } from '@schakelbord/shared/views/board-view'
import { useEffect, useMemo, useState } from 'react'
import type { CalendarViewState } from '../view-state/calendar-view-state.ts'
import { noFilter, type CalendarFilter } from './calendar-filter.ts'

type Search = { activities(query: string): readonly string[] }
const searches = new WeakMap<BoardView, Promise<Search>>()

/** The index of a board's words; it loads when somebody types a first letter. */
function searchOf(view: BoardView): Promise<Search> {
  let search = searches.get(view)
  if (search === undefined) {
    search = import('@schakelbord/shared/views/search').then(({ BoardSearch }) => new BoardSearch(view))
    searches.set(view, search)
  }
  return search
}

/** The filter of a view state; a text is searched again when the board changes. */
export function useCalendarFilterOf(view: BoardView, state: CalendarViewState): CalendarFilter {
  const query = state.query.trim()
  const [found, setFound] = useState<ReadonlySet<string> | null>(null)
  useEffect(() => {
    if (query === '') {
      setFound(null)
      return
    }
    let current = true
    const look = (): void => {
      void searchOf(view).then((search) => {
        if (!current) return
        const ids = new Set(search.activities(query))
        setFound((before) => (before !== null && sameSet(before, ids) ? before : ids))
      })
    }
    look()
    const stop = view.onChange(({ activities }) => {
      if (activities.size > 0) look()
    })
    return () => {
      current = false
      stop()
    }
  }, [view, query])
  return useMemo(() => {
    if (found === null && state.groups.length === 0 && state.phases.length === 0) return noFilter
    return { groups: new Set(state.groups), phases: new Set(state.phases), found }
  }, [found, state.groups, state.phases])
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id))
}
