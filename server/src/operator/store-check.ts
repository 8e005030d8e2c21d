import { basename, dirname } from 'node:path'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import { SqliteStore } from '../log/sqlite-store.ts'
import type { LogReport } from '../log/update-log.ts'
import { RoomDocument } from '../rooms/room-document.ts'

/** Opens a store that nobody else has open and replays every board in it. Errors: `LogError`, `DamagedBoardError`. */
export function checkStoreFile(file: string): LogReport {
  const store = new SqliteStore(dirname(file), basename(file))
  try {
    for (const { id } of store.listBoards()) {
      const content = store.read(id)
      if (content) new RoomDocument(id, content, RELAY_LIMITS).destroy()
    }
    return store.examine()
  } finally {
    store.close()
  }
}
