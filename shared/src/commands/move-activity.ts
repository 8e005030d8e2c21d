import { AT } from '../model/raw-entity.ts'
import { placementOf, type Placement } from '../model/activity.ts'
import type { BoardDocument } from '../model/board-document.ts'
import { readEntity } from '../model/entity-snapshot.ts'
import { placeActivity, type PlacementChange } from './place-activity.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** What moved, for the sentence that says so. */
export interface ActivityMoved {
  readonly from: Placement
  readonly to: Placement
  /** Messages and steps that moved along. */
  readonly messages: number
  readonly steps: number
  /** Locked ones that stayed where they were. */
  readonly lockedBehind: number
}

/**
 * Moves a card between dates and lanes and from and to the tray.
 *
 * Its unlocked steps and messages are counted from its start, so they move along in the same single key.
 * Concurrency: the last drop stands as a whole; nobody's day is mixed with another's lane.
 */
export function moveActivity(
  board: BoardDocument,
  actor: Actor,
  input: PlacementChange & { readonly activityId: string },
): CommandResult<ActivityMoved> {
  return runCommand<ActivityMoved>(board, actor, 'move-activity', () => {
    const activity = readEntity(board, 'activities', input.activityId)
    if (activity === undefined || activity.gone) return refuse('activity-gone')
    const from = placementOf(activity)
    const to = placeActivity(from, input)
    if (to === null) return refuse('bad-date')
    if (JSON.stringify(to) === JSON.stringify(from)) return refuse('nothing-changed')
    board.entities.activities.write(input.activityId, AT, to)
    const moved = from.start === to.start ? NOTHING_ALONG : countAlong(board, input.activityId)
    return { ok: true, value: { from, to, ...moved } }
  })
}

const NOTHING_ALONG = { messages: 0, steps: 0, lockedBehind: 0 }

function countAlong(board: BoardDocument, activityId: string): typeof NOTHING_ALONG {
  const along = { messages: 0, steps: 0, lockedBehind: 0 }
  for (const kind of ['messages', 'steps'] as const) {
    const table = board.entities[kind]
    for (const id of table.ids()) {
      const merged = table.merged(id)
      if (merged?.['activityId'] !== activityId || table.isGone(id)) continue
      if (merged['locked'] === true) along.lockedBehind++
      else along[kind]++
    }
  }
  return along
}
