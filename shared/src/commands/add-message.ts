import type { BoardDocument } from '../model/board-document.ts'
import { activityStart } from '../model/entity-record.ts'
import { newId } from '../model/ids.ts'
import { createMessage, UNDATED_ANCHOR } from './lay-out-script.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** Adds a message for a channel, its dates counted back from the activity by the channel's lead times. */
export function addMessage(
  board: BoardDocument,
  actor: Actor,
  input: { readonly activityId: string; readonly channelId: string },
): CommandResult<{ readonly messageId: string }> {
  return runCommand<{ readonly messageId: string }>(board, actor, 'add-message', () => {
    const { activityId, channelId } = input
    if (!board.entities.activities.isAlive(activityId)) return refuse('activity-gone')
    const messageId = newId()
    createMessage(board, activityId, channelId, activityStart(board, activityId) ?? UNDATED_ANCHOR, messageId)
    return { ok: true, value: { messageId } }
  })
}
