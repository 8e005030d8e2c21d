import * as Y from 'yjs'
import type { Dialect } from '../wire/dialect.ts'
import { FrameSocket, type FrameListener } from '../wire/frame-socket.ts'

const emptyDoc = new Y.Doc()
const emptyUpdate = Y.encodeStateAsUpdate(emptyDoc)
const emptyStateVector = Y.encodeStateVector(emptyDoc)

/**
 * Enters a room as somebody who knows nothing; resolves when the server has answered with what there is.
 *
 * From then on `heard` gets every frame; what came before is only read as far as entering needs it.
 * Errors: rejects where the line is cut before that.
 */
export async function enterRoom(
  base: string,
  dialect: Dialect,
  room: string,
  heard: FrameListener,
): Promise<FrameSocket> {
  let listener: FrameListener = () => {}
  const socket = await FrameSocket.open(new URL(dialect.path(room), base), (buffer, from, to) =>
    listener(buffer, from, to),
  )
  if (dialect.syncs) {
    await new Promise<void>((resolve, reject) => {
      socket.onClose = () => reject(new Error(`closed with ${socket.closeCode} before it was synced`))
      listener = (buffer, from, to) => {
        const message = dialect.read(buffer.subarray(from, to))
        if (message.kind === 'step1') socket.send(dialect.step2(room, emptyUpdate))
        if (message.kind === 'step2') resolve()
      }
      for (const frame of dialect.hello(room, emptyStateVector)) socket.send(frame)
    })
  }
  listener = heard
  return socket
}
