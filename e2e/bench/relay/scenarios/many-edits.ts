import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import type { Contender, RunningServer } from '../contenders/contender.ts'
import { runLoad } from '../load/run-load.ts'
import { RoomClient } from '../load/room-client.ts'
import { bytesOnDisk, diskSettled } from '../process/disk-usage.ts'
import { dialects } from '../wire/dialects.ts'
import type { Figures, Scenario } from './scenario.ts'

const writers = 20
const perSecond = 100
const edits = 100_000
const pingEveryMs = 5
/** Hocuspocus stores two seconds after the last edit. */
const settlingMs = 4000

/** Asks a server every few milliseconds whether it is there, from a process that does nothing else. */
class Pinger {
  longestMs = 0
  readonly #client: RoomClient
  readonly #timer: NodeJS.Timeout
  #askedAtMs: number | undefined

  constructor(client: RoomClient) {
    this.#client = client
    client.socket.onPong = () => {
      if (this.#askedAtMs !== undefined) this.longestMs = Math.max(this.longestMs, performance.now() - this.#askedAtMs)
      this.#askedAtMs = undefined
    }
    this.#timer = setInterval(() => this.#ask(), pingEveryMs)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#client.leave()
  }

  #ask(): void {
    if (this.#askedAtMs !== undefined) return
    this.#askedAtMs = performance.now()
    this.#client.socket.ping()
  }
}

/** The clock that our server watches its loop with ticks so often; what it reads holds one tick. */
const tickMs = 40

/** The longest that our event loop was held up since this was last asked; `NaN` for the others, who do not tell. */
async function eventLoopLagMs(contender: Contender, server: RunningServer): Promise<number> {
  if (contender.id !== 'ours') return Number.NaN
  const url = new URL('/metrics', server.url)
  url.protocol = 'http:'
  const metrics = await (await fetch(url)).text()
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(metrics)?.[1]) * 1000 - tickMs
}

/** Opens the room with nothing and resolves when every writer's last edit is there. Units: ms. */
function reopen(contender: Contender, server: RunningServer, room: string, keys: number): Promise<number> {
  const doc = new Y.Doc()
  const startMs = performance.now()
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(
      () => reject(new Error(`only ${doc.getMap('activities').size} of ${keys} keys came back`)),
      60_000,
    )
    RoomClient.enter(server.url.href, dialects[contender.dialect], room, {
      onContent: (update) => {
        const atMs = performance.now()
        Y.applyUpdate(doc, update)
        if (doc.getMap('activities').size < keys) return
        clearTimeout(giveUp)
        resolve(atMs - startMs)
      },
    }).catch(reject)
  })
}

async function measureManyEdits(contender: Contender): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'relay-bench-'))
  let server = await contender.start(folder)
  try {
    const room = await server.makeRoom()
    const elsewhere = await server.makeRoom()
    const pinger = new Pinger(await RoomClient.enter(server.url.href, dialects[contender.dialect], elsewhere))
    await eventLoopLagMs(contender, server)
    const result = await runLoad({
      serverPid: server.pid,
      url: server.url.href,
      dialect: contender.dialect,
      rooms: [room],
      peoplePerRoom: writers,
      writersPerRoom: writers,
      perSecond,
      what: 'edits',
      warmUpSeconds: 0,
      seconds: edits / writers / perSecond,
    })
    const lagMs = await eventLoopLagMs(contender, server)
    pinger.stop()
    await diskSettled(folder, settlingMs)
    const disk = bytesOnDisk(folder)
    await server.stop()
    server = await contender.start(folder)
    const earlier = await RoomClient.enter(server.url.href, dialects[contender.dialect], await server.makeRoom())
    earlier.leave()
    const reopenMs = await reopen(contender, server, room, writers * 8)
    return {
      diskMb: disk / 1e6,
      reopenMs,
      pauseMs: pinger.longestMs,
      lagMs,
      cpuPerThousand: result.cpuPerThousand,
      arrivedPercent: result.arrived * 100,
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

/** What a hundred thousand small edits leave behind. */
export const manyEditsScenario: Scenario = {
  id: 'edits-100000',
  says: `${edits.toLocaleString('en')} small edits in one room, by ${writers} people`,
  contenders: ['ours', 'y-leveldb', 'hocuspocus'],
  rows: [
    { figure: 'diskMb', says: 'MB on disk' },
    { figure: 'reopenMs', says: 'opened after a restart, ms' },
    { figure: 'pauseMs', says: 'longest wait for a pong meanwhile, ms' },
    { figure: 'lagMs', says: 'longest pause of our event loop as it measures itself, ms' },
    { figure: 'cpuPerThousand', says: 'processor ms per 1,000 deliveries' },
    { figure: 'arrivedPercent', says: 'arrived, %' },
  ],
  targets: [
    {
      figure: 'diskMb',
      beside: ['y-leveldb'],
      says: '≤ a quarter of LevelDB’s',
      holds: (ours, theirs) => ours <= theirs / 4,
    },
    {
      figure: 'reopenMs',
      beside: ['y-leveldb'],
      says: '≤ a tenth of LevelDB’s',
      holds: (ours, theirs) => ours <= theirs / 10,
    },
    { figure: 'lagMs', says: '≤ 50 ms', holds: (ours) => ours <= 50 },
  ],
  measure: measureManyEdits,
}
