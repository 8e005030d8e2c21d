import { toggleMark } from 'prosemirror-commands'
import type { MarkType, NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import type { Command, EditorState } from 'prosemirror-state'
import { notesSchema } from './notes-schema.ts'

const { strong, em, link } = notesSchema.marks
const { bullet_list: bulletList, ordered_list: orderedList, list_item: listItem } = notesSchema.nodes

/** Which buttons are on where the cursor stands. */
export interface NotesFormat {
  readonly strong: boolean
  readonly em: boolean
  readonly link: boolean
  readonly bulletList: boolean
  readonly orderedList: boolean
}

/** Nothing is on. */
export const plainFormat: NotesFormat = { strong: false, em: false, link: false, bulletList: false, orderedList: false }

/** Reads what is on where the cursor stands. */
export function formatOf(state: EditorState): NotesFormat {
  const list = nearestList(state)
  return {
    strong: hasMark(state, strong),
    em: hasMark(state, em),
    link: hasMark(state, link),
    bulletList: list === bulletList,
    orderedList: list === orderedList,
  }
}

/** What the buttons do. */
export const notesCommands = {
  strong: toggleMark(strong),
  em: toggleMark(em),
  bulletList: toggleList(bulletList),
  orderedList: toggleList(orderedList),
} satisfies Record<string, Command>

/** Puts a link on what is selected; where nothing is, the address itself becomes the text. */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection
    const mark = link.create({ href })
    const shown = href.replace(/^(?:https?:\/\/|mailto:)/, '').replace(/\/$/, '')
    const transaction = empty
      ? state.tr.replaceSelectionWith(notesSchema.text(shown, [mark]), false)
      : state.tr.addMark(from, to, mark)
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

/** Takes the link off where the cursor stands or what is selected. */
export const removeLink: Command = (state, dispatch) => {
  let { from, to } = state.selection
  state.doc.nodesBetween(Math.max(0, from - 1), to, (node, pos) => {
    if (node.isText && link.isInSet(node.marks)) {
      from = Math.min(from, pos)
      to = Math.max(to, pos + node.nodeSize)
    }
  })
  dispatch?.(state.tr.removeMark(from, to, link))
  return true
}

function toggleList(type: NodeType): Command {
  return (state, dispatch, view) =>
    nearestList(state) === type
      ? liftListItem(listItem)(state, dispatch, view)
      : wrapInList(type)(state, dispatch, view)
}

function nearestList(state: EditorState): NodeType | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type } = $from.node(depth)
    if (type === bulletList || type === orderedList) return type
  }
  return null
}

function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, to, $from, empty } = state.selection
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
  return state.doc.rangeHasMark(from, to, type)
}
