import * as Y from 'yjs'
import type { BoardContent } from '../update-log.ts'

/** An update that adds one word to a board, by an author of its own. */
export function wordUpdate(word: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('words').set(word, true)
  return Y.encodeStateAsUpdate(doc)
}

/** The words that stored content says, in alphabetical order. */
export function wordsIn(content: BoardContent | undefined): string[] {
  const doc = new Y.Doc()
  if (content?.snapshot) Y.applyUpdate(doc, content.snapshot.update)
  for (const { update } of content?.tail ?? []) Y.applyUpdate(doc, update)
  return [...doc.getMap('words').keys()].toSorted()
}
