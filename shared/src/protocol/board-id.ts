/**
 * The name of a board, which is also the name of its room: 1–64 of letters, digits and `. _ : -`.
 *
 * Shape: never `.` or `..`, so that a board's address survives every URL parser.
 */
const BOARD_ID = /^(?!\.{1,2}$)[A-Za-z0-9._:-]{1,64}$/

/** Says whether a text may name a board. */
export function isBoardId(text: string): boolean {
  return BOARD_ID.test(text)
}

/** The path of a board's live-sync socket, as y-websocket builds it from a server address and a room name. */
export function syncPath(boardId: string): string {
  return `/sync/${boardId}`
}
