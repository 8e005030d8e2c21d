import { Schema } from 'prosemirror-model'
import { safeHref } from './safe-href.ts'

/**
 * What notes can hold: paragraphs, lists, bold, italic and links.
 *
 * The names are those of prosemirror-schema-basic and -list, so that another editor finds what it knows. A list item
 * may begin with a list: two people can leave that behind together, and it must not be thrown away for it.
 */
export const notesSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: {
      attrs: { order: { default: 1 } },
      content: 'list_item+',
      group: 'block',
      parseDOM: [{ tag: 'ol' }],
      toDOM: () => ['ol', 0],
    },
    list_item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    text: { group: 'inline' },
  },
  marks: {
    link: {
      attrs: { href: {}, title: { default: null } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (element) => {
            const href = safeHref(element.getAttribute('href') ?? '')
            return href === null ? false : { href }
          },
        },
      ],
      // What a colleague's program wrote is not trusted: an address that may run something is shown, not linked.
      toDOM: (mark) => {
        const href = safeHref(String(mark.attrs['href']))
        return href === null
          ? ['span', 0]
          : ['a', { href, rel: 'noopener noreferrer nofollow', target: '_blank', title: href }, 0]
      },
    },
    em: { parseDOM: [{ tag: 'i' }, { tag: 'em' }], toDOM: () => ['em', 0] },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  },
})
