import { fingerprintOf, type StateFingerprint } from '@schakelbord/shared/protocol/state-comparison'
import * as Y from 'yjs'

/**
 * How a document stands to what the relay says it holds.
 *
 * Shape: `under-way` – the relay has nothing that we lack, and what it lacks of ours is on its way.
 */
export type Verdict = 'equal' | 'under-way' | 'unequal'

/**
 * Compares a document with the relay's fingerprint.
 *
 * What the relay has and we have not is a loss at any moment: it passes changes on before it answers. What we have and it
 * has not is one only when nothing of ours is under way.
 *
 * @param clean everything of ours is on the relay's disk, as far as its acknowledgements say
 */
export function compareStates(doc: Y.Doc, relay: StateFingerprint, clean: boolean): Verdict {
  const theirs = Y.decodeStateVector(relay.stateVector)
  for (const [author, count] of theirs) if (Y.getState(doc.store, author) < count) return 'unequal'
  const own = fingerprintOf(doc)
  const same = own.deletions === relay.deletions && holdsNoMore(own.stateVector, theirs)
  if (clean) return same ? 'equal' : 'unequal'
  return 'under-way'
}

/** Whether a change waits in a document for one before it that never came. */
export function hasGap(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}

function holdsNoMore(stateVector: Uint8Array, theirs: ReadonlyMap<number, number>): boolean {
  for (const [author, count] of Y.decodeStateVector(stateVector)) if ((theirs.get(author) ?? 0) < count) return false
  return true
}
