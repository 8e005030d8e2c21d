import { enApp } from './en-app.ts'
import { enBoards } from './en-boards.ts'
import { enCalendar } from './en-calendar.ts'
import { enCommands } from './en-commands.ts'
import { enPanel } from './en-panel.ts'
import { enTogether } from './en-together.ts'
import type { Messages } from './nl.ts'

/** Every sentence of the screen in English. */
export const en: Messages = {
  app: enApp,
  boards: enBoards,
  calendar: enCalendar,
  commands: enCommands,
  panel: enPanel,
  together: enTogether,
}
