import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds']

/** Room for what stands around the structs of a piece: counts, authors and their numbers. */
const perAuthorBytes = 24
/** A removed range is two numbers of at most five bytes. */
const perRangeBytes = 10

/**
 * Cuts an update into updates of about a size at most, each complete in itself: whoever takes them in order never has to
 * wait for what comes later.
 *
 * What was added goes first, by need: nothing goes before what it hangs on, stands beside, or follows. What was removed
 * goes last. A single change that is larger than a piece is a piece of its own.
 */
export function splitUpdate(update: Uint8Array, maxPieceBytes: number): readonly Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const pieces: Uint8Array[] = []
  let piece: Struct[] = []
  let bytes = 0
  const cut = (): void => {
    if (piece.length > 0) pieces.push(encodePiece(piece, new Map()))
    piece = []
    bytes = 0
  }
  for (const struct of inOrderOfNeed(structs)) {
    const size = sizeOf(struct)
    if (bytes + size > maxPieceBytes) cut()
    piece.push(struct)
    bytes += size
  }
  cut()
  for (const removed of splitDeletions(ds, Math.max(1, Math.floor(maxPieceBytes / perRangeBytes)))) {
    pieces.push(encodePiece([], removed))
  }
  return pieces
}

/** The structs so that each comes after all it needs. Shape: each author's stay in their own order. */
function inOrderOfNeed(structs: readonly Struct[]): readonly Struct[] {
  const queues = new Map<number, { readonly of: Struct[]; at: number }>()
  for (const struct of structs) {
    const queue = queues.get(struct.id.client)
    if (queue === undefined) queues.set(struct.id.client, { of: [struct], at: 0 })
    else queue.of.push(struct)
  }
  /** Whether a change is not among those that are still to come. */
  const isThere = ({ client, clock }: Y.ID): boolean => {
    const queue = queues.get(client)
    const next = queue?.of[queue.at]
    return next === undefined || clock < next.id.clock
  }
  const ordered: Struct[] = []
  let moved = true
  while (moved) {
    moved = false
    for (const queue of queues.values()) {
      for (let next = queue.of[queue.at]; next !== undefined; next = queue.of[queue.at]) {
        const { client } = next.id
        // Within one author the order is the need.
        if (needsOf(next).some((id) => id.client !== client && !isThere(id))) break
        ordered.push(next)
        queue.at++
        moved = true
      }
    }
  }
  if (ordered.length < structs.length) throw new Error('an update whose changes need each other in a circle')
  return ordered
}

function needsOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const parent: unknown = struct.parent
  return [struct.origin, struct.rightOrigin, parent].filter((id): id is Y.ID => id instanceof Y.ID)
}

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1()
  struct.write(encoder, 0)
  return encoder.toUint8Array().byteLength + perAuthorBytes
}

function splitDeletions(ds: DeleteSet, maxRanges: number): readonly DeleteSet['clients'][] {
  const pieces: DeleteSet['clients'][] = []
  let piece: DeleteSet['clients'] = new Map()
  let ranges = 0
  for (const [client, removed] of ds.clients) {
    for (let from = 0; from < removed.length;) {
      const part = removed.slice(from, from + maxRanges - ranges)
      piece.set(client, part)
      from += part.length
      ranges += part.length
      if (ranges < maxRanges) continue
      pieces.push(piece)
      piece = new Map()
      ranges = 0
    }
  }
  if (piece.size > 0) pieces.push(piece)
  return pieces
}

/** Source: Yjs' update format, version 1 (`writeClientsStructs`, `writeDeleteSet`). */
function encodePiece(structs: readonly Struct[], deletions: DeleteSet['clients']): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const authors = new Map<number, Struct[]>()
  for (const struct of structs) {
    const own = authors.get(struct.id.client)
    if (own === undefined) authors.set(struct.id.client, [struct])
    else own.push(struct)
  }
  writeNumber(encoder, authors.size)
  // Yjs writes the higher author first and counts on it when it merges.
  for (const [client, own] of [...authors].toSorted(([a], [b]) => b - a)) {
    writeNumber(encoder, own.length)
    encoder.writeClient(client)
    writeNumber(encoder, own[0]?.id.clock ?? 0)
    for (const struct of own) struct.write(encoder, 0)
  }
  writeNumber(encoder, deletions.size)
  for (const [client, ranges] of [...deletions].toSorted(([a], [b]) => b - a)) {
    encoder.resetDsCurVal()
    writeNumber(encoder, client)
    writeNumber(encoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}

function writeNumber(encoder: Y.UpdateEncoderV1, number: number): void {
  encoding.writeVarUint(encoder.restEncoder, number)
}
