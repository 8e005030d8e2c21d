import { median } from '../../measure/statistics.ts'
import { madeUpBoard } from '../boards/made-up-board.ts'
import { openBoard } from '../boards/open-board.ts'
import { startWithBoards } from '../boards/prepared-folder.ts'
import type { Contender, ContenderId } from '../contenders/contender.ts'
import { RoomClient } from '../load/room-client.ts'
import { dialects } from '../wire/dialects.ts'
import type { Figures, Scenario } from './scenario.ts'

const starts = 3
const warmOpenings = 5

const relays: readonly ContenderId[] = ['y-memory', 'y-leveldb', 'hocuspocus']

/** Opens a board right after a start, and then for others while somebody is on it. */
async function measureOpening(contender: Contender, cards: number): Promise<Figures> {
  const board = madeUpBoard(cards)
  const cold: number[] = []
  const warm: number[] = []
  let bytes = Number.NaN
  for (let start = 0; start < (contender.persistent ? starts : 1); start++) {
    const { server, rooms, end } = await startWithBoards(contender, board)
    const room = rooms[0]?.name ?? ''
    // The code that lets somebody in has run once: what is measured is the board.
    const earlier = await RoomClient.enter(server.url.href, dialects[contender.dialect], await server.makeRoom())
    // Ours writes title and lists into a new board, the others nothing.
    const emptyBytes = earlier.socket.bytesReceived
    earlier.leave()
    const first = await openBoard(contender, server, room, board)
    if (contender.persistent) cold.push(first.tookMs)
    for (let opening = 0; opening < warmOpenings; opening++) {
      const next = await openBoard(contender, server, room, board)
      warm.push(next.tookMs)
      bytes = next.bytes - emptyBytes
      next.client.leave()
    }
    first.client.leave()
    await end()
  }
  return { coldMs: median(cold), warmMs: median(warm), kilobytes: bytes / 1000 }
}

/** A newcomer opens a board of some size with a past of five edits a card. */
export const openingScenarios: readonly Scenario[] = [200, 2_000, 10_000].map((cards) => ({
  id: `open-${cards}`,
  says: `a newcomer opens a board of ${cards} cards, each edited five times`,
  contenders: ['ours', ...relays],
  rows: [
    { figure: 'coldMs', says: 'all there from the store, ms' },
    { figure: 'warmMs', says: 'all there while others are on it, ms' },
    { figure: 'kilobytes', says: 'kB received, less those of an empty room' },
  ],
  targets: [
    {
      figure: 'coldMs',
      beside: ['y-leveldb', 'hocuspocus'],
      says: '≤ 0.5 × the best persistent peer’s',
      holds: (ours, best) => ours <= 0.5 * best,
    },
    { figure: 'warmMs', beside: relays, says: '≤ the best peer’s', holds: (ours, best) => ours <= best },
    { figure: 'kilobytes', beside: relays, says: '≤ the smallest peer’s', holds: (ours, best) => ours <= best },
  ],
  measure: (contender) => measureOpening(contender, cards),
}))
