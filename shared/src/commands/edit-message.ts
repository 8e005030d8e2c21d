import { parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { BoardDocument } from '../model/board-document.ts'
import { activityStart } from '../model/entity-record.ts'
import { readEntity } from '../model/entity-snapshot.ts'
import type { MessageDates, MessageState } from '../model/message.ts'
import { ANCHOR, ON } from '../model/raw-entity.ts'
import { refuse, runCommand, type Actor, type CommandResult } from './run-command.ts'

/** The sides of a message that can be changed. */
export interface MessageChanges {
  readonly publishOn?: PlainDate | null
  readonly copyDue?: PlainDate | null
  readonly state?: MessageState
  readonly locked?: boolean
  readonly ownerId?: string | null
  readonly text?: string
  readonly channelId?: string
}

/** Changes a message. Its dates are one gesture; a locked one lets go of its activity's start. */
export function editMessage(
  board: BoardDocument,
  actor: Actor,
  input: { readonly messageId: string; readonly changes: MessageChanges },
): CommandResult<null> {
  return runCommand<null>(board, actor, 'edit-message', () => {
    const { messageId, changes } = input
    const message = readEntity(board, 'messages', messageId)
    if (message === undefined || message.gone) return refuse('message-gone')
    const { publishOn, copyDue, ...fields } = changes
    for (const date of [publishOn, copyDue]) if (date && parsePlainDate(date) === null) return refuse('bad-date')
    const table = board.entities.messages
    for (const [field, value] of Object.entries(fields)) if (value !== undefined) table.write(messageId, field, value)
    if (publishOn !== undefined || copyDue !== undefined || changes.locked !== undefined) {
      const locked = changes.locked ?? message.locked
      const start = message.activityId === null ? null : activityStart(board, message.activityId)
      const dates: MessageDates = {
        publishOn: publishOn === undefined ? message.publishOn : publishOn,
        copyDue: copyDue === undefined ? message.copyDue : copyDue,
        [ANCHOR]: locked ? null : start,
      }
      table.write(messageId, ON, dates)
    }
    return { ok: true, value: null }
  })
}
