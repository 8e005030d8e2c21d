import type { DialectName } from '../contenders/contender.ts'

/** What a load generator is asked to do, once. */
export interface LoadPlan {
  readonly serverPid: number
  readonly url: string
  readonly dialect: DialectName
  readonly rooms: readonly string[]
  readonly peoplePerRoom: number
  /** How many of a room's people write; the others only read. */
  readonly writersPerRoom: number
  readonly perSecond: number
  /** Whether they change the board, or only say where their pointer is. */
  readonly what: 'edits' | 'cursors'
  readonly warmUpSeconds: number
  readonly seconds: number
}

/** What came of it. */
export interface LoadResult {
  /** Processor time of the server. Units: ms per 1,000 deliveries in the measured time. */
  readonly cpuPerThousand: number
  /** Processors that the server, its first thread alone, and the generator kept busy. */
  readonly serverLoad: number
  readonly mainThreadLoad: number
  readonly generatorLoad: number
  /** Processors of the machine that had nothing to do; next to none: what was measured is the machine's limit. */
  readonly idle: number
  /** From sending to receiving, of everything sent in the measured time. Units: ms. */
  readonly delayMedian: number
  readonly delayP99: number
  /** Share of what others should have received that arrived until two seconds after the end. */
  readonly arrived: number
  readonly deliveries: number
  readonly bytesPerDelivery: number
}
