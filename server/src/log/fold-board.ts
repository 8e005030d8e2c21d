import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { packHistory, unpackHistory } from './history-segment.ts'
import type { HistorySegment } from './history-segment.ts'
import { packSnapshot } from './packed-snapshot.ts'
import type { PackedSnapshot } from './packed-snapshot.ts'
import type { HistoryEntry, LogRecord, Snapshot } from './update-log.ts'

/** What a compaction starts from: everything stored of a board up to one record. */
export interface FoldJob {
  /** What came before the tail: the snapshot, or what its spare holds; empty for a board that has none yet. */
  readonly before: readonly Uint8Array[]
  readonly tail: readonly LogRecord[]
  /** The last record that the new snapshot holds. */
  readonly throughSeq: number
  /** Stretches of history that have become too old to be told apart; at least two, or none. */
  readonly expired: readonly HistorySegment[]
  /** The newest stretch of history, where it is small enough to be continued. */
  readonly newest: HistorySegment | undefined
  /** Whether anything of the board is in its history yet. */
  readonly hasHistory: boolean
}

/** What a compaction makes of it: one snapshot that says the same, and who wrote what when. */
export interface Folded {
  readonly snapshot: PackedSnapshot
  /** Size of the snapshot's update before it was packed. */
  readonly bytes: number
  readonly segments: readonly HistorySegment[]
  /** First numbers of the stretches that the new ones take the place of. */
  readonly replaced: readonly number[]
}

const minuteMs = 60_000

function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('changes are missing')
  return doc
}

function factsOf(doc: Y.Doc): Omit<Snapshot, 'update'> {
  const stateVector = Y.encodeStateVector(doc)
  return { stateVector, deletions: Y.encodeStateAsUpdate(doc, stateVector) }
}

/** One snapshot that says the same as several updates, without what was deleted; read back before it is trusted. */
export function foldUpdates(updates: readonly Uint8Array[]): Snapshot {
  const doc = documentOf(updates)
  const folded = { update: Y.encodeStateAsUpdate(doc), ...factsOf(doc) }
  doc.destroy()
  const again = documentOf([folded.update])
  const { stateVector, deletions } = factsOf(again)
  again.destroy()
  // Both are written in one order only, so that equal bytes are equal content.
  if (!Buffer.from(stateVector).equals(folded.stateVector) || !Buffer.from(deletions).equals(folded.deletions))
    throw new Error('the snapshot does not say the same as what it was made of')
  return folded
}

interface Group {
  readonly principal: string
  readonly fromMs: number
  toMs: number
  readonly updates: Uint8Array[]
}

/**
 * What one person wrote within one minute becomes one entry, whoever wrote in between: it may build on what another entry
 * of that minute holds, so that a board is whole again at the end of the minute.
 */
function groupByMinute(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const groups = new Map<string, Group>()
  for (const { principal, fromMs, toMs, update } of entries) {
    const key = `${Math.floor(toMs / minuteMs)} ${principal}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { principal, fromMs, toMs, updates: [update] })
    else {
      group.updates.push(update)
      group.toMs = toMs
    }
  }
  return [...groups.values()].map(({ principal, fromMs, toMs, updates: [first, ...more] }) => ({
    principal,
    fromMs,
    toMs,
    update:
      first === undefined
        ? new Uint8Array()
        : more.length === 0
          ? first
          : withoutSuperseded(Y.mergeUpdates([first, ...more])),
  }))
}

/**
 * The same update without the values that it replaces itself: of a key that was written over and over within a minute, the
 * last value stays. Text that was typed and deleted stays, since somebody may want it back.
 */
function withoutSuperseded(update: Uint8Array): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update)
  const isSuperseded = (struct: (typeof structs)[number]): struct is Y.Item =>
    struct instanceof Y.Item &&
    struct.content instanceof Y.ContentAny &&
    struct.length === 1 &&
    Y.isDeleted(ds, struct.id)
  const byAuthor = Map.groupBy(structs, ({ id }) => id.client)
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  encoding.writeVarUint(rest, byAuthor.size)
  for (const [author, ofAuthor] of byAuthor) {
    encoding.writeVarUint(rest, ofAuthor.length)
    encoder.writeClient(author)
    encoding.writeVarUint(rest, ofAuthor[0]?.id.clock ?? 0)
    for (const struct of ofAuthor) {
      if (isSuperseded(struct)) struct.content = new Y.ContentDeleted(struct.length)
      struct.write(encoder, 0)
    }
  }
  encoding.writeVarUint(rest, ds.clients.size)
  for (const [author, ranges] of ds.clients) {
    encoding.writeVarUint(rest, author)
    encoding.writeVarUint(rest, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(rest, clock)
      encoding.writeVarUint(rest, len)
    }
  }
  return encoder.toUint8Array()
}

function segmentOf(entries: readonly HistoryEntry[], fromSeq: number, throughSeq: number): HistorySegment {
  return { fromSeq, throughSeq, toMs: entries.at(-1)?.toMs ?? 0, bytes: packHistory(entries) }
}

/** The oldest stretches as one entry that nobody in particular wrote: what the rest of history starts from. */
function mergeExpired(expired: readonly HistorySegment[]): HistorySegment[] {
  const [first] = expired
  const last = expired.at(-1)
  if (first === undefined || last === undefined) return []
  const { update } = foldUpdates(expired.flatMap(({ bytes }) => unpackHistory(bytes).map((entry) => entry.update)))
  return [segmentOf([{ principal: '', fromMs: last.toMs, toMs: last.toMs, update }], first.fromSeq, last.throughSeq)]
}

function continueHistory({ before, tail, newest, hasHistory }: FoldJob): HistorySegment[] {
  const [first] = tail
  const last = tail.at(-1)
  if (first === undefined || last === undefined) return []
  const kept: readonly HistoryEntry[] = newest ? unpackHistory(newest.bytes) : []
  // A board whose first snapshot is older than its history: that snapshot is where the history starts.
  const start: readonly HistoryEntry[] = hasHistory
    ? []
    : before.map((update) => ({ principal: '', fromMs: first.atMs, toMs: first.atMs, update }))
  const recent = tail.map(({ principal, atMs, update }) => ({ principal, fromMs: atMs, toMs: atMs, update }))
  const entries = groupByMinute([...start, ...kept, ...recent])
  return [segmentOf(entries, newest?.fromSeq ?? first.seq, last.seq)]
}

/**
 * Folds a board's snapshot and tail into one snapshot and continues its history.
 *
 * The only place of the log that knows what the bytes say. Errors: throws where they do not fit together.
 */
export function foldBoard(job: FoldJob): Folded {
  const updates = [...job.before, ...job.tail.map(({ update }) => update)]
  const continued = job.newest && job.tail.length > 0 ? [job.newest] : []
  const replaced = [...job.expired, ...continued].map(({ fromSeq }) => fromSeq)
  const snapshot = foldUpdates(updates)
  return {
    snapshot: packSnapshot(snapshot),
    bytes: snapshot.update.byteLength,
    segments: [...mergeExpired(job.expired), ...continueHistory(job)],
    replaced,
  }
}
