import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Contender, RunningServer } from '../contenders/contender.ts'
import { diskSettled } from '../process/disk-usage.ts'
import type { MadeUpBoard } from './made-up-board.ts'
import { fillRoom } from './open-board.ts'

/** What a contender left on disk after boards were written into it. */
interface Prepared {
  readonly folder: string
  readonly rooms: readonly FilledRoom[]
}

/** A room with a board in it. */
export interface FilledRoom {
  readonly name: string
  /** What somebody has who saw all of it. */
  readonly stateVector: Uint8Array
}

/** Longer than any of them keeps a board that nobody is on: it is opened from the store as it lies there at night. */
const restingMs = 40_000

/** How long a server that stores behind one's back must have stored nothing more, before it is asked to end. */
const storingMs = 3000

const prepared = new Map<string, Promise<Prepared>>()

async function prepare(contender: Contender, board: MadeUpBoard, rooms: number): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), 'relay-board-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const server = await contender.start(folder)
  const filled = await fillRooms(contender, server, board, rooms)
  await setTimeout(restingMs)
  await diskSettled(folder, storingMs)
  await server.stop()
  return { folder, rooms: filled }
}

/** Writes a board into as many new rooms as asked. */
export async function fillRooms(
  contender: Contender,
  server: RunningServer,
  board: MadeUpBoard,
  rooms: number,
): Promise<FilledRoom[]> {
  const filled: FilledRoom[] = []
  for (let room = 0; room < rooms; room++) {
    const name = await server.makeRoom()
    filled.push({ name, stateVector: await fillRoom(contender, server, name, board) })
  }
  return filled
}

/** A server with boards that nobody is on, in a folder that `end` removes. */
export interface ServerWithBoards {
  readonly server: RunningServer
  readonly rooms: readonly FilledRoom[]
  readonly end: () => Promise<void>
}

/** Starts a contender with boards: from its store where it has one, else they are written into it after its start. */
export async function startWithBoards(contender: Contender, board: MadeUpBoard, rooms = 1): Promise<ServerWithBoards> {
  const folder = mkdtempSync(join(tmpdir(), 'relay-bench-'))
  let filled: readonly FilledRoom[] | undefined
  if (contender.persistent) {
    const key = `${contender.id} ${board.cards} ${rooms}`
    const template = prepared.get(key) ?? prepare(contender, board, rooms)
    prepared.set(key, template)
    const { folder: source, rooms: kept } = await template
    cpSync(source, folder, { recursive: true })
    filled = kept
  }
  const server = await contender.start(folder)
  filled ??= await fillRooms(contender, server, board, rooms)
  return {
    server,
    rooms: filled,
    end: async () => {
      await server.stop()
      rmSync(folder, { recursive: true })
    },
  }
}
