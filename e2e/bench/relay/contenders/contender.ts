import type { Dialect } from '../wire/dialect.ts'

/** A server of a contender that runs. */
export interface RunningServer {
  readonly pid: number
  /** Base of its sockets, `ws://…`. */
  readonly url: URL
  /** Makes sure that a room can be entered, and gives its name. */
  makeRoom(): Promise<string>
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>
  /** Takes its power away. */
  kill(): Promise<void>
}

/** One server that is measured. */
export interface Contender {
  readonly id: ContenderId
  readonly name: string
  readonly dialect: DialectName
  /** Whether it keeps anything over a restart. */
  readonly persistent: boolean
  /** Starts it as a process of its own, on what a folder holds. */
  start(dataDir: string): Promise<RunningServer>
}

/** Ours and those it is compared with. */
export type ContenderId = 'ours' | 'bare' | 'y-memory' | 'y-leveldb' | 'hocuspocus'

/** How load clients, in a process of their own, are told which frames to speak. */
export type DialectName = 'ours' | 'y-websocket' | 'bare' | 'hocuspocus'

export type Dialects = Readonly<Record<DialectName, Dialect>>
