import { mkdtempSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { Random } from '../../measure/random.ts'
import type { Contender, ContenderId, RunningServer } from '../contenders/contender.ts'
import { RoomClient } from '../load/room-client.ts'
import { dialects } from '../wire/dialects.ts'
import type { Figures, Scenario } from './scenario.ts'

const kills = 20
/** So many servers run, and die, side by side: nothing of this is a matter of speed. */
const lanes = 5
/** From shorter than the quickest peer stores to longer than the slowest. */
const loadMs = { least: 2000, most: 14_000 } as const
const writers = 8
const everyMs = 10
/** A server that reads its store after it has answered gets this long without a word before its content counts as all. */
const quietMs = 1500

const relays: readonly ContenderId[] = ['y-memory', 'y-leveldb', 'hocuspocus']

/** One person who writes keys of their own, and remembers what the server said of them. */
class KillWriter {
  readonly #name: string
  readonly #doc = new Y.Doc()
  /** What each of its update messages carried, in the order sent; the answer to step 1 carries nothing. */
  readonly #sent: (string | undefined)[] = []
  #acknowledged = 0
  #client: RoomClient | undefined
  #written = 0

  constructor(name: string) {
    this.#name = name
  }

  async enter(contender: Contender, server: RunningServer, room: string, seen: Set<string>): Promise<void> {
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#client?.write(update)
    })
    const other = new Y.Doc()
    other.getMap('activities').observe(({ keysChanged }) => {
      for (const key of keysChanged) if (!String(key).startsWith(`${this.#name}.`)) seen.add(String(key))
    })
    this.#client = await RoomClient.enter(server.url.href, dialects[contender.dialect], room, {
      missing: () => {
        this.#sent.push(undefined)
        return Y.encodeStateAsUpdate(this.#doc)
      },
      onContent: (update) => Y.applyUpdate(other, update),
      onAcknowledged: (updates) => {
        this.#acknowledged += updates
      },
    })
  }

  write(): void {
    if (this.#client?.socket.isOpen !== true) return
    const key = `${this.#name}.${this.#written++}`
    this.#sent.push(key)
    this.#doc.getMap('activities').set(key, { id: key, title: `written by ${this.#name}` })
  }

  get acknowledged(): readonly string[] {
    return this.#sent.slice(0, this.#acknowledged).filter((key) => key !== undefined)
  }

  leave(): void {
    this.#client?.leave()
  }
}

/** What a newcomer finds who is alone in the room. */
async function contentOf(contender: Contender, server: RunningServer, room: string): Promise<ReadonlySet<string>> {
  const doc = new Y.Doc()
  let heardAtMs = performance.now()
  const client = await RoomClient.enter(server.url.href, dialects[contender.dialect], room, {
    onContent: (update) => {
      Y.applyUpdate(doc, update)
      heardAtMs = performance.now()
    },
  })
  while (performance.now() - heardAtMs < quietMs) await wait(100)
  client.leave()
  return new Set(doc.getMap('activities').keys())
}

async function killOnce(contender: Contender, underLoadMs: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'relay-bench-'))
  let server = await contender.start(folder)
  try {
    const room = await server.makeRoom()
    const seen = new Set<string>()
    const people = Array.from({ length: writers }, (_, index) => new KillWriter(`w${index}`))
    await Promise.all(people.map((person) => person.enter(contender, server, room, seen)))
    let turn = 0
    const writing = setInterval(() => people[turn++ % writers]?.write(), everyMs)
    await wait(underLoadMs)
    await server.kill()
    clearInterval(writing)
    // What had left the server before it died has arrived by now.
    await wait(100)
    const acknowledged = people.flatMap((person) => person.acknowledged)
    for (const person of people) person.leave()
    server = await contender.start(folder)
    const kept = await contentOf(contender, server, room)
    return {
      seen: seen.size,
      lost: [...seen].filter((key) => !kept.has(key)).length,
      acknowledged: acknowledged.length,
      lostAcknowledged: acknowledged.filter((key) => !kept.has(key)).length,
    }
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true })
  }
}

async function measureKills(contender: Contender): Promise<Figures> {
  const random = new Random(kills)
  const loads = Array.from({ length: kills }, () => loadMs.least + random.below(loadMs.most - loadMs.least))
  const sums: Record<string, number> = { seen: 0, lost: 0, acknowledged: 0, lostAcknowledged: 0 }
  const lane = async (): Promise<void> => {
    for (let load = loads.pop(); load !== undefined; load = loads.pop()) {
      for (const [name, value] of Object.entries(await killOnce(contender, load))) {
        sums[name] = (sums[name] ?? 0) + value
      }
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return sums
}

/** What others had seen, or a server had acknowledged, and what of it is gone after its power was taken away. */
export const killsScenario: Scenario = {
  id: 'kills',
  says: `kill -9 under load, ${kills} times; ${writers} people write a hundred edits a second together`,
  rounds: 1,
  contenders: ['ours', ...relays],
  rows: [
    { figure: 'seen', says: 'edits that another client had seen' },
    { figure: 'lost', says: 'of these lost' },
    { figure: 'acknowledged', says: 'edits that the server had acknowledged' },
    { figure: 'lostAcknowledged', says: 'of these lost' },
  ],
  targets: [{ figure: 'lost', says: '0', holds: (ours) => ours === 0 }],
  measure: measureKills,
}
