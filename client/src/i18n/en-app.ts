import type { nlApp } from './nl-app.ts'

/** What the frame of the app says in English. */
export const enApp: typeof nlApp = {
  name: 'Schakelbord',
  skipToContent: 'Skip to content',
  home: 'All boards',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'One moment…',
  undo: 'Undo',
  redo: 'Redo',
  toasts: 'Messages',
  undoKeys: 'Ctrl Z',
  more: 'More',
  notFound: {
    title: 'There is no such page',
    text: 'Perhaps the address was not copied completely.',
    home: 'To all boards',
  },
}
