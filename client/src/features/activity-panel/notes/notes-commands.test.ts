import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { formatOf, notesCommands, removeLink, setLink } from './notes-commands.ts'
import { notesSchema } from './notes-schema.ts'

const { nodes, marks } = notesSchema

function stateOf(text: string, from: number, to = from): EditorState {
  const doc = nodes.doc.create(null, nodes.paragraph.create(null, text === '' ? [] : notesSchema.text(text)))
  const state = EditorState.create({ doc })
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
}

function after(state: EditorState, command: Command): EditorState {
  let next = state
  command(state, (transaction) => {
    next = state.apply(transaction)
  })
  return next
}

describe('notes', () => {
  it('make what is selected bold and plain again, and say so', () => {
    const bold = after(stateOf('Dag lezer', 1, 4), notesCommands.strong)
    expect(formatOf(bold)).toMatchObject({ strong: true, em: false })
    expect(bold.doc.rangeHasMark(1, 4, marks.strong)).toBe(true)
    expect(formatOf(after(bold, notesCommands.strong)).strong).toBe(false)
  })

  it('turn a paragraph into a list and back', () => {
    const list = after(stateOf('thee', 2), notesCommands.bulletList)
    expect(list.doc.firstChild?.type).toBe(nodes.bullet_list)
    expect(formatOf(list).bulletList).toBe(true)
    expect(after(list, notesCommands.bulletList).doc.firstChild?.type).toBe(nodes.paragraph)
  })

  it('link what is selected, or write the address where nothing is', () => {
    const linked = after(stateOf('de kade', 1, 8), setLink('https://example.org/'))
    expect(formatOf(linked).link).toBe(true)
    expect(linked.doc.textContent).toBe('de kade')
    const written = after(stateOf('', 1), setLink('https://example.org/'))
    expect(written.doc.textContent).toBe('example.org')
  })

  it('take a link off as a whole, wherever in it the cursor stands', () => {
    const linked = after(stateOf('de kade', 1, 8), setLink('https://example.org/'))
    const inside = linked.apply(linked.tr.setSelection(TextSelection.create(linked.doc, 4)))
    expect(after(inside, removeLink).doc.rangeHasMark(1, 8, marks.link)).toBe(false)
  })

  it('show an address that could run something as text only', () => {
    const shown = marks.link.create({ href: 'javascript:alert(1)' })
    expect(marks.link.spec.toDOM?.(shown, true)).toEqual(['span', 0])
    const safe = marks.link.create({ href: 'https://example.org' })
    expect(marks.link.spec.toDOM?.(safe, true)).toMatchObject(['a', { href: 'https://example.org/' }, 0])
  })

  it('keep a list item that begins with a list: two people can leave that behind', () => {
    const inner = nodes.bullet_list.create(null, nodes.list_item.create(null, nodes.paragraph.create()))
    expect(() => nodes.list_item.createChecked(null, inner)).not.toThrow()
  })
})
