import { basename, dirname } from 'node:path'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import { SqliteStore } from '../log/sqlite-store.ts'
import type { LogReport } from '../log/update-log.ts'
import { RoomDocument } from '../rooms/room-document.ts'

/**
 * Opens a store that nobody else has open and replays every board in it. Errors: `LogError`, `DamagedBoardError`.
 *
 * @param tell hears after each board how many of how many are done
 */
export function checkStoreFile(file: string, tell: (done: number, of: number) => void = () => {}): LogReport {
  const store = new SqliteStore(dirname(file), basename(file))
  try {
    const boards = store.listBoards()
    for (const [index, { id }] of boards.entries()) {
      const content = store.read(id)
      if (content) new RoomDocument(id, content, RELAY_LIMITS).doc.destroy()
      tell(index + 1, boards.length)
    }
    return store.examine()
  } finally {
    store.close()
  }
}

/** How long after a restore people may hand in what others wrote: whoever was away comes back within it. */
export const recoveryDays = 30

/** Lets the author ids of a store be used by everybody for a while, since people hold newer changes of each other. */
export function openToNewerChanges(file: string): void {
  const store = new SqliteStore(dirname(file), basename(file))
  try {
    store.liftClaims(Date.now() + recoveryDays * 24 * 60 * 60 * 1000)
  } finally {
    store.close()
  }
}
