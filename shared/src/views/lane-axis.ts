import { disciplines } from '../domain/disciplines.ts'
import { recipes } from '../domain/recipes.ts'
import type { Activity, Placement } from '../model/activity.ts'
import type { BoardView } from './board-view.ts'

/** What the lanes of the calendar stand for. */
export const LANE_AXES = ['targetGroup', 'discipline', 'recipe', 'place'] as const

/** One of the ways to divide the calendar into lanes. */
export type LaneAxis = (typeof LANE_AXES)[number]

/** The id of the lane for cards that say nothing about the axis yet. */
export const NO_LANE = ''

/** The lane an activity stands in; each card stands in one. */
export function laneOf(axis: LaneAxis, activity: Activity): string {
  switch (axis) {
    case 'targetGroup':
      return activity.targetGroupIds[0] ?? NO_LANE
    case 'discipline':
      return activity.owners[0]?.discipline ?? NO_LANE
    case 'recipe':
      return activity.recipeId
    case 'place':
      return activity.placeId ?? NO_LANE
  }
}

/** What moving a card into a lane writes. A recipe cannot be taken away, so its empty lane writes nothing. */
export function laneTarget(axis: LaneAxis, laneId: string): Partial<Placement> {
  const value = laneId === NO_LANE ? null : laneId
  switch (axis) {
    case 'targetGroup':
      return { groupId: value }
    case 'discipline':
      return { discipline: value }
    case 'recipe':
      return value === null ? {} : { recipeId: value }
    case 'place':
      return { placeId: value }
  }
}

/** The lanes an axis always has, in order, with the board's own name where the board names them. */
export function fixedLanes(
  axis: LaneAxis,
  view: BoardView,
): readonly { readonly id: string; readonly label: string }[] {
  switch (axis) {
    case 'targetGroup':
      return view.all('targetGroups').map(({ id, name }) => ({ id, label: name }))
    case 'place':
      return view.all('places').map(({ id, name }) => ({ id, label: name }))
    case 'discipline':
      return disciplines.map(({ id }) => ({ id, label: '' }))
    case 'recipe':
      return recipes.map(({ id }) => ({ id, label: '' }))
  }
}
