import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { madeUpBoard } from '../boards/made-up-board.ts'
import { openBoard } from '../boards/open-board.ts'
import { fillRooms, startWithBoards } from '../boards/prepared-folder.ts'
import type { Contender, ContenderId, RunningServer } from '../contenders/contender.ts'
import { RoomClient } from '../load/room-client.ts'
import { settledMemory } from '../process/settled-memory.ts'
import { dialects } from '../wire/dialects.ts'
import type { Figures, Scenario } from './scenario.ts'

const connections = 2_000
const warmUpConnections = 200
const peoplePerRoom = 200
const boards = 20
const cards = 2_000
const settlingMs = 10_000
/** The promise: within a minute after everyone has left. */
const givenBackMs = 60_000

const relays: readonly ContenderId[] = ['y-memory', 'y-leveldb', 'hocuspocus']

async function enterMany(contender: Contender, server: RunningServer, count: number): Promise<RoomClient[]> {
  const clients: RoomClient[] = []
  let room = ''
  while (clients.length < count) {
    if (clients.length % peoplePerRoom === 0) room = await server.makeRoom()
    const some = Array.from({ length: 20 }, () => RoomClient.enter(server.url.href, dialects[contender.dialect], room))
    clients.push(...(await Promise.all(some)))
  }
  return clients
}

async function measureConnections(contender: Contender): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'relay-bench-'))
  const server = await contender.start(folder)
  try {
    // What the first ones make grow – code, tables – is not the price of a connection.
    for (const client of await enterMany(contender, server, warmUpConnections)) client.leave()
    const before = await settledMemory(server.pid, settlingMs)
    const clients = await enterMany(contender, server, connections)
    const full = await settledMemory(server.pid, settlingMs)
    for (const client of clients) client.leave()
    return (full - before) / connections
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

async function measureBoards(contender: Contender): Promise<{ readonly perBoard: number; readonly givenBack: number }> {
  const board = madeUpBoard(cards)
  const small = madeUpBoard(200)
  const { server, rooms, end } = await startWithBoards(contender, board, contender.persistent ? boards : 0)
  try {
    // A small board comes first, so that the code that opens boards has run.
    const first = await server.makeRoom()
    const writer = await RoomClient.enter(server.url.href, dialects[contender.dialect], first)
    for (const update of small.updates) writer.write(update)
    const reader = await openBoard(contender, server, first, small)
    const before = await settledMemory(server.pid, settlingMs)
    const clients: RoomClient[] = []
    // Without a store the boards come now: there, open and in memory are the same.
    const opened = contender.persistent ? rooms : await fillRooms(contender, server, board, boards)
    for (const { name } of opened) clients.push((await openBoard(contender, server, name, board)).client)
    const full = await settledMemory(server.pid, settlingMs)
    for (const client of clients) client.leave()
    const after = await settledMemory(server.pid, givenBackMs)
    writer.leave()
    reader.client.leave()
    return { perBoard: (full - before) / boards, givenBack: (full - after) / (full - before) }
  } finally {
    await end()
  }
}

async function measureMemory(contender: Contender): Promise<Figures> {
  const perConnection = await measureConnections(contender)
  const { perBoard, givenBack } = await measureBoards(contender)
  return {
    connectionKb: perConnection / 1000,
    boardMb: perBoard / 1e6,
    givenBackPercent: givenBack * 100,
  }
}

/** What people and boards cost in memory while nothing happens. */
export const memoryScenario: Scenario = {
  id: 'memory',
  says: `resident memory: ${connections.toLocaleString('en')} idle connections; ${boards} open idle boards of ${cards.toLocaleString('en')} cards; a minute after everyone left`,
  contenders: ['ours', ...relays],
  rows: [
    { figure: 'connectionKb', says: 'kB per idle connection' },
    { figure: 'boardMb', says: 'MB per open idle board' },
    { figure: 'givenBackPercent', says: 'given back a minute after everyone left, %' },
  ],
  targets: [
    {
      figure: 'connectionKb',
      beside: relays,
      says: '≤ the leanest peer’s',
      holds: (ours, best) => ours <= best,
    },
    {
      figure: 'boardMb',
      beside: relays,
      says: '≤ half of the leanest peer’s',
      holds: (ours, best) => ours <= 0.5 * best,
    },
    { figure: 'givenBackPercent', says: '≥ 90 %', holds: (ours) => ours >= 90 },
  ],
  measure: measureMemory,
}
