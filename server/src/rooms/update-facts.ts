import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { DeletedRanges } from './deleted-ranges.ts'

/** What an update says of itself, before anything is built from it. */
export interface UpdateFacts {
  readonly structs: readonly (Y.Item | Y.GC | Y.Skip)[]
  /** Per author the first number and the number after the last one. */
  readonly ranges: ReadonlyMap<number, { readonly from: number; readonly to: number }>
  /** Per author the numbers that must be known: what is referred to or deleted lies below. */
  readonly needs: ReadonlyMap<number, number>
  /** What it deletes. */
  readonly deletes: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>
  /** The names of the roots that items hang on directly. */
  readonly roots: ReadonlySet<string>
  /** What it removes, to be looked up. */
  readonly deletions: DeletedRanges
}

type Decoded = ReturnType<typeof Y.decodeUpdate>

/** Yjs stops reading where an update ends; this remembers where that was. */
class EndFinder extends Y.UpdateDecoderV1 {
  static last: decoding.Decoder | undefined

  constructor(bytes: decoding.Decoder) {
    super(bytes)
    EndFinder.last = bytes
  }
}

/** Takes an update apart. Errors: throws where the bytes are no update, or an update with something behind it. */
function decodeWhole(update: Uint8Array): Decoded {
  const decoded = Y.decodeUpdateV2(update, EndFinder)
  const { last: end } = EndFinder
  EndFinder.last = undefined
  // Nobody would read it, and everybody would have to keep it and pass it on.
  if (end === undefined || decoding.hasContent(end)) throw new Error('bytes behind the update')
  return decoded
}

function idsOf(item: Y.Item): Y.ID[] {
  const parent: unknown = item.parent
  return [item.origin, item.rightOrigin, parent].filter((id): id is Y.ID => id instanceof Y.ID)
}

function needsOf({ structs, ds }: Decoded): Map<number, number> {
  const needs = new Map<number, number>()
  const need = (client: number, below: number): void => {
    if ((needs.get(client) ?? 0) < below) needs.set(client, below)
  }
  for (const struct of structs) {
    if (struct instanceof Y.Item) for (const id of idsOf(struct)) need(id.client, id.clock + 1)
  }
  for (const [client, deleted] of ds.clients) for (const { clock, len } of deleted) need(client, clock + len)
  return needs
}

/**
 * Takes an update apart without a document.
 *
 * Shape: `malformed` for bytes that are no update, `gap` where an author's numbers do not follow one another.
 */
export function readUpdateFacts(update: Uint8Array): UpdateFacts | 'malformed' | 'gap' {
  let decoded: Decoded
  try {
    decoded = decodeWhole(update)
  } catch {
    return 'malformed'
  }
  const ranges = new Map<number, { from: number; to: number }>()
  const roots = new Set<string>()
  for (const struct of decoded.structs) {
    const { client, clock } = struct.id
    // A part of no length would share its number with the next one.
    if (struct.length < 1) return 'malformed'
    const range = ranges.get(client)
    if (struct instanceof Y.Skip || (range !== undefined && range.to !== clock)) return 'gap'
    if (range === undefined) ranges.set(client, { from: clock, to: clock + struct.length })
    else range.to = clock + struct.length
    const parent: unknown = struct instanceof Y.Item ? struct.parent : undefined
    if (typeof parent === 'string') roots.add(parent)
  }
  return {
    structs: decoded.structs,
    ranges,
    needs: needsOf(decoded),
    deletes: decoded.ds.clients,
    roots,
    deletions: new DeletedRanges(decoded.ds.clients),
  }
}

/**
 * Says whether everything an update builds on is known, so that nothing of it has to wait for what may never come.
 *
 * @param stateOf the number of changes known of an author
 */
export function isComplete(facts: UpdateFacts, stateOf: (author: number) => number): boolean {
  for (const [author, { from }] of facts.ranges) if (from > stateOf(author)) return false
  for (const [author, below] of facts.needs) {
    if (below > Math.max(stateOf(author), facts.ranges.get(author)?.to ?? 0)) return false
  }
  return true
}
