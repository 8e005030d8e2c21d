import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contender } from '../contenders/contender.ts'
import type { LoadPlan, LoadResult } from '../load/load-plan.ts'
import { runLoad } from '../load/run-load.ts'
import type { FigureRow } from './scenario.ts'

/** Who does what in a load, whoever serves it. */
export type Load = Omit<LoadPlan, 'serverPid' | 'url' | 'dialect' | 'rooms' | 'warmUpSeconds'> & {
  readonly rooms: number
}

const warmUpSeconds = 8

/** What is told of every load. */
export const loadRows: readonly FigureRow[] = [
  { figure: 'cpuPerThousand', says: 'processor ms per 1,000 deliveries' },
  { figure: 'delayMedian', says: 'delay, median ms' },
  { figure: 'delayP99', says: 'delay, p99 ms' },
  { figure: 'arrivedPercent', says: 'arrived, %' },
  { figure: 'serverLoad', says: 'processors the server kept busy' },
  { figure: 'mainThreadLoad', says: 'of which its main thread' },
  { figure: 'generatorLoad', says: 'processors the load generator kept busy' },
  { figure: 'idle', says: 'processors of the machine that were idle' },
  { figure: 'bytesPerDelivery', says: 'bytes received per delivery' },
]

/** Starts a contender on an empty folder, lets a load go over it, and ends it. */
export async function measureLoad(
  contender: Contender,
  load: Load,
): Promise<LoadResult & { readonly arrivedPercent: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'relay-bench-'))
  const server = await contender.start(dataDir)
  try {
    const rooms: string[] = []
    for (let room = 0; room < load.rooms; room++) rooms.push(await server.makeRoom())
    const plan: LoadPlan = {
      ...load,
      serverPid: server.pid,
      url: server.url.href,
      dialect: contender.dialect,
      rooms,
      warmUpSeconds,
    }
    const result = await runLoad(plan)
    return { ...result, arrivedPercent: result.arrived * 100 }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true })
  }
}
