import * as Y from 'yjs'
import { holds, madeUpBoard, type MadeUpBoard } from '../boards/made-up-board.ts'
import { startWithBoards, type FilledRoom } from '../boards/prepared-folder.ts'
import type { Contender, RunningServer } from '../contenders/contender.ts'
import { RoomClient, type RoomClientOptions } from '../load/room-client.ts'
import { memoryOf, usageOf } from '../process/process-usage.ts'
import { dialects } from '../wire/dialects.ts'
import type { Figures, Scenario } from './scenario.ts'

const people = 300
const cards = 2_000
const longestMs = 120_000

/** What everybody who comes with nothing received: the first message of each length is kept and read, the others are counted. */
class Received {
  readonly #lengths = new Set<number>()
  readonly #updates: Uint8Array[] = []

  /** Whether a message of this length is known already. */
  knows(length: number): boolean {
    if (this.#lengths.has(length)) return true
    this.#lengths.add(length)
    return false
  }

  add(update: Uint8Array): void {
    this.#updates.push(update.slice())
  }

  /** Errors: throws where one of the big pieces is not the whole board. */
  expectWhole(board: MadeUpBoard): void {
    if (this.#updates.length === 0) throw new Error('nobody read what came')
    for (const update of this.#updates) {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, update)
      if (!holds(doc, board.stateVector)) throw new Error('what looked like the board was not all of it')
      doc.destroy()
    }
  }
}

/** A person who comes back knowing the board: synced when the server has answered. */
async function comeBack(
  contender: Contender,
  server: RunningServer,
  room: FilledRoom,
  board: MadeUpBoard,
): Promise<RoomClient> {
  // Everybody has the same, and a server that has not read its store yet asks everybody for all of it.
  return RoomClient.enter(server.url.href, dialects[contender.dialect], room.name, {
    stateVector: room.stateVector,
    missing: (stateVector) => (stateVector.byteLength < board.stateVector.byteLength ? board.state : noUpdate),
  })
}

const noUpdate = Y.encodeStateAsUpdate(new Y.Doc())

/** A person who comes with nothing: synced when the board is there, be it as an answer or as news. */
function comeWithNothing(
  contender: Contender,
  server: RunningServer,
  room: string,
  board: MadeUpBoard,
  received: Received,
): Promise<RoomClient> {
  return new Promise((resolve, reject) => {
    let whole = false
    let entered: RoomClient | undefined
    const isBoard = (length: number): boolean => length >= board.state.byteLength / 2
    const seeWhole = (): void => {
      whole = true
      if (entered !== undefined) resolve(entered)
    }
    const options: RoomClientOptions = {
      onContent: (update) => {
        if (whole || !isBoard(update.byteLength)) return
        received.add(update)
        seeWhole()
      },
      passesOver: (length) => isBoard(length) && received.knows(length),
      onPassed: seeWhole,
    }
    RoomClient.enter(server.url.href, dialects[contender.dialect], room, options).then((client) => {
      entered = client
      if (whole) resolve(client)
    }, reject)
  })
}

async function measureReturn(contender: Contender, knowing: boolean): Promise<Figures> {
  const board = madeUpBoard(cards)
  const { server, rooms, end } = await startWithBoards(contender, board, contender.persistent ? 1 : 0)
  const room = rooms[0] ?? { name: await server.makeRoom(), stateVector: board.stateVector }
  const received = new Received()
  const before = usageOf(server.pid)
  const startMs = performance.now()
  let lateTimer: NodeJS.Timeout | undefined
  try {
    const all = Promise.all(
      Array.from({ length: people }, () =>
        knowing
          ? comeBack(contender, server, room, board)
          : comeWithNothing(contender, server, room.name, board, received),
      ),
    )
    const late = new Promise<never>((_, reject) => {
      lateTimer = setTimeout(() => reject(new Error('not all were synced within two minutes')), longestMs)
    })
    const clients = await Promise.race([all, late])
    const syncedMs = performance.now() - startMs
    const { peak } = memoryOf(server.pid)
    const cpuMs = usageOf(server.pid).cpuMs - before.cpuMs
    for (const client of clients) client.leave()
    received.expectWhole(board)
    return { syncedMs, cpuMs, peakMb: peak / 1e6 }
  } finally {
    clearTimeout(lateTimer)
    await end()
  }
}

/** Everybody comes back in the same moment after the server was started again. */
export const returningScenarios: readonly Scenario[] = [true, false].map((knowing) => ({
  id: knowing ? 'return-knowing' : 'return-empty',
  says: `${people} people come at once to a server that has just started, to a board of ${cards} cards ${knowing ? 'that they know' : 'of which they have nothing'}`,
  // What it costs to let so many in and answer nothing is the limit of those who know the board.
  contenders: knowing ? ['ours', 'bare', 'y-leveldb', 'hocuspocus'] : ['ours', 'y-leveldb', 'hocuspocus'],
  rows: [
    { figure: 'syncedMs', says: 'all synced, ms' },
    { figure: 'cpuMs', says: 'processor of the server until then, ms' },
    { figure: 'peakMb', says: 'peak memory, MB' },
  ],
  targets: [
    {
      figure: 'syncedMs',
      beside: ['y-leveldb', 'hocuspocus'],
      says: `≤ ${knowing ? 0.25 : 0.75} × the best persistent peer’s`,
      holds: (ours, best) => ours <= (knowing ? 0.25 : 0.75) * best,
    },
    {
      figure: 'peakMb',
      beside: ['y-leveldb', 'hocuspocus'],
      says: '≤ the leanest peer’s',
      holds: (ours, best) => ours <= best,
    },
  ],
  measure: (contender) => measureReturn(contender, knowing),
}))
