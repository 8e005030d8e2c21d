import { AT } from '../model/raw-entity.ts'
import { placementOf } from '../model/activity.ts'
import type { BoardDocument } from '../model/board-document.ts'
import { readEntity } from '../model/entity-snapshot.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'
import { appendSetMember, writeSetMember } from './write-set.ts'

/** The lists of an activity in which somebody ticks one thing. */
export type MembershipField = 'targetGroupIds' | 'valueIds' | 'themeIds' | 'layerIds' | 'partnerIds'

/** Ticks or unticks one thing in a list of an activity; two people who tick two things keep both. */
export function setMembership(
  board: BoardDocument,
  actor: Actor,
  input: {
    readonly activityId: string
    readonly field: MembershipField
    readonly memberId: string
    readonly on: boolean
  },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'set-membership', () => {
    const { activityId, field, memberId, on } = input
    const activity = readEntity(board, 'activities', activityId)
    if (activity === undefined || activity.gone) return refuse('activity-gone')
    const table = board.entities.activities
    if (activity[field].includes(memberId) === on) return refuse('nothing-changed')
    if (field === 'targetGroupIds') {
      const [main, next] = activity.targetGroupIds
      // The main group is where the card stands: it is part of the placement, not of the list.
      if (on && main === undefined) table.write(activityId, AT, { ...placementOf(activity), groupId: memberId })
      else if (!on && memberId === main) {
        table.write(activityId, AT, { ...placementOf(activity), groupId: next ?? null })
        writeSetMember(table, activityId, field, memberId, false)
      } else if (on) appendSetMember(table, activityId, field, memberId)
      else writeSetMember(table, activityId, field, memberId, false)
    } else writeSetMember(table, activityId, field, memberId, on)
    return { ok: true, value: null }
  })
}
