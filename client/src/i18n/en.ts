import { enApp } from './en-app.ts'
import { enCalendar } from './en-calendar.ts'
import { enPanel } from './en-panel.ts'
import type { Messages } from './nl.ts'

/** Every sentence of the screen in English. */
export const en: Messages = { app: enApp, calendar: enCalendar, panel: enPanel }
