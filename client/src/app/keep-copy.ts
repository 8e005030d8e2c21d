import type { BoardSession } from '#sync/board-session.ts'

/** Gives the person the board as this device has it, as a board file. */
export async function keepCopy(session: BoardSession): Promise<void> {
  const { documentToBoardFile } = await import('@schakelbord/shared/exchange/document-to-board-file')
  const file = documentToBoardFile(session.doc)
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${
    session.view
      .info()
      .title.replace(/[^\p{L}\p{N} _-]+/gu, '')
      .trim() || session.boardId
  }.json`
  link.click()
  // The browser reads the address when it starts to save; it is let go in a later task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
