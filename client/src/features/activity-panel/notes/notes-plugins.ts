import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import type { Command, Plugin } from 'prosemirror-state'
import { redoCommand, undoCommand, yCursorPlugin, ySyncPlugin, yUndoPlugin } from 'y-prosemirror'
import type { Awareness } from 'y-protocols/awareness'
import type { XmlFragment } from 'yjs'
import { NOTES_CURSOR_FIELD } from '#sync/presence.ts'
import { notesSchema } from './notes-schema.ts'

const { strong, em } = notesSchema.marks
const { list_item: listItem, hard_break: hardBreak } = notesSchema.nodes

/** Breaks the line inside a paragraph or list item. */
const breakLine: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView())
  return true
})

/**
 * What makes the editor: the shared text, colleagues' cursors, undo of what I typed, and the keys.
 *
 * Tab is left to the page, so that the keyboard finds its way out.
 */
export function notesPlugins(fragment: XmlFragment, awareness: Awareness, nobody: string): Plugin[] {
  return [
    ySyncPlugin(fragment),
    yCursorPlugin(
      awareness,
      {
        cursorBuilder: (user: unknown) => peerCursor(user, nobody),
        selectionBuilder: (user: unknown) => ({ class: 'ap-peer-selection', style: `--peer: ${colourOf(user)}` }),
      },
      NOTES_CURSOR_FIELD,
    ),
    yUndoPlugin(),
    keymap({
      'Mod-z': undoCommand,
      'Mod-y': redoCommand,
      'Shift-Mod-z': redoCommand,
      'Mod-b': toggleMark(strong),
      'Mod-i': toggleMark(em),
      'Shift-Enter': breakLine,
      Enter: splitListItem(listItem),
      'Mod-]': sinkListItem(listItem),
      'Mod-[': liftListItem(listItem),
    }),
    keymap(baseKeymap),
  ]
}

function peerCursor(user: unknown, nobody: string): HTMLElement {
  const cursor = document.createElement('span')
  cursor.className = 'ap-peer-cursor'
  // By the object model, not by a style attribute: the page's policy allows no inline styles.
  cursor.style.setProperty('--peer', colourOf(user))
  const name = document.createElement('span')
  name.className = 'ap-peer-name'
  name.textContent = nameOf(user) || nobody
  cursor.append('\u2060', name, '\u2060')
  return cursor
}

function nameOf(user: unknown): string {
  return typeof user === 'object' && user !== null && 'name' in user ? String(user.name).slice(0, 60) : ''
}

function colourOf(user: unknown): string {
  const colour = typeof user === 'object' && user !== null && 'colour' in user ? String(user.colour) : ''
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : 'currentColor'
}
