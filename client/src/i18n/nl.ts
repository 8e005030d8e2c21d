import { nlApp } from './nl-app.ts'
import { nlCalendar } from './nl-calendar.ts'
import { nlPanel } from './nl-panel.ts'

/**
 * Every sentence of the screen in Dutch.
 *
 * Shape: one object per feature, each in a file of its own. A sentence is a string, or a function of what it speaks of,
 * so that the type of the Dutch sentence checks the English one and its callers.
 */
export const nl = { app: nlApp, calendar: nlCalendar, panel: nlPanel }

/** The shape every language has to fill. */
export type Messages = typeof nl
