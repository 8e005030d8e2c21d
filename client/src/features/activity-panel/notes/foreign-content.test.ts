import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { holdsForeignContent } from './foreign-content.ts'

function fragmentWith(build: (fragment: Y.XmlFragment) => void): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('notes/c01')
  build(fragment)
  return fragment
}

function paragraph(text: string, attributes: Record<string, unknown> = {}): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  const words = new Y.XmlText()
  words.insert(0, text, attributes)
  element.insert(0, [words])
  return element
}

describe('holdsForeignContent', () => {
  it('finds nothing in empty notes', () => {
    expect(holdsForeignContent(fragmentWith(() => {}))).toBe(false)
  })

  it('knows paragraphs, lists, bold, italic and links', () => {
    const fragment = fragmentWith((notes) => {
      const list = new Y.XmlElement('bullet_list')
      const item = new Y.XmlElement('list_item')
      item.insert(0, [paragraph('thee', { strong: {} })])
      list.insert(0, [item])
      notes.insert(0, [paragraph('dag', { em: {} }), list, paragraph('x', { link: { href: 'https://example.org' } })])
    })
    expect(holdsForeignContent(fragment)).toBe(false)
  })

  it('finds a node or a mark that only a newer program knows, however deep', () => {
    expect(holdsForeignContent(fragmentWith((notes) => notes.insert(0, [new Y.XmlElement('table')])))).toBe(true)
    expect(holdsForeignContent(fragmentWith((notes) => notes.insert(0, [paragraph('x', { highlight: true })])))).toBe(
      true,
    )
    const deep = fragmentWith((notes) => {
      const list = new Y.XmlElement('bullet_list')
      const item = new Y.XmlElement('list_item')
      item.insert(0, [new Y.XmlElement('photo')])
      list.insert(0, [item])
      notes.insert(0, [list])
    })
    expect(holdsForeignContent(deep)).toBe(true)
  })

  it('takes loose text for known and inherited names for foreign', () => {
    expect(holdsForeignContent(fragmentWith((notes) => notes.insert(0, [new Y.XmlText('los')])))).toBe(false)
    expect(holdsForeignContent(fragmentWith((notes) => notes.insert(0, [new Y.XmlElement('constructor')])))).toBe(true)
  })
})
