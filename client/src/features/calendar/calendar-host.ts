import type { CommandResult } from '@schakelbord/shared/commands/run-command'
import type { AwarenessDrag } from '@schakelbord/shared/protocol/awareness-state'
import type { BoardView } from '@schakelbord/shared/views/board-view'
import { createContext, use } from 'react'
import type { Command } from '#sync/board-session.ts'
import type { DragGhost } from '#sync/presence.ts'

/** What the calendar tells and hears about hands that hold a card. */
export interface DragPresence {
  /** The same list as long as nothing changed. */
  drags(): readonly DragGhost[]
  subscribe(topic: 'drags', listener: () => void): () => void
  /** Tells the others what I hold; `null` when I let go. */
  setDrag(drag: AwarenessDrag | null): void
}

/**
 * What the calendar needs from whoever shows it: a board to look at and a way to change it.
 *
 * A board without a network gives the same interface, so that the calendar can be mounted alone.
 */
export interface CalendarHost {
  readonly view: BoardView
  readonly readOnly: boolean
  /** What is on the board has not come yet: the calendar stands there and waits. */
  readonly isWaiting: boolean
  readonly presence: DragPresence | null
  /** Runs one command as one undoable step; `say` is the sentence of the toast. */
  run<I, T>(command: Command<I, T>, input: I, say?: (value: T) => string): CommandResult<T>
  /** Opens the activity panel. */
  openCard(activityId: string): void
  /** Reads a sentence aloud when the reader is ready for it. */
  announce(sentence: string): void
}

const HostContext = createContext<CalendarHost | null>(null)

/** Gives the calendar its host. */
export const CalendarHostProvider = HostContext.Provider

/**
 * The host of the calendar.
 *
 * Errors: throws outside a {@link CalendarHostProvider}, since that is a mistake in the composition.
 */
export function useCalendarHost(): CalendarHost {
  const host = use(HostContext)
  if (host === null) throw new Error('The calendar needs a CalendarHostProvider around it')
  return host
}
