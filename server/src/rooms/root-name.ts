import * as Y from 'yjs'

/** A root of a document, as Yjs hands it out. */
export type RootType = NonNullable<ReturnType<typeof Y.Doc.prototype.share.get>>

const names = new WeakMap<RootType, string>()

/** The name of a root; remembered, since Yjs looks through all of them, and every note is one. */
export function rootNameOf(type: RootType): string {
  const known = names.get(type)
  if (known !== undefined) return known
  const name = Y.findRootTypeKey(type)
  names.set(type, name)
  return name
}

/** The item that holds a nested type; `null` for a root. */
export function holderOf(type: RootType): Y.Item | null {
  return type['_item']
}
