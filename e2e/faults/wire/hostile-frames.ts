import * as Y from 'yjs'
import { awarenessFrame, handmadeUpdate, joined, step1, step2, updateBy, updateFrame, varUints } from './frames.ts'

/** What comes of a hostile frame: a close code, or nothing at all. */
export type Outcome = number | 'ignored'

/** Frames that somebody sends who means no good. Shape: `isText` sends them as text. */
export interface HostileFrames {
  readonly name: string
  readonly outcome: Outcome
  readonly frames: () => readonly (Uint8Array | string)[]
}

const one =
  (frame: () => Uint8Array | string): (() => readonly (Uint8Array | string)[]) =>
  () => [frame()]

const huge = Number.MAX_SAFE_INTEGER

/** A map in a map in a map. */
function deep(doc: Y.Doc): void {
  let map: Y.Map<unknown> = doc.getMap('somewhere')
  for (let i = 0; i < 5000; i++) {
    const inner = new Y.Map<unknown>()
    map.set('in', inner)
    map = inner
  }
}

const set =
  (key: string, value: unknown, root = 'activities') =>
  (): Uint8Array =>
    updateFrame(updateBy((doc) => doc.getMap(root).set(key, value)))

/** The second of two changes, without the first. */
function orphan(): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('activities').set('first', 1)
  const before = Y.encodeStateVector(doc)
  doc.getMap('activities').set('second', 'x'.repeat(500))
  return updateFrame(Y.encodeStateAsUpdate(doc, before))
}

/** What a client of a newer Yjs may speak, and this wire does not. */
function secondEncoding(): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('activities').set('k', { title: 'second encoding' })
  return Y.encodeStateAsUpdateV2(doc)
}

function stateVectorOf(entries: number, clock: number): Uint8Array {
  return joined(varUints(entries), ...Array.from({ length: entries }, (_, i) => varUints(i + 1, clock)))
}

/** An item in each of fifty thousand roots, which Yjs itself would take half a minute to write down. */
function manyRoots(): Uint8Array {
  const items = Array.from({ length: 50_000 }, (_, i) => {
    const root = Buffer.from(`root ${i}`)
    return Uint8Array.from([0x28, 1, root.length, ...root, 1, 107, 1, 125, 1])
  })
  return updateFrame(joined(varUints(1, items.length, 5, 0), ...items, varUints(0)))
}

const nestedJson = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown

/** One item under a root: kind 8 (any), parent by name, key, one value. */
const plainItem = [0x28, 1, 1, 97, 1, 107, 1, 125, 1]

