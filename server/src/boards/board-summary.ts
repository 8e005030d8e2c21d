import type * as Y from 'yjs'
import { openBoardDocument } from '@schakelbord/shared/model/board-document'
import { readBoardInfo } from '@schakelbord/shared/model/board-info'
import type { BoardSummary } from '../log/update-log.ts'

/** What the list of boards says of a document. */
export function boardSummary(doc: Y.Doc): BoardSummary {
  const board = openBoardDocument(doc)
  const { activities } = board.entities
  const alive = activities.orderedIds().filter((id) => activities.isAlive(id))
  return { title: readBoardInfo(board).title, activities: alive.length }
}
