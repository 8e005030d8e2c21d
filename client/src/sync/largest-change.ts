import * as Y from 'yjs'

/** The largest single change in a document: how large, and at which card. */
export interface LargestChange {
  readonly bytes: number
  /** The id of the thing it was made at; `null` where it is not to be told. */
  readonly id: string | null
}

/** Finds the largest single change that a document holds, for somebody whose change was too large for the relay. */
export function largestChangeIn(doc: Y.Doc): LargestChange {
  let bytes = 0
  let largest: Y.Item | null = null
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.deleted) continue
      const encoder = new Y.UpdateEncoderV1()
      struct.write(encoder, 0)
      const size = encoder.toUint8Array().byteLength
      if (size <= bytes) continue
      bytes = size
      largest = struct
    }
  }
  return { bytes, id: largest === null ? null : idOf(largest) }
}

/** Keys are `<id>/<field>`; the notes of a card are a root of their own, `notes/<id>`. */
function idOf(item: Y.Item): string | null {
  let at = item
  for (;;) {
    const { parent } = at
    if (!(parent instanceof Y.AbstractType)) return null
    const holder = parent['_item']
    if (holder !== null) {
      at = holder
      continue
    }
    const root = Y.findRootTypeKey(parent)
    return root.startsWith('notes/') ? root.slice('notes/'.length) : (at.parentSub?.split('/')[0] ?? null)
  }
}
