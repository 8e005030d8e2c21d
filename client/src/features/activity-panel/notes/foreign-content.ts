import type { XmlFragment } from 'yjs'
import { notesSchema } from './notes-schema.ts'

type Delta = readonly { readonly attributes?: Readonly<Record<string, unknown>> }[]

/**
 * Tells whether notes hold something this program cannot show: written by a newer one.
 *
 * The editor's binding removes what it cannot build, so such notes must never reach it; they open read-only instead.
 */
export function holdsForeignContent(fragment: XmlFragment): boolean {
  return fragment.toArray().some(isForeign)
}

function isForeign(part: unknown): boolean {
  if (!hasShape(part)) return true
  if ('nodeName' in part) {
    if (typeof part.nodeName !== 'string' || !Object.hasOwn(notesSchema.nodes, part.nodeName)) return true
    return part.toArray().some(isForeign)
  }
  return part
    .toDelta()
    .some(({ attributes }) =>
      Object.keys(attributes ?? {}).some(
        (name) => !Object.hasOwn(notesSchema.marks, markOf(name)) && name !== 'ychange',
      ),
    )
}

type Part = { readonly nodeName: unknown; toArray(): readonly unknown[] } | { toDelta(): Delta }

function hasShape(part: unknown): part is Part {
  if (typeof part !== 'object' || part === null) return false
  return 'nodeName' in part ? 'toArray' in part : 'toDelta' in part
}

/** The binding writes a mark that may overlap itself as `name--hash`. */
function markOf(attribute: string): string {
  return attribute.replace(/--[a-zA-Z0-9+/=]{8}$/, '')
}
