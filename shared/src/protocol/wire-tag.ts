/**
 * First number of every frame on the live-sync socket.
 *
 * Source: y-protocols (0–3) as y-websocket 3 speaks it; 121 and 122 are ours and only pass on sockets that asked with
 * `v=1`.
 */
export const WIRE_TAG = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  durableAck: 121,
  comparison: 122,
} as const

/** Second number of a frame that starts with `WIRE_TAG.sync`. Source: y-protocols/sync. */
export const SYNC_TAG = {
  step1: 0,
  step2: 1,
  update: 2,
} as const

/** Query parameter by which a client asks for what goes beyond plain y-websocket: `?v=1`. */
export const WIRE_VERSION_PARAMETER = 'v'

/** The version of our additions to the wire that this program speaks. */
export const WIRE_VERSION = '1'
