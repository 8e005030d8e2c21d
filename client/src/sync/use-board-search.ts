import type { BoardView } from '@schakelbord/shared/views/board-view'
import { BoardSearch } from '@schakelbord/shared/views/search'
import { useSession } from './use-session.ts'

const searches = new WeakMap<BoardView, BoardSearch>()

/** The search over the open board: one index, however many places search; it ends with the board's view. */
export function useBoardSearch(): BoardSearch {
  const { view } = useSession()
  let search = searches.get(view)
  if (search === undefined) {
    search = new BoardSearch(view)
    searches.set(view, search)
  }
  return search
}
