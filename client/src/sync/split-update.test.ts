import fc from 'fast-check'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { splitUpdate } from './split-update.ts'

/** One thing done by one of three people, who hear of each other only when they sync. */
const doings = fc.array(
  fc.record({
    who: fc.nat(2),
    key: fc.nat(7),
    what: fc.constantFrom('set', 'nest', 'remove', 'write', 'cut', 'sync'),
  }),
  { minLength: 1, maxLength: 80 },
)

type Doing = typeof doings extends fc.Arbitrary<readonly (infer T)[]> ? T : never

/** Plays a script; gives the end, and what somebody knew who left after a number of steps. */
function play(script: readonly Doing[], until: number): { readonly doc: Y.Doc; readonly early: Uint8Array } {
  let early = Y.encodeStateAsUpdate(new Y.Doc())
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const
  const meet = () => {
    for (const doc of docs) for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  }
  for (const [step, { who, key, what }] of script.entries()) {
    if (step === until) early = Y.encodeStateAsUpdate(docs[0])
    const doc = docs[who] ?? docs[0]
    const [map, text] = [doc.getMap<unknown>('map'), doc.getText('text')]
    const inner = map.get(`k${key}`)
    if (what === 'sync') meet()
    else if (what === 'set') map.set(`k${key}`, 'x'.repeat(key * 10))
    else if (what === 'nest') {
      if (inner instanceof Y.Map) inner.set('deep', key)
      else map.set(`k${key}`, new Y.Map([['deep', 'y'.repeat(20)]]))
    } else if (what === 'remove') map.delete(`k${key}`)
    else if (what === 'write') text.insert(Math.min(key, text.length), 'some words ')
    else if (text.length > key) text.delete(key, 1)
  }
  meet()
  return { doc: docs[0], early }
}

test('the pieces of any update are small, none waits for a later one, and together they say the same', () => {
  fc.assert(
    fc.property(doings, fc.nat(80), fc.integer({ min: 60, max: 400 }), (script, until, size) => {
      const { doc, early } = play(script, until)
      const relay = new Y.Doc()
      Y.applyUpdate(relay, early)
      for (const piece of splitUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(relay)), size)) {
        const parts = Y.decodeUpdate(piece)
        if (parts.structs.length > 1) expect(piece.byteLength).toBeLessThanOrEqual(size + 24)
        Y.applyUpdate(relay, piece)
        expect(relay.store.pendingStructs).toBeNull()
        expect(relay.store.pendingDs).toBeNull()
      }
      expect(Y.equalSnapshots(Y.snapshot(relay), Y.snapshot(doc))).toBe(true)
      expect(relay.getMap('map').toJSON()).toEqual(doc.getMap('map').toJSON())
      expect(relay.getText('text').toJSON()).toBe(doc.getText('text').toJSON())
    }),
    { numRuns: 300 },
  )
})

test('a single change that is larger than a piece is a piece of its own', () => {
  const doc = new Y.Doc()
  for (const [key, length] of [
    ['a', 10],
    ['b', 5_000],
    ['c', 10],
  ] as const) {
    doc.getMap('map').set(key, 'x'.repeat(length))
  }
  const sizes = splitUpdate(Y.encodeStateAsUpdate(doc), 1_000).map(({ byteLength }) => byteLength)
  expect(sizes.filter((size) => size > 1_000)).toHaveLength(1)
  expect(sizes).toHaveLength(3)
})
