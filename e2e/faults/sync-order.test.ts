import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RelayProcess, makeBoard } from './relay-process.ts'
import { canTrace, messagesIn, readTrace, tracedTo, tracerHint } from './system-calls.ts'
import type { InjectedFault } from './system-calls.ts'
import { Witness } from './witness.ts'

let dir: string
let server: RelayProcess | undefined

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'schakelbord-sync-'))
})

afterEach(async () => {
  await server?.kill()
  rmSync(dir, { recursive: true })
})

if (!canTrace) console.log(tracerHint)

const durableAck = 121
const written = /w\.\d+;/g

/** What the trace says of each key that the writer wrote: told before it was synced, or in order. */
function lookFor(traceFile: string): { synced: number; shown: number; acknowledged: number; tooEarly: string[] } {
  const waiting = new Set<string>()
  const synced = new Set<string>()
  const shown = new Set<string>()
  const tooEarly: string[] = []
  const streams = new Map<string, Buffer>()
  let acknowledged = 0
  for (const call of readTrace(traceFile)) {
    if (call.kind === 'file write') {
      if (!call.ok || !call.file.includes('boards.db')) continue
      for (const [key] of call.bytes.toString('latin1').matchAll(written)) waiting.add(key)
    } else if (call.kind === 'sync') {
      if (!call.file.includes('boards.db')) continue
      if (call.ok) for (const key of waiting) synced.add(key)
      waiting.clear()
    } else {
      const before = streams.get(call.socket) ?? Buffer.alloc(0)
      // Before the frames comes the answer to the upgrade, and there is other traffic that is no frame at all.
      if (before.length === 0 && (call.bytes[0] ?? 0) < 0x80) continue
      const { messages, rest } = messagesIn(Buffer.concat([before, call.bytes]))
      streams.set(call.socket, rest)
      for (const message of messages) {
        if (message[0] === durableAck) acknowledged += message[1] ?? 0
        for (const [key] of message.toString('latin1').matchAll(written)) {
          shown.add(key)
          if (!synced.has(key)) tooEarly.push(`${key} was shown before it was synced`)
        }
      }
      // One socket writes, in order; each socket says hello once with what it has, which is nothing new.
      if (acknowledged > synced.size + hellos) tooEarly.push(`${acknowledged} acknowledged, ${synced.size} synced`)
    }
  }
  return { synced: synced.size, shown: shown.size, acknowledged, tooEarly }
}

/** Sockets that join during a trial, each with a first message that is acknowledged and stores nothing. */
let hellos = 0

async function joined(name: string, address: string, boardId: string): Promise<Witness> {
  hellos++
  const witness = new Witness(name)
  await witness.join(address, boardId)
  return witness
}

/** Writes until so many keys are saved, a few ahead of what is confirmed; resolves early when the line goes. */
async function write(writer: Witness, count: number): Promise<number> {
  const gone = writer.gone()
  const enough = new Promise<number>((resolve) => {
    writer.onNews = () => {
      if (writer.saved.size >= count) resolve(0)
      else if (writer.unconfirmed < 3) writer.write(';')
    }
    writer.onNews()
  })
  return Promise.race([gone, enough])
}

describe('what leaves the server, by its system calls', () => {
  test.runIf(canTrace)(
    'no acknowledgement and no broadcast leaves before the sync that covers it has returned',
    async () => {
      hellos = 0
      const trace = join(dir, 'trace')
      server = new RelayProcess({ DATA_DIR: join(dir, 'data') }, tracedTo(trace))
      const address = await server.ready()
      const boardId = await makeBoard(address)
      const writer = await joined('w', address, boardId)
      const readers = [await joined('r1', address, boardId), await joined('r2', address, boardId)]
      await write(writer, 60)
      await expect.poll(() => readers.map(({ seen }) => seen.size)).toEqual([writer.keys.length, writer.keys.length])
      for (const one of [writer, ...readers]) one.leave()
      server.signal('SIGTERM')
      await server.ended
      const found = lookFor(trace)
      expect(found.tooEarly).toEqual([])
      expect(found.synced).toBeGreaterThanOrEqual(60)
      expect(found.shown).toBeGreaterThanOrEqual(60)
      expect(found.acknowledged).toBeGreaterThanOrEqual(60)
    },
    60_000,
  )

  test.runIf(canTrace).each<InjectedFault>([
    { call: 'sync', error: 'EIO', from: 20, through: 22 },
    { call: 'pwrite64', error: 'EIO', from: 60, through: 66 },
    { call: 'pwrite64', error: 'EROFS', from: 61, through: 70 },
    { call: 'pwrite64', error: 'ENOSPC', from: 62, through: 72 },
  ])(
    'a disk that fails ($call says $error, $from to $through): nothing of that is told, and all goes on by itself when it works again',
    async (fault) => {
      hellos = 0
      const trace = join(dir, 'trace')
      server = new RelayProcess({ DATA_DIR: join(dir, 'data'), LOG_LEVEL: 'error' }, tracedTo(trace, fault))
      const address = await server.ready()
      const boardId = await makeBoard(address)
      const writer = await joined('w', address, boardId)
      const reader = await joined('r1', address, boardId)
      const readerGone = reader.gone()
      expect(await write(writer, 1000)).toBe(4503)
      expect(await readerGone).toBe(4503)
      writer.onNews = () => {}
      await expect
        .poll(async () => (await fetch(new URL('/health/ready', address))).status, { timeout: 30_000 })
        .toBe(200)
      // The edits stayed with their author, who brings them when it comes back.
      await joined('r2', address, boardId)
      hellos += 2
      await writer.join(address, boardId)
      await reader.join(address, boardId)
      await expect.poll(() => [...reader.keys].toSorted(), { timeout: 10_000 }).toEqual([...writer.keys].toSorted())
      server.signal('SIGTERM')
      await server.ended
      expect(server.complaints.join('')).toContain('the store takes no writes')
      const { tooEarly, synced } = lookFor(trace)
      expect(tooEarly).toEqual([])
      expect(synced).toBe(writer.keys.length)
    },
    60_000,
  )
})
