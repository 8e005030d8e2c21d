import type { nlPanel } from './nl-panel.ts'

/** What the activity panel, the notes, the collection picker and the bin say in English. */
export const enPanel: typeof nlPanel = {
  title: 'Activity',
}
