import type * as Y from 'yjs'
import { isRecord } from '../model/raw-entity.ts'
import { parseBoardFile } from './board-file.ts'
import { documentToBoardFile, type WrittenBoardFile } from './document-to-board-file.ts'

/** Fields without which a thing is none, and that may be empty. */
const mayBeEmpty: ReadonlySet<string> = new Set(['title', 'name', 'theme'])
/** A file lists a hundred problems at a time; one that is not mended by then is given as it is. */
const maxRounds = 100

/** What was taken out of its place, since no program could read it there. */
interface Unread {
  readonly path: string
  readonly value: unknown
}

/**
 * Writes a board as a file that opens again, whatever is in the document.
 *
 * What does not fit – another program's nonsense, a text beyond measure – is taken out of its place and kept under
 * `unread`, with the place where it stood. A board that fits is written as {@link documentToBoardFile} writes it.
 */
export function documentToCopy(doc: Y.Doc): WrittenBoardFile {
  return mendBoardFile(documentToBoardFile(doc))
}

/** Makes a board file that was written one that opens again, as {@link documentToCopy} says; one that opens stays as it is. */
export function mendBoardFile<T extends object>(written: T): T {
  // As it will be read: what JSON cannot hold is gone.
  const file = JSON.parse(JSON.stringify(written)) as T & Record<string, unknown>
  const unread: Unread[] = []
  for (let round = 0; round < maxRounds; round++) {
    const parsed = parseBoardFile(file)
    if (parsed.ok) return unread.length === 0 ? file : { ...file, unread: [...earlierUnread(file), ...unread] }
    // From the back, so that what is taken out of a list moves nothing that is still to come.
    for (const { path } of parsed.problems.toReversed()) takeOut(file, path, unread)
  }
  return written
}

function takeOut(file: Record<string, unknown>, path: string, unread: Unread[]): void {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '')
  const reached: unknown[] = [file]
  for (const part of parts) {
    const member = memberOf(reached.at(-1), part)
    if (member === undefined) break
    reached.push(member)
  }
  const depth = reached.length - 1
  const deepest = reached[depth]
  const missing = parts[depth]
  // What is there and does not fit; or what is not there, and may be empty.
  if (missing === undefined || depth < parts.length - 1) takeAway(reached, parts, depth, unread)
  else if (isRecord(deepest) && mayBeEmpty.has(missing)) deepest[missing] = ''
  else takeAway(reached, parts, innermostListed(reached, depth), unread)
}

/** Takes away the value at a depth of a place: a field, or a thing of a list. */
function takeAway(reached: readonly unknown[], parts: readonly string[], depth: number, unread: Unread[]): void {
  const holder = reached[depth - 1]
  const part = parts[depth - 1]
  if (part === undefined) return
  unread.push({ path: pathOf(parts.slice(0, depth)), value: reached[depth] })
  if (Array.isArray(holder)) holder.splice(Number(part), 1)
  else if (isRecord(holder)) delete holder[part]
}

/** The depth of the innermost thing of a list, from a depth upwards; 0 where there is none. */
function innermostListed(reached: readonly unknown[], from: number): number {
  for (let depth = from; depth > 0; depth--) if (Array.isArray(reached[depth - 1])) return depth
  return 0
}

function pathOf(parts: readonly string[]): string {
  return parts.map((part, at) => (at === 0 ? part : /^\d+$/.test(part) ? `[${part}]` : `.${part}`)).join('')
}

/** What a copy of a copy brings along. */
function earlierUnread({ unread }: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Array.isArray(unread) ? unread : []
}

function memberOf(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return value[Number(part)] as unknown
  return isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined
}
