import * as Y from 'yjs'
import { isRecord } from '../model/raw-entity.ts'

/**
 * A piece of notes as the board file writes it: a paragraph, a list, a run of text …
 *
 * Shape: `text` with `marks` where `type` is `text`, else `content`. Source: the JSON form of ProseMirror documents.
 */
export interface NotesNode {
  readonly type: string
  readonly text?: string
  readonly marks?: readonly NotesMark[]
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly NotesNode[]
}

/** How a run of text looks: bold, italic, a link with its address. */
export interface NotesMark {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
}

/** Notes within notes; the relay takes types that are nested two deeper. */
const maxDepth = 30
const maxNameLength = 64

/** Tells whether a value of a file can be written as notes. */
export function isNotes(value: unknown): value is readonly NotesNode[] {
  return isNodeList(value, maxDepth)
}

/** Writes notes as plain data. What is no text and no element is left out. */
export function notesToJson(fragment: Y.XmlFragment): readonly NotesNode[] {
  const nodes: NotesNode[] = []
  for (const child of fragment.toArray()) {
    if (child instanceof Y.XmlText) {
      for (const run of runsOf(child)) addRun(nodes, run)
    } else if (child instanceof Y.XmlElement) nodes.push(elementToJson(child))
  }
  return nodes
}

/** Fills empty notes with what {@link notesToJson} wrote. */
export function writeNotes(fragment: Y.XmlFragment, nodes: readonly NotesNode[]): void {
  let text: Y.XmlText | null = null
  for (const node of nodes) {
    if (node.type !== 'text') {
      text = null
      const element = new Y.XmlElement(node.type)
      // First its place, then what is in it: what has no place yet cannot be counted in.
      fragment.push([element])
      // Yjs' types name text only; any JSON value may be one.
      for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value as string)
      writeNotes(element, node.content ?? [])
      continue
    }
    if (text === null) {
      text = new Y.XmlText()
      fragment.push([text])
    }
    const attributes = Object.fromEntries((node.marks ?? []).map(({ type, attrs }) => [type, attrs ?? {}]))
    text.insert(text.length, node.text ?? '', attributes)
  }
}

function elementToJson(element: Y.XmlElement): NotesNode {
  const attrs: Record<string, unknown> = { ...element.getAttributes() }
  const content = notesToJson(element)
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  }
}

function* runsOf(text: Y.XmlText): Generator<NotesNode> {
  for (const { insert, attributes = {} } of text.toDelta() as readonly Run[]) {
    if (typeof insert !== 'string') continue
    const marks = Object.entries(attributes).map(([type, attrs]) =>
      isRecord(attrs) && Object.keys(attrs).length > 0 ? { type, attrs } : { type },
    )
    yield { type: 'text', text: insert, ...(marks.length > 0 ? { marks } : {}) }
  }
}

interface Run {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** Two texts beside each other are one for whoever reads them. */
function addRun(nodes: NotesNode[], run: NotesNode): void {
  const before = nodes.at(-1)
  if (before?.type === 'text' && JSON.stringify(before.marks) === JSON.stringify(run.marks)) {
    nodes[nodes.length - 1] = { ...before, text: (before.text ?? '') + (run.text ?? '') }
  } else nodes.push(run)
}

function isNodeList(value: unknown, depth: number): boolean {
  return depth > 0 && Array.isArray(value) && value.every((node) => isNode(node, depth - 1))
}

function isNode(value: unknown, depth: number): boolean {
  if (!isRecord(value) || !isName(value['type']) || !isAttributes(value['attrs'])) return false
  if (value['type'] !== 'text') return value['content'] === undefined || isNodeList(value['content'], depth)
  const { text, marks } = value
  if (typeof text !== 'string' || text === '') return false
  return marks === undefined || (Array.isArray(marks) && marks.every(isMark))
}

function isMark(value: unknown): boolean {
  return isRecord(value) && isName(value['type']) && isAttributes(value['attrs'])
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= maxNameLength && value !== '__proto__'
}

function isAttributes(value: unknown): boolean {
  return value === undefined || (isRecord(value) && Object.keys(value).every(isName))
}
