import type { CloseName } from '@schakelbord/shared/protocol/close-code'
import type { ComparisonStep } from '@schakelbord/shared/protocol/state-comparison'

/** What happens in the relay, for whoever counts or writes it down; holds no content and no names. */
export interface RelayObserver {
  socketJoined(boardId: string): void
  socketLeft(boardId: string): void
  roomOpened(boardId: string): void
  roomClosed(boardId: string): void
  updateTaken(bytes: number): void
  committed(commit: { readonly changes: number; readonly bytes: number; readonly tookMs: number }): void
  compacted(compaction: { readonly records: number; readonly bytes: number; readonly tookMs: number }): void
  delivered(frames: number, bytes: number): void
  /** A socket was sent away, or cut where no goodbye would arrive. Shape: few different reasons, none with content. */
  refused(refusal: {
    readonly close: CloseName | 'cut'
    readonly reason: string
    readonly socketId: string
    readonly address: string
    readonly boardId: string
  }): void
  /** A client compared its document with the relay's; `first` where it is this socket's first that found a difference. */
  compared(comparison: {
    readonly step: ComparisonStep
    readonly first: boolean
    readonly socketId: string
    readonly boardId: string
  }): void
  storeFailed(error: Error): void
  storeResumed(): void
  /** Trouble that hurt nobody yet: a compaction or a quarantine that could not be written. */
  troubled(what: string, error: unknown): void
}
