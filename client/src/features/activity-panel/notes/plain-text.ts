import type { XmlFragment } from 'yjs'

/** The words of notes without their form, a line per block; for notes that this program cannot show. */
export function plainTextOf(fragment: XmlFragment): string {
  return fragment
    .toArray()
    .map(wordsOf)
    .filter((line) => line !== '')
    .join('\n')
}

function wordsOf(part: unknown): string {
  if (typeof part !== 'object' || part === null) return ''
  if ('toDelta' in part && typeof part.toDelta === 'function') {
    const delta: unknown = part.toDelta()
    if (!Array.isArray(delta)) return ''
    return delta
      .map((piece: unknown) => {
        const insert = typeof piece === 'object' && piece !== null && 'insert' in piece ? piece.insert : ''
        return typeof insert === 'string' ? insert : ''
      })
      .join('')
  }
  if ('toArray' in part && typeof part.toArray === 'function') {
    const parts: unknown = part.toArray()
    return Array.isArray(parts)
      ? parts
          .map(wordsOf)
          .filter((line) => line !== '')
          .join('\n')
      : ''
  }
  return ''
}
