import type { RelayLimits } from '@schakelbord/shared/protocol/relay-limits'
import type { Config } from './config.ts'
import type { UpdateLog } from './log/update-log.ts'
import type { RelayMetrics } from './relay-metrics.ts'
import type { RoomRegistry } from './rooms/room-registry.ts'

/** What the app stands on; whoever builds it also takes it down. */
export interface ServerContext {
  readonly config: Config
  readonly log: UpdateLog
  readonly rooms: RoomRegistry
  readonly metrics: RelayMetrics
  readonly limits: RelayLimits
  /** Signs cookies. */
  readonly secret: string
  /** What the operator's tool shows to be let in; it reads it from the data folder. */
  readonly operatorToken: string
  /** The folder of the built client; may be missing, then only the API is served. */
  readonly clientDir: string
}
