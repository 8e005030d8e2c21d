import { nlApp } from './nl-app.ts'
import { nlBoards } from './nl-boards.ts'
import { nlCalendar } from './nl-calendar.ts'
import { nlCommands } from './nl-commands.ts'
import { nlPanel } from './nl-panel.ts'
import { nlTogether } from './nl-together.ts'

/**
 * Every sentence of the screen in Dutch.
 *
 * Shape: one object per feature, each in a file of its own. A sentence is a string, or a function of what it speaks of,
 * so that the type of the Dutch sentence checks the English one and its callers.
 */
export const nl = {
  app: nlApp,
  boards: nlBoards,
  calendar: nlCalendar,
  commands: nlCommands,
  panel: nlPanel,
  together: nlTogether,
}

/** The shape every language has to fill. */
export type Messages = typeof nl
