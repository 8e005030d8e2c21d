import * as Y from 'yjs'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { parseBoardFile } from '@schakelbord/shared/exchange/board-file'
import type { BoardFileProblem } from '@schakelbord/shared/exchange/board-file'
import { boardFileToUpdate } from '@schakelbord/shared/exchange/board-file-to-update'
import type { BoardSummary } from '../log/update-log.ts'
import { boardSummary } from './board-summary.ts'

/** What came of reading a board file: the content a board starts with, or what is wrong. */
export type BoardDraft =
  | { readonly ok: true; readonly firstUpdate: Uint8Array; readonly summary: BoardSummary }
  | { readonly ok: false; readonly problems: readonly BoardFileProblem[] }

/** Makes the first content of a board out of a board file that nobody has looked at yet. */
export function draftBoard(json: unknown, locale: Locale): BoardDraft {
  const parsed = parseBoardFile(json, locale)
  if (!parsed.ok) return parsed
  const firstUpdate = boardFileToUpdate(parsed.file)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, firstUpdate)
  const summary = boardSummary(doc)
  doc.destroy()
  return { ok: true, firstUpdate, summary }
}
