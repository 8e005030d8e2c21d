import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { demoBoard } from '@schakelbord/shared/domain/demo-board'
import { targetGroups } from '@schakelbord/shared/domain/target-groups'
import { BOARD_FILE_FORMAT, BOARD_FILE_VERSION, parseBoardFile } from '@schakelbord/shared/exchange/board-file'
import { boardFileToUpdate } from '@schakelbord/shared/exchange/board-file-to-update'
import { Refusal } from '../errors.ts'
import type { BoardRow, UpdateLog } from '../log/update-log.ts'
import { boardSummary } from './board-summary.ts'

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
 * Makes a board out of a board file that nobody has looked at yet: all of it, or nothing.
 *
 * Errors: `BRD_BOARD_FILE_INVALID` with the list of problems; whatever the log says.
 */
export async function makeBoard(log: UpdateLog, json: unknown, principal: string, locale: Locale): Promise<BoardRow> {
  const parsed = parseBoardFile(json, locale)
  if (!parsed.ok) throw new Refusal('BRD_BOARD_FILE_INVALID', {}, { problems: parsed.problems })
  const firstUpdate = boardFileToUpdate(parsed.file)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, firstUpdate)
  const summary = boardSummary(doc)
  doc.destroy()
  const atMs = Date.now()
  const id = newBoardId()
  await log.createBoard({ id, ...summary, firstUpdate, principal, atMs })
  return { id, ...summary, createdAtMs: atMs, updatedAtMs: atMs, goneAtMs: undefined }
}

/** Makes the worked example where the store holds nothing yet; the id of the board, if it was made. */
export async function makeDemoBoard(log: UpdateLog, locale: Locale): Promise<string | undefined> {
  const boards = await log.listBoards()
  if (boards.length > 0) return undefined
  const { id } = await makeBoard(log, demoBoard(locale), 'server', locale)
  return id
}
