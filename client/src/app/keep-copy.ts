import type { WrittenBoardFile } from '@schakelbord/shared/exchange/document-to-board-file'
import { currentLanguage } from '#i18n/language.ts'
import type { CopyAside } from '#sync/copies-aside.ts'
import type { BoardSession } from '#sync/board-session.ts'
import { showToast } from '#ui/toasts.ts'

type Doc = BoardSession['doc']

/** Fetches what writes a copy; asked for ahead, since a copy is wanted most when there is no network. */
export const fetchCopyWriter = () => import('@schakelbord/shared/exchange/document-to-copy')

/** Gives the person the board as this device has it, as a board file; tells whether that worked, as a toast does. */
export function keepCopy({ doc, boardId }: BoardSession): Promise<boolean> {
  return saveAsFile(() => Promise.resolve(doc), boardId, '')
}

/** Gives the person a copy that was put aside, as a board file; tells whether that worked, as a toast does. */
export function keepCopyAside(session: BoardSession, { key, keptAt }: CopyAside): Promise<boolean> {
  return saveAsFile(() => session.documentAside(key), session.boardId, ` ${keptAt.slice(0, 10)}`)
}

async function saveAsFile(read: () => Promise<Doc | undefined>, boardId: string, when: string): Promise<boolean> {
  try {
    const [{ documentToCopy }, doc] = await Promise.all([fetchCopyWriter(), read()])
    if (doc === undefined) throw new Error('another window let go of it')
    save(documentToCopy(doc), boardId, when)
    return true
  } catch {
    showToast(currentLanguage().messages.together.noCopy)
    return false
  }
}

function save(file: WrittenBoardFile, boardId: string, when: string): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  const { title } = file.board
  const name = typeof title === 'string' ? title.replace(/[^\p{L}\p{N} _-]+/gu, '').trim() : ''
  link.download = `${name || boardId}${when}.json`
  link.click()
  // The browser reads the address when it starts to save; it is let go in a later task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
