import { parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { BoardDocument } from '../model/board-document.ts'
import { resolveAnchored } from '../model/anchored-date.ts'
import { activityStart } from '../model/entity-record.ts'
import { readEntity } from '../model/entity-snapshot.ts'
import { messageDatesOf, type MessageDates, type MessageState } from '../model/message.ts'
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
    const start = message.activityId === null ? null : activityStart(board, message.activityId)
    const written = messageDatesOf(table.merged(messageId) ?? {})
    const waits = start === null && written[ANCHOR] !== null
    const setsDay = publishOn !== undefined || copyDue !== undefined
    // What waits for the activity's date has no day to hold on to, and its script must survive.
    if (waits && !setsDay && changes.locked === true) return refuse('no-date-yet')
    for (const [field, value] of Object.entries(fields)) if (value !== undefined) table.write(messageId, field, value)
    if (!setsDay && (waits || changes.locked === undefined)) return { ok: true, value: null }
    const now = waits ? withOneDayGiven(written, changes) : message
    const dates: MessageDates = {
      publishOn: publishOn === undefined ? now.publishOn : publishOn,
      copyDue: copyDue === undefined ? now.copyDue : copyDue,
      [ANCHOR]: (changes.locked ?? message.locked) ? null : start,
    }
    table.write(messageId, ON, dates)
    return { ok: true, value: null }
  })
}

/** The days of a message that waited, once one of them is chosen: the other stands as far from it as it was laid out. */
function withOneDayGiven(
  written: MessageDates,
  { publishOn, copyDue }: MessageChanges,
): { readonly publishOn: PlainDate | null; readonly copyDue: PlainDate | null } {
  return {
    publishOn: written.copyDue && copyDue ? resolveAnchored(written.publishOn, written.copyDue, copyDue) : null,
    copyDue: written.publishOn && publishOn ? resolveAnchored(written.copyDue, written.publishOn, publishOn) : null,
  }
}
