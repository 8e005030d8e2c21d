import type { CloseReason } from '@schakelbord/shared/protocol/close-code'

/**
 * Where our own changes are.
 *
 * Shape: `changes` counts what only this device has. `saved` is only said after the relay's disk has answered;
 * `connecting` is the moment before the first answer, with nothing of ours waiting.
 */
export type SavedState =
  | { readonly kind: 'connecting'; readonly changes: number }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly changes: number }
  | { readonly kind: 'offline'; readonly changes: number }
  | { readonly kind: 'relay-trouble'; readonly changes: number }
  | { readonly kind: 'sent-away'; readonly changes: number; readonly reason: string }

/** How a board stands with this device and with the relay. */
export interface SessionStatus {
  /** `waiting`: not on this device yet, and the relay has not answered. */
  readonly contents: 'waiting' | 'ready'
  readonly saved: SavedState
  /** This device cannot keep changes (storage full, private window …). */
  readonly deviceTrouble: boolean
  /** A newer program made this board: it can be read, not changed. */
  readonly writable: boolean
}

/** What the saved state is derived from. */
export interface SavedFacts {
  readonly open: boolean
  readonly clean: boolean
  /** A first attempt to connect has ended, well or badly. */
  readonly tried: boolean
  readonly changes: number
  readonly lastClose: CloseReason | null
  /** What is here and what the relay holds could not be brought together. */
  readonly diverged: boolean
}

/** Derives the one saved state from the facts. */
export function savedStateOf({ open, clean, tried, changes, lastClose, diverged }: SavedFacts): SavedState {
  if (diverged) return { kind: 'sent-away', changes, reason: 'diverged' }
  if (open) return clean ? { kind: 'saved' } : { kind: changes > 0 ? 'saving' : 'connecting', changes }
  if (lastClose?.afterClose === 'stop') return { kind: 'sent-away', changes, reason: lastClose.name }
  if (lastClose?.name === 'store-unavailable') return { kind: 'relay-trouble', changes }
  return { kind: tried ? 'offline' : 'connecting', changes }
}

/** Whether two statuses say the same, so that nothing is drawn again for nothing. */
export function sameStatus(a: SessionStatus, b: SessionStatus): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