/** Every kind of hostile frame that has a name. A crash that the fuzzer finds becomes an entry here. */
export const hostileFrames: readonly HostileFrames[] = [
  { name: 'an empty frame', outcome: 4400, frames: one(() => new Uint8Array()) },
  { name: 'a text frame', outcome: 1003, frames: one(() => '{"type":"update"}') },
  { name: 'a text frame of a word', outcome: 1003, frames: one(() => 'hello 👋') },
  // A careless relay makes arrays of such lengths out of them.
  { name: 'a text frame of digits', outcome: 1003, frames: one(() => '99999999999999') },
  { name: 'text frames of a gigabyte and a half in digits', outcome: 1003, frames: () => Array(3).fill('1500000000') },
  { name: 'a text frame of eight megabytes', outcome: 1009, frames: one(() => 'x'.repeat(8_000_000)) },
  { name: 'an unknown type', outcome: 4400, frames: one(() => varUints(9, 1, 2, 3)) },
  { name: 'the largest type there is', outcome: 4400, frames: one(() => varUints(huge)) },
  { name: 'a number that never ends', outcome: 4400, frames: one(() => new Uint8Array(4000).fill(0xff)) },
  {
    name: 'a number of nine bytes',
    outcome: 4400,
    frames: one(() => joined(new Uint8Array(9).fill(0x80), varUints(1))),
  },
  { name: 'a number of ten bytes', outcome: 4400, frames: one(() => new Uint8Array(10).fill(0xff)) },
  { name: 'a number cut off', outcome: 4400, frames: one(() => Uint8Array.of(0, 0x80)) },
  { name: 'sync without a kind', outcome: 4400, frames: one(() => varUints(0)) },
  { name: 'sync of an unknown kind', outcome: 4400, frames: one(() => varUints(0, 3, 0)) },
  { name: 'a length beyond the frame', outcome: 4400, frames: one(() => varUints(0, 2, 2 ** 40)) },
  { name: 'a length short of the frame', outcome: 4400, frames: one(() => varUints(0, 2, 1, 0, 0, 0, 0)) },
  { name: 'a word of authority', outcome: 4400, frames: one(() => varUints(2, 0, 1, 97)) },
  { name: 'an acknowledgement of one’s own', outcome: 4400, frames: one(() => varUints(121, 1000)) },
  { name: 'an update of nothing', outcome: 'ignored', frames: one(() => updateFrame(Uint8Array.of(0, 0))) },
  { name: 'an update of nothing but zeros', outcome: 4400, frames: one(() => updateFrame(new Uint8Array(1000))) },
  {
    name: 'an update with something behind it',
    outcome: 4400,
    frames: one(() =>
      updateFrame(
        joined(
          updateBy((doc) => doc.getMap('activities').set('k', 1)),
          new Uint8Array(7),
        ),
      ),
    ),
  },
  {
    name: 'an update in the second encoding',
    outcome: 4400,
    frames: one(() => updateFrame(secondEncoding())),
  },
  {
    name: 'an update of noise',
    outcome: 4400,
    frames: one(() => updateFrame(Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 251))),
  },
  {
    name: 'an update that promises a billion authors',
    outcome: 4400,
    frames: one(() => updateFrame(varUints(2 ** 30))),
  },
  {
    name: 'an update that promises a billion structs',
    outcome: 4400,
    frames: one(() => updateFrame(varUints(1, 2 ** 30, 5, 0))),
  },
  {
    name: 'an update with a billion deletions',
    outcome: 4400,
    frames: one(() => updateFrame(varUints(0, 1, 5, 2 ** 30))),
  },
  {
    name: 'a state vector that promises 2^40 authors',
    outcome: 4413,
    frames: one(() => step1(varUints(2 ** 40))),
  },
  { name: 'a state vector that is none', outcome: 4400, frames: one(() => step1(varUints(9))) },
  {
    name: 'a state vector of a hundred thousand authors',
    outcome: 4413,
    frames: one(() => step1(stateVectorOf(100_000, 1))),
  },
  {
    name: 'a state vector that knows everything to 2^53',
    outcome: 'ignored',
    frames: one(() => step1(stateVectorOf(1000, huge))),
  },
  {
    name: 'step 2 before step 1',
    outcome: 'ignored',
    frames: one(() => step2(updateBy((doc) => doc.getMap('activities').set('unasked', 1)))),
  },
  { name: 'questions without end', outcome: 4529, frames: () => Array.from({ length: 30 }, () => step1(varUints(0))) },
  {
    name: 'questions for who is there without end',
    outcome: 4529,
    frames: () => Array.from({ length: 30 }, () => varUints(3)),
  },
  { name: 'a question for who is there with something behind it', outcome: 4400, frames: one(() => varUints(3, 1)) },
  { name: 'a frame over the limit', outcome: 1009, frames: one(() => new Uint8Array(1024 * 1024 + 1)) },

  { name: 'an update without its predecessor', outcome: 4509, frames: one(orphan) },
  {
    name: 'a struct at number 2^53',
    outcome: 4413,
    frames: one(() => updateFrame(handmadeUpdate(5, huge - 5, plainItem))),
  },
  {
    name: 'a deletion of what nobody wrote, up to 2^53',
    outcome: 4509,
    frames: one(() => updateFrame(varUints(0, 1, 5, 1, 0, huge))),
  },
  {
    name: 'deletions of twenty thousand authors whom nobody knows',
    outcome: 4509,
    frames: one(() =>
      updateFrame(
        joined(varUints(0, 20_000), ...Array.from({ length: 20_000 }, (_, i) => varUints(i + 1_000_000, 1, 0, 1))),
      ),
    ),
  },
  {
    name: 'a skip of 2^53',
    outcome: 4509,
    frames: one(() => updateFrame(joined(varUints(1, 1, 5, 0), Uint8Array.of(10), varUints(huge - 1, 0)))),
  },
  {
    name: 'garbage collected that never was, up to 2^53',
    outcome: 4413,
    frames: one(() => updateFrame(joined(varUints(1, 1, 5, 0), Uint8Array.of(0), varUints(huge - 1, 0)))),
  },

  ...Array.from({ length: 21 }, (_, i): HostileFrames => ({
    name: `content of kind ${11 + i}, which there is not`,
    outcome: 4400,
    frames: one(() => updateFrame(handmadeUpdate(5, 0, [0x20 | (11 + i), 1, 1, 97, 1, 107, 1, 125, 1]))),
  })),
  { name: 'maps five thousand deep', outcome: 4422, frames: one(() => updateFrame(updateBy(deep))) },
  {
    name: 'lists twenty thousand deep in a value',
    outcome: 4400,
    frames: one(() =>
      updateFrame(
        handmadeUpdate(5, 0, [
          0x28,
          1,
          1,
          97,
          1,
          107,
          1,
          ...Array.from({ length: 40_000 }, (_, i) => (i % 2 === 0 ? 117 : 1)),
        ]),
      ),
    ),
  },
  { name: 'lists five hundred deep in a value', outcome: 4422, frames: one(set('deep', nestedJson(500))) },
  { name: '__proto__ as a key', outcome: 4422, frames: one(set('__proto__', { polluted: true })) },
  { name: '__proto__ as a field of a card', outcome: 4422, frames: one(set('c01/__proto__', { polluted: true })) },
  {
    name: '__proto__ within a value',
    outcome: 4422,
    frames: one(set('c01', JSON.parse('{"__proto__":{"polluted":true}}'))),
  },
  { name: '__proto__ as a root', outcome: 4422, frames: one(set('x', 1, '__proto__')) },
  {
    name: 'constructor and prototype as keys',
    outcome: 'ignored',
    frames: () => [set('constructor', 1)(), set('prototype', 1)(), set('toString', 1)(), set('hasOwnProperty', 1)()],
  },
  { name: 'a key of nearly a megabyte', outcome: 4422, frames: one(set('k'.repeat(900_000), 1)) },
  { name: 'a root with a name of nearly a megabyte', outcome: 4422, frames: one(set('x', 1, 'r'.repeat(900_000))) },
  {
    name: 'one update a thousand times',
    outcome: 'ignored',
    frames: () => Array<Uint8Array>(1000).fill(set('again and again', 1)()),
  },
  {
    name: 'letters that are none, that turn the line round, and that pile up',
    outcome: 'ignored',
    frames: one(set('odd/title', `\ud800 \u0000 \u202e a${'\u0301'.repeat(50)} ${'\u200d👩'.repeat(1000)}`)),
  },
  { name: 'half a letter as a key', outcome: 'ignored', frames: one(set('\ud800', 1)) },
  {
    name: 'a document inside the document',
    outcome: 4422,
    frames: one(() => updateFrame(updateBy((doc) => doc.getMap('x').set('x', new Y.Doc())))),
  },
  {
    name: 'a list where cards are kept',
    outcome: 4422,
    frames: one(() => updateFrame(updateBy((doc) => doc.getArray('activities').push([1])))),
  },
  { name: 'bytes where a card is kept', outcome: 4422, frames: one(set('bytes', new Uint8Array(100))) },
  {
    name: 'fifty thousand roots',
    outcome: 4413,
    frames: one(manyRoots),
  },
  {
    name: 'two thousand authors in one update',
    outcome: 4413,
    frames: one(() =>
      updateFrame(
        Y.mergeUpdates(
          Array.from({ length: 2000 }, (_, i) => updateBy((doc) => doc.getMap('x').set(`k${i}`, 1), i + 1)),
        ),
      ),
    ),
  },
  {
    name: 'an author with the number 2^53 - 1',
    outcome: 'ignored',
    frames: one(() => updateFrame(updateBy((doc) => doc.getMap('x').set('k', 1), huge))),
  },

  {
    name: 'a hundred thousand states',
    outcome: 4413,
    frames: one(() => awarenessFrame(Array.from({ length: 100_000 }, (_, i) => [i, 1, '{}'] as const))),
  },
  {
    name: 'a state of a hundred kilobytes',
    outcome: 4413,
    frames: one(() => awarenessFrame([[1, 1, JSON.stringify('x'.repeat(100_000))]])),
  },
  { name: 'a state of two megabytes', outcome: 1009, frames: one(() => awarenessFrame([[1, 1, '"x"'.padEnd(2e6)]])) },
  { name: 'a state that is no JSON', outcome: 4400, frames: one(() => awarenessFrame([[1, 1, '{"user":']])) },
  { name: 'a state that is a list', outcome: 4400, frames: one(() => awarenessFrame([[1, 1, '[]']])) },
  {
    name: 'a state nested a thousand deep',
    outcome: 4400,
    frames: one(() => awarenessFrame([[1, 1, `${'['.repeat(1000)}${']'.repeat(1000)}`]])),
  },
  {
    name: 'a state with __proto__',
    outcome: 'ignored',
    frames: one(() =>
      awarenessFrame([[1, 1, '{"__proto__":{"polluted":true},"user":{"__proto__":{"polluted":true}}}']]),
    ),
  },
  {
    name: 'a state with a clock beyond 2^53',
    outcome: 4400,
    frames: one(() => {
      const beyond = joined(varUints(1, 2), new Uint8Array(8).fill(0xff), varUints(1, 2), Uint8Array.of(123, 125))
      return joined(varUints(1, beyond.length), beyond)
    }),
  },
  {
    name: 'a state with a clock of 2^53',
    outcome: 'ignored',
    frames: () => [awarenessFrame([[2, huge, '{}']]), awarenessFrame([[2, 0, '{}']])],
  },
  {
    name: 'a state of an author with the number 2^53 - 1',
    outcome: 'ignored',
    frames: one(() => awarenessFrame([[huge, huge, '{}']])),
  },
  {
    name: 'an awareness frame that promises a billion states',
    outcome: 4413,
    frames: one(() => joined(varUints(1, 5), varUints(2 ** 30))),
  },
]
