import type * as Y from 'yjs'
import { documentToBoardFile } from '@schakelbord/shared/exchange/document-to-board-file'

/**
 * Writes a document as the text of a board file.
 *
 * @param isIndented for people to read, line by line; else as short as can be
 */
export function boardFileText(doc: Y.Doc, isIndented: boolean): string {
  const file = documentToBoardFile(doc)
  return isIndented ? `${JSON.stringify(file, undefined, 2)}\n` : JSON.stringify(file)
}
