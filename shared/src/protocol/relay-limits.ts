const kibibyte = 1024
const mebibyte = 1024 * kibibyte

/**
 * What the relay takes from one socket, one update and one board before it refuses.
 *
 * Units: in the names. Source of the sizes: a week offline (3,000 edits) is 46 kB, the worked example 0.3 MB.
 */
export const RELAY_LIMITS = {
  maxFrameBytes: mebibyte,
  maxSocketsPerBoard: 400,
  maxDocumentBytes: 32 * mebibyte,
  maxAuthorsPerUpdate: 1024,
  maxAuthorsPerBoard: 50_000,
  maxRootsPerUpdate: 1000,
  maxRootsPerBoard: 10_000,
  maxStateVectorEntries: 50_000,
  maxNestingDepth: 32,
  maxKeyLength: 256,
  maxAwarenessEntries: 1000,
  maxAwarenessStateBytes: 4 * kibibyte,
  maxWaitingFrames: 50,
  maxWaitingBytes: 256 * kibibyte,
  maxBufferedBytes: 4 * mebibyte,
  syncRequestsPerSecond: 1,
  syncRequestBurst: 20,
  framesPerSecond: 150,
  frameBurst: 300,
  bytesPerSecond: mebibyte,
  byteBurst: 3 * mebibyte,
  processorMsPerSecond: 250,
  processorBurstMs: 2000,
  longestPauseMs: 30_000,
  heartbeatMs: 25_000,
} as const

/** The limits as a type, so that a test or a setting can tighten one of them. */
export type RelayLimits = { readonly [name in keyof typeof RELAY_LIMITS]: number }
