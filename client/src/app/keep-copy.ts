import type { CopyAside } from '#sync/copies-aside.ts'
import type { BoardSession } from '#sync/board-session.ts'

type Doc = BoardSession['doc']

/** Gives the person the board as this device has it, as a board file. */
export function keepCopy({ doc, boardId }: BoardSession): Promise<void> {
  return saveAsFile(doc, boardId, '')
}

/** Gives the person a copy that was put aside, as a board file; nothing where another window let go of it. */
export async function keepCopyAside(session: BoardSession, { key, keptAt }: CopyAside): Promise<void> {
  const doc = await session.documentAside(key)
  if (doc !== undefined) await saveAsFile(doc, session.boardId, ` ${keptAt.slice(0, 10)}`)
}

async function saveAsFile(doc: Doc, boardId: string, when: string): Promise<void> {
  const { documentToBoardFile } = await import('@schakelbord/shared/exchange/document-to-board-file')
  const file = documentToBoardFile(doc)
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
