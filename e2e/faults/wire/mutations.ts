import * as Y from 'yjs'
import { awarenessFrame, joined, step1, step2, updateBy, updateFrame, varUints } from './frames.ts'

/** A number below another one, from a seed. */
export type Random = (below: number) => number

const treacherous = [0, 1, 2, 7, 8, 10, 31, 63, 64, 97, 127, 128, 129, 191, 192, 254, 255]
const numbers = [0, 1, 127, 128, 255, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1]

type Change = (doc: Y.Doc, random: Random) => void

/** Changes of every kind that Yjs knows how to write. */
const changes: readonly Change[] = [
  (doc, random) => doc.getMap('activities').set(`fuzz${random(20)}`, { id: 'x', title: 'y'.repeat(random(50)) }),
  (doc, random) => doc.getMap('activities').set(`fuzz${random(20)}`, [1, -1.5, null, true, 2 ** 40, 'ü📚']),
  (doc) => doc.getMap('activities').delete('fuzz1'),
  (doc, random) => doc.getText(`note${random(5)}`).insert(0, 'a note', { bold: true }),
  (doc) => {
    const text = doc.getText('note0')
    text.insert(0, 'abcdef')
    text.format(1, 3, { italic: true })
    text.delete(2, 2)
    text.insertEmbed(1, { image: 'x' })
  },
  (doc, random) => doc.getArray(`list${random(5)}`).push([1, 'two', { three: 3 }, new Uint8Array([4])]),
  (doc) => doc.getMap('nested').set('in', new Y.Map([['in', new Y.Array()]])),
  (doc) => {
    const element = new Y.XmlElement('p')
    element.setAttribute('class', 'x')
    element.insert(0, [new Y.XmlText('text')])
    doc.getXmlFragment('xml').insert(0, [element])
  },
  (doc) => doc.getMap('board').set('title', 'fuzzed'),
]

function pick<T>(from: readonly T[], random: Random): T {
  const one = from[random(from.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

function wellFormedUpdate(random: Random): Uint8Array {
  const author = random(2) === 0 ? 1 + random(300) : 1 + random(2 ** 32 - 2)
  return updateBy((doc) => {
    for (let i = 0; i <= random(4); i++) pick(changes, random)(doc, random)
  }, author)
}

function wellFormedFrame(random: Random): Uint8Array {
  switch (random(12)) {
    case 0:
      return step1(varUints(2, random(300), random(9), random(300), random(9)))
    case 1:
      return awarenessFrame([[1 + random(5), random(9), '{"user":{"name":"Fuzz"},"view":"calendar"}']])
    case 2:
      return varUints(3)
    case 3:
      return varUints(122, random(4))
    case 4:
      return step2(wellFormedUpdate(random))
    case 5:
      return updateFrame(Y.mergeUpdates([wellFormedUpdate(random), wellFormedUpdate(random)]))
    default:
      return updateFrame(wellFormedUpdate(random))
  }
}

function mutateOnce(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random(bytes.length + 1)
  const to = Math.min(bytes.length, at + random(9))
  const [before, middle, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)]
  switch (random(8)) {
    case 0:
      return before
    case 1:
      return joined(before, after)
    case 2:
      return joined(before, middle, middle, after)
    case 3:
      return joined(before, varUints(pick(numbers, random)), after)
    case 4:
      return joined(before, Uint8Array.of(pick(treacherous, random)), after)
    case 5:
      return joined(
        before,
        Uint8Array.from({ length: random(20) }, () => random(256)),
        middle,
        after,
      )
    case 6:
      return joined(after, middle, before)
    default: {
      const changed = Uint8Array.from(bytes)
      if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << random(8))
      return changed
    }
  }
}

/**
 * A frame that nobody would send, out of one that somebody might: now and then untouched, else bent once or more, on the
 * outside or – with every length still right – within.
 */
export function mutatedFrame(random: Random): Uint8Array {
  const times = random(4)
  if (random(2) === 0) {
    let frame = wellFormedFrame(random)
    for (let i = 0; i < times; i++) frame = mutateOnce(frame, random)
    return frame
  }
  let update = wellFormedUpdate(random)
  for (let i = 0; i < times; i++) update = mutateOnce(update, random)
  return updateFrame(update)
}
