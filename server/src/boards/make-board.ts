import { randomBytes } from 'node:crypto'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { demoBoard } from '@schakelbord/shared/domain/demo-board'
import { targetGroups } from '@schakelbord/shared/domain/target-groups'
import { BOARD_FILE_FORMAT, BOARD_FILE_VERSION } from '@schakelbord/shared/exchange/board-file'
import { Refusal } from '../errors.ts'
import type { BoardRow, UpdateLog } from '../log/update-log.ts'
import { draftBoard } from './draft-board.ts'
import type { BoardDraft } from './draft-board.ts'

/** A name nobody can guess: whoever knows it can open the board. */
function newBoardId(): string {
  return randomBytes(16).toString('base64url')
}

/** A board without activities, for the year that is planned now: from September on that is the next. */
export function emptyBoardFile(title: string, locale: Locale, now: Date): unknown {
  const year = now.getFullYear() + (now.getMonth() >= 8 ? 1 : 0)
  return {
    format: BOARD_FILE_FORMAT,
    version: BOARD_FILE_VERSION,
    board: {
      title,
      library: '',
      period: { from: `${year}-01-01`, to: `${year}-12-31` },
      timeZone: 'Europe/Amsterdam',
      locale,
      holidayRegion: 'midden',
    },
    targetGroups: targetGroups.map(({ id, name }) => ({ id, name: name[locale] })),
    activities: [],
  }
}

/**
 * Makes a board out of what came of reading a board file: all of it, or nothing.
 *
 * Errors: `BRD_BOARD_FILE_INVALID` with the list of problems; whatever the log says.
 */
export async function makeBoard(log: UpdateLog, draft: BoardDraft, principal: string): Promise<BoardRow> {
  if (!draft.ok) throw new Refusal('BRD_BOARD_FILE_INVALID', {}, { problems: draft.problems })
  const { firstUpdate, summary } = draft
  const atMs = Date.now()
  const id = newBoardId()
  await log.createBoard({ id, ...summary, firstUpdate, principal, atMs })
  return { id, ...summary, createdAtMs: atMs, updatedAtMs: atMs, goneAtMs: undefined }
}

/** Makes the worked example where the store holds nothing yet; the id of the board, if it was made. */
export async function makeDemoBoard(log: UpdateLog, locale: Locale): Promise<string | undefined> {
  const boards = await log.listBoards()
  if (boards.length > 0) return undefined
  const { id } = await makeBoard(log, draftBoard(await demoBoard(locale), locale), 'server')
  return id
}
