import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import {
  encodeComparisonAnswer,
  encodeComparisonQuestion,
  fingerprintOf,
  hashOfDeletions,
  readComparisonAnswer,
  readComparisonQuestion,
} from './state-comparison.ts'
import { WIRE_TAG } from './wire-tag.ts'

test.each(['asked', 'unequal', 'resynced', 'reloaded'] as const)('a question carries its step: %s', (step) => {
  const decoder = decoding.createDecoder(encodeComparisonQuestion(step))
  expect(decoding.readVarUint(decoder)).toBe(WIRE_TAG.comparison)
  expect(readComparisonQuestion(decoder)).toBe(step)
  expect(decoding.hasContent(decoder)).toBe(false)
})

test('an answer carries state vector and hash', () => {
  const fingerprint = { stateVector: Uint8Array.of(1, 7, 300 & 127), deletions: 2 ** 53 - 1 }
  const decoder = decoding.createDecoder(encodeComparisonAnswer(fingerprint))
  expect(decoding.readVarUint(decoder)).toBe(WIRE_TAG.comparison)
  expect(readComparisonAnswer(decoder)).toEqual(fingerprint)
})

describe('the hash of what was removed', () => {
  const clock = fc.nat(2 ** 31)

  test('is the same however a range is cut, and in whatever order', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), clock, clock, clock, (client, a, b, c) => {
        const [from = 0, cut = 0, to = 0] = [a, b, c].toSorted((x, y) => x - y)
        const other = { client: client ^ 1, from: 3, to: 9 }
        const whole = hashOfDeletions([{ client, from, to }, other])
        expect(hashOfDeletions([other, { client, from: cut, to }, { client, from, to: cut }])).toBe(whole)
        expect(Number.isSafeInteger(whole) && whole >= 0).toBe(true)
      }),
    )
  })

  test('tells one removed thing from none, from its neighbour and from somebody else’s', () => {
    const seen = new Set<number>([hashOfDeletions([])])
    for (let client = 0; client < 50; client++) {
      for (let from = 0; from < 200; from++) seen.add(hashOfDeletions([{ client, from, to: from + 1 }]))
    }
    expect(seen.size).toBe(10_001)
  })
})

/** One thing done to a document: a key is set or removed, text is written or cut. */
const doings = fc.array(
  fc.record({ who: fc.nat(2), key: fc.nat(5), what: fc.constantFrom('set', 'remove', 'write', 'cut') }),
  {
    minLength: 1,
    maxLength: 60,
  },
)

test('documents that have everything of each other have one fingerprint; one that misses a change has another if it tells', () => {
  fc.assert(
    fc.property(doings, (script) => {
      const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
      const updates: Uint8Array[] = []
      for (const doc of docs)
        doc.on('update', (update: Uint8Array, origin: unknown) => origin === 'sync' || updates.push(update))
      for (const { who, key, what } of script) {
        const doc = docs[who] ?? new Y.Doc()
        const [map, text] = [doc.getMap('map'), doc.getText('text')]
        if (what === 'set') map.set(`k${key}`, new Y.Map([['n', key]]))
        else if (what === 'remove') map.delete(`k${key}`)
        else if (what === 'write') text.insert(Math.min(key, text.length), 'word')
        else if (text.length > 0) text.delete(Math.min(key, text.length - 1), 1)
      }
      for (const doc of docs) for (const update of updates.toReversed()) Y.applyUpdate(doc, update, 'sync')
      const [first, ...others] = docs.map((doc) => fingerprintOf(doc))
      for (const other of others) expect(other).toEqual(first)
      // A newcomer gets what was removed in another form: as holes.
      const newcomer = new Y.Doc()
      Y.applyUpdate(newcomer, Y.encodeStateAsUpdate(docs[0] ?? newcomer))
      expect(fingerprintOf(newcomer)).toEqual(first)
      const deaf = new Y.Doc()
      for (const update of updates.slice(0, -1)) Y.applyUpdate(deaf, update)
      // A removal of what somebody else replaced meanwhile is no loss: Yjs says whether it is one.
      const lacksNothing = Y.equalSnapshots(Y.snapshot(deaf), Y.snapshot(docs[0] ?? deaf))
      expect(JSON.stringify(fingerprintOf(deaf)) === JSON.stringify(first)).toBe(lacksNothing)
    }),
    { numRuns: 300 },
  )
})
