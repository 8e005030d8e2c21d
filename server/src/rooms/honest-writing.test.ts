import fc from 'fast-check'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { RoomHarness } from './room-harness.ts'
import type { FakeClient } from './room-harness.ts'

/** Somebody who writes everything that Yjs can write, with undo. */
class Writer {
  readonly client: FakeClient
  readonly #undo: Y.UndoManager

  constructor(client: FakeClient) {
    this.client = client
    const { doc } = client
    this.#undo = new Y.UndoManager(
      [doc.getText('note'), doc.getArray('list'), doc.getMap('map'), doc.getMap('activities')],
      {
        captureTimeout: 0,
        trackedOrigins: new Set([null]),
      },
    )
  }

  /** Does one thing, chosen and placed by numbers. */
  do(what: number, at: number, length: number): void {
    const { doc } = this.client
    const text = doc.getText('note')
    const list = doc.getArray<unknown>('list')
    const map = doc.getMap<unknown>('map')
    const nested = map.get(`m${at % 3}`)
    const fragment = doc.getXmlFragment('xml')
    switch (what) {
      case 0:
        text.insert(
          at % (text.length + 1),
          'words and 📚'.slice(0, 1 + length),
          at % 2 === 0 ? { bold: true } : undefined,
        )
        break
      case 1:
        if (text.length > 0) text.delete(at % text.length, Math.min(length, text.length - (at % text.length)))
        break
      case 2:
        if (text.length > 0)
          text.format(at % text.length, Math.min(length, text.length - (at % text.length)), {
            em: at % 3 === 0 ? null : true,
          })
        break
      case 3:
        list.insert(at % (list.length + 1), [at, { length }, [null]].slice(0, 1 + (length % 3)))
        break
      case 4:
        if (list.length > 0) list.delete(at % list.length, 1)
        break
      case 5:
        map.set(`m${at % 3}`, length % 2 === 0 ? new Y.Map([['in', at]]) : at)
        break
      case 6:
        if (nested instanceof Y.Map) nested.set(`n${length % 4}`, new Y.Array())
        else map.delete(`m${at % 3}`)
        break
      case 7:
        doc.getMap('activities').set(`c${at % 5}`, { at })
        break
      case 8:
        doc.getMap('activities').delete(`c${at % 5}`)
        break
      case 9: {
        const paragraph = new Y.XmlElement('p')
        paragraph.setAttribute('class', `p${length}`)
        paragraph.insert(0, [new Y.XmlText('text')])
        fragment.insert(at % (fragment.length + 1), [paragraph])
        break
      }
      case 10:
        if (fragment.length > 0) fragment.delete(at % fragment.length, 1)
        break
      case 11:
        this.#undo.undo()
        break
      default:
        this.#undo.redo()
    }
  }
}

const step = fc.tuple(fc.nat(2), fc.nat(12), fc.nat(40), fc.integer({ min: 1, max: 6 }), fc.nat(3))

test('whatever honest clients write with Yjs, at the same time and with undo, is taken and the same for everybody', async () => {
  const run = async (steps: readonly (readonly [number, number, number, number, number])[]): Promise<void> => {
    const relay = new RoomHarness({ compactAfterRecords: 20 })
    await relay.makeBoard('plan')
    const writers = Array.from({ length: 3 }, () => new Writer(relay.client('plan')))
    await relay.settled()
    for (const [who, what, at, length, wait] of steps) {
      writers[who]?.do(what, at, length)
      if (wait === 0) await relay.settled()
      // Step 2 in full repeats what is known, also what is under way.
      if (wait === 1 && at === 0) writers[who]?.client.sayUpdate(Y.encodeStateAsUpdate(writers[who].client.doc))
    }
    await relay.settled()
    await relay.settled()
    const live = await relay.registry.read('plan', (doc) => Y.snapshot(doc))
    for (const { client } of writers) {
      expect(client.closedWith).toBeUndefined()
      expect(Y.equalSnapshots(Y.snapshot(client.doc), live)).toBe(true)
    }
    expect(relay.observer.refusals).toEqual([])
  }
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 120, size: 'max' }), run), {
    numRuns: 150,
  })
})
