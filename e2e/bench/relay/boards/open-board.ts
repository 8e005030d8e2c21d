import * as Y from 'yjs'
import type { Contender, RunningServer } from '../contenders/contender.ts'
import { RoomClient } from '../load/room-client.ts'
import { dialects } from '../wire/dialects.ts'
import { holds, type MadeUpBoard } from './made-up-board.ts'

const longestMs = 60_000

/** How long a newcomer waited for all of a board, and what that took. Units: ms of the clock, bytes received. */
export interface Opening {
  readonly tookMs: number
  readonly bytes: number
  readonly client: RoomClient
  /** What the newcomer has now: also what the server itself wrote when it made the room. */
  readonly stateVector: Uint8Array
}

/**
 * Enters a room with nothing and stops the time when the last of the content has arrived, wherever it came from: some
 * servers answer with an empty document and send what is in it when they have read it.
 *
 * Reading what arrived is not part of the time. Errors: rejects where the board is not there within a minute.
 */
export function openBoard(
  contender: Contender,
  server: RunningServer,
  room: string,
  board: MadeUpBoard,
): Promise<Opening> {
  const doc = new Y.Doc()
  const startMs = performance.now()
  return new Promise((resolve, reject) => {
    let complete: { readonly tookMs: number; readonly bytes: number } | undefined
    let client: RoomClient | undefined
    const giveUp = setTimeout(() => reject(new Error('the board did not come whole')), longestMs)
    const finish = (): void => {
      if (complete === undefined || client === undefined) return
      clearTimeout(giveUp)
      resolve({ ...complete, client, stateVector: Y.encodeStateVector(doc) })
    }
    RoomClient.enter(server.url.href, dialects[contender.dialect], room, {
      onContent: (update) => {
        const atMs = performance.now()
        if (complete !== undefined) return
        Y.applyUpdate(doc, update)
        if (!holds(doc, board.stateVector)) return
        complete = { tookMs: atMs - startMs, bytes: client?.socket.bytesReceived ?? 0 }
        finish()
      },
    }).then((entered) => {
      client = entered
      if (complete?.bytes === 0) complete = { ...complete, bytes: entered.socket.bytesReceived }
      finish()
    }, reject)
  })
}

/** Writes a board into a room and waits until somebody else has all of it; gives the state vector of that. */
export async function fillRoom(
  contender: Contender,
  server: RunningServer,
  room: string,
  board: MadeUpBoard,
): Promise<Uint8Array> {
  const seen = openBoard(contender, server, room, board)
  const writer = await RoomClient.enter(server.url.href, dialects[contender.dialect], room)
  for (const update of board.updates) writer.write(update)
  const { client, stateVector } = await seen
  client.leave()
  writer.leave()
  return stateVector
}
