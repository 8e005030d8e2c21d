import type { BoardView } from '@schakelbord/shared/views/board-view'
import type { BoardSearch } from '@schakelbord/shared/views/search'

/** Something that was found. */
export interface SearchHit {
  /** Unique among the hits. */
  readonly id: string
  readonly kind: 'activities' | 'collectionParts'
  readonly entityId: string
}

const SHOWN_OF_EACH = 12

/**
 * What fits a query: activities first, then collection parts.
 *
 * @param partId only the activities this part is connected to
 */
export function findOnBoard(
  view: BoardView,
  search: BoardSearch,
  query: string,
  partId: string | null,
): readonly SearchHit[] {
  if (partId !== null) {
    return view
      .connectionsOfPart(partId)
      .flatMap(({ activityId }) => (activityId === null ? [] : [activity(activityId)]))
  }
  const typed = query.trim()
  if (typed === '') return []
  return [
    ...search.activities(typed).slice(0, SHOWN_OF_EACH).map(activity),
    ...search.parts(typed).slice(0, SHOWN_OF_EACH).map(part),
  ]
}

function activity(entityId: string): SearchHit {
  return { id: `activities-${entityId}`, kind: 'activities', entityId }
}

function part(entityId: string): SearchHit {
  return { id: `collectionParts-${entityId}`, kind: 'collectionParts', entityId }
}
