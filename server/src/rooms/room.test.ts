import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { beforeEach, describe, expect, test } from 'vitest'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import { FakeClient, RoomHarness } from './room-harness.ts'

let relay: RoomHarness

beforeEach(async () => {
  relay = new RoomHarness()
  await relay.makeBoard('plan')
})

const varUint = (...numbers: number[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const number of numbers) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

const updateOf = (change: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}

const deep = (doc: Y.Doc): void => {
  let map = doc.getMap('unknown')
  for (let i = 0; i < 200; i++) {
    const inner = new Y.Map()
    map.set('in', inner)
    map = inner
  }
}
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])

async function pair(): Promise<[FakeClient, FakeClient]> {
  const clients: [FakeClient, FakeClient] = [relay.client('plan'), relay.client('plan')]
  await relay.settled()
  return clients
}

describe('joining', () => {
  test('whoever joins gets the board, and only when it is loaded', async () => {
    relay.log.hold()
    const a = relay.client('plan')
    await relay.turn()
    expect(a.sent).toEqual([])
    relay.log.release()
    await relay.settled()
    expect(a.synced).toBe(true)
    expect(a.get('c01')).toEqual({ id: 'c01', title: 'first' })
  })

  test('what is sent while the board loads is kept and done', async () => {
    relay.log.hold()
    const a = relay.client('plan')
    a.set('early', 1)
    relay.log.release()
    await relay.settled()
    expect(relay.client('plan').synced).toBe(true)
    expect(await relay.registry.read('plan', (doc) => doc.getMap('activities').get('early'))).toBe(1)
  })

  test('more than the queue takes while the board loads is refused with 4503', async () => {
    relay.log.hold()
    const a = relay.client('plan')
    for (let i = 0; i <= RELAY_LIMITS.maxWaitingFrames; i++) a.sayAwareness([[1, i, {}]])
    expect(a.closedWith).toBe(4503)
    relay.log.release()
    await relay.settled()
  })

  test.each(['nowhere', '..', 'x'.repeat(65), '__proto__'])('there is no board %s: 4404', async (boardId) => {
    const a = relay.client(boardId)
    await relay.settled()
    expect(a.closedWith).toBe(4404)
    expect(relay.registry.counts.rooms).toBe(0)
  })

  test('a board in the bin is no board: 4404', async () => {
    await relay.log.binBoard('plan', 1)
    const a = relay.client('plan')
    await relay.settled()
    expect(a.closedWith).toBe(4404)
  })

  test('a board that cannot be read closes with 4503 and harms no other', async () => {
    await relay.makeBoard('other')
    await relay.log.append([{ boardId: 'plan', update: Uint8Array.of(1, 2, 3), principal: 'p', atMs: 1 }])
    const a = relay.client('plan')
    const b = relay.client('other')
    await relay.settled()
    expect(a.closedWith).toBe(4503)
    expect(b.synced).toBe(true)
    expect(relay.observer.troubles).toHaveLength(1)
  })
})

describe('writing', () => {
  test('an update is on disk before anyone else sees it and before it is acknowledged', async () => {
    const [a, b] = await pair()
    const ackedBefore = a.acked
    relay.log.hold()
    a.set('c02', { title: 'new' })
    relay.clock.advance(100)
    await relay.turn()
    expect(b.get('c02')).toBeUndefined()
    expect(a.acked).toBe(ackedBefore)
    relay.log.release()
    await relay.settled()
    expect(relay.log.appended.flat().map(({ principal }) => principal)).toEqual([a.id])
    expect(b.get('c02')).toEqual({ title: 'new' })
    expect(a.acked).toBe(ackedBefore + 1)
  })

  test('what is acknowledged and what colleagues did meanwhile comes in one go', async () => {
    const [a, b] = await pair()
    const acked = [a.acked, b.acked] as const
    a.set('c02', 'from a')
    b.set('c03', 'from b')
    await relay.settled()
    expect([a.get('c03'), b.get('c02')]).toEqual(['from b', 'from a'])
    expect([a.acked - acked[0], b.acked - acked[1]]).toEqual([1, 1])
    expect([a.sentBehind, b.sentBehind]).toEqual([1, 1])
    a.set('c02', 'alone')
    await relay.settled()
    expect([a.acked - acked[0], a.sentBehind]).toEqual([2, 1])
  })

  test('whoever joins or asks while a commit is under way waits for it', async () => {
    const [a, b] = await pair()
    relay.log.hold()
    a.set('c02', 'not on disk')
    relay.clock.advance(100)
    const late = relay.client('plan')
    const sentToB = b.sent.length
    b.sayStep1(Y.encodeStateVector(new Y.Doc()))
    await relay.turn()
    expect(late.sent).toEqual([])
    expect(b.sent).toHaveLength(sentToB)
    relay.log.release()
    await relay.settled()
    expect(late.get('c02')).toBe('not on disk')
    expect(b.get('c02')).toBe('not on disk')
  })

  test('every update message is acknowledged once, in total, also those that bring nothing new', async () => {
    const [a] = await pair()
    expect(a.acked).toBe(1)
    for (let i = 0; i < 5; i++) a.set(`n${i}`, i)
    a.sayUpdate(Y.encodeStateAsUpdate(a.doc))
    await relay.settled()
    expect(a.acked).toBe(7)
  })

  test('a client that did not ask gets no acknowledgement', async () => {
    const plain = new FakeClient('plain')
    const joined = relay.registry.join('plan', plain, { principal: 'p', mayWrite: true, wantsAck: false })
    await relay.settled()
    const doc = new Y.Doc()
    doc.getMap('activities').set('x', 1)
    const frame = encoding.createEncoder()
    encoding.writeVarUint(frame, 0)
    encoding.writeVarUint(frame, 2)
    encoding.writeVarUint8Array(frame, Y.encodeStateAsUpdate(doc))
    joined.receive(encoding.toUint8Array(frame))
    await relay.settled()
    expect(await relay.registry.read('plan', (d) => d.getMap('activities').get('x'))).toBe(1)
    expect(plain.sent.map(([tag]) => tag)).not.toContain(121)
  })

  test('updates of one window go out as one frame and as one record per person', async () => {
    const [a, b] = await pair()
    const c = relay.client('plan')
    await relay.settled()
    relay.log.appended = []
    const heard = c.updatesHeard
    for (let i = 0; i < 10; i++) a.set(`a${i}`, i)
    for (let i = 0; i < 10; i++) b.set(`b${i}`, i)
    await relay.settled()
    expect(relay.log.appended.map((records) => records.map(({ principal }) => principal))).toEqual([[a.id, b.id]])
    expect(c.updatesHeard - heard).toBe(1)
    expect(c.get('b9')).toBe(9)
    expect(a.get('b9')).toBe(9)
  })

  test('what is stored is what was new: repeating a whole document stores nothing', async () => {
    const [a] = await pair()
    relay.log.appended = []
    a.sayUpdate(Y.encodeStateAsUpdate(a.doc))
    await relay.settled()
    expect(relay.log.appended).toEqual([])
  })

  test('rooms share a commit and not their content', async () => {
    await relay.makeBoard('other')
    const a = relay.client('plan')
    const b = relay.client('other')
    await relay.settled()
    relay.log.appended = []
    a.set('x', 1)
    b.set('y', 2)
    await relay.settled()
    expect(relay.log.appended.map((records) => records.map(({ boardId }) => boardId))).toEqual([['plan', 'other']])
    expect(a.get('y')).toBeUndefined()
    expect(b.get('x')).toBeUndefined()
  })

  test('a reader writes nothing, by update or by step 2, and is not acknowledged', async () => {
    const reader = relay.client('plan', { mayWrite: false })
    await relay.settled()
    reader.set('sneaky', 1)
    reader.sayStep1(Y.encodeStateVector(reader.doc))
    await relay.settled()
    expect(reader.closedWith).toBeUndefined()
    expect(reader.acked).toBe(0)
    expect(await relay.registry.read('plan', (doc) => doc.getMap('activities').has('sneaky'))).toBe(false)
  })

  test('the server changes a board by the same way: stored first, then seen', async () => {
    const [a] = await pair()
    relay.log.hold()
    const edited = relay.registry.edit('plan', 'server', (doc) => doc.getMap('board').set('title', 'Renamed'))
    relay.clock.advance(100)
    await relay.turn()
    expect(a.doc.getMap('board').get('title')).toBe('plan')
    relay.log.release()
    await relay.settled()
    await edited
    expect(a.doc.getMap('board').get('title')).toBe('Renamed')
    expect((await relay.log.findBoard('plan'))?.title).toBe('"Renamed"')
  })

  test('an edit of the server that throws halfway leaves nothing behind', async () => {
    const [a] = await pair()
    const edited = relay.registry.edit('plan', 'server', (doc) => {
      doc.getMap('board').set('title', 'half')
      throw new Error('broken')
    })
    const outcome = edited.catch((error: unknown) => String(error))
    await relay.settled()
    expect(await outcome).toContain('broken')
    await relay.settled()
    expect(await relay.registry.read('plan', (doc) => doc.getMap('board').get('title'))).toBe('plan')
    a.set('after', 1)
    await relay.settled()
    expect(await relay.registry.read('plan', (doc) => doc.getMap('activities').get('after'))).toBe(1)
  })
})

describe('a store that cannot take writes', () => {
  test('nothing is passed on or acknowledged, everybody in the room is sent away with 4503, and it goes on by itself', async () => {
    const [a, b] = await pair()
    const acked = a.acked
    relay.log.failing = true
    a.set('c02', 'kept by its author')
    await relay.settled()
    expect([a.closedWith, b.closedWith]).toEqual([4503, 4503])
    expect(b.get('c02')).toBeUndefined()
    expect(a.acked).toBe(acked)
    expect(relay.registry.trouble?.message).toContain('no space left')

    const early = relay.client('plan')
    expect(early.closedWith).toBe(4503)
    await expect(relay.registry.read('plan', () => 0)).rejects.toThrow(/no space left/)

    relay.clock.advance(1000)
    await relay.turn()
    expect(relay.registry.trouble).toBeDefined()
    relay.log.failing = false
    relay.clock.advance(1000)
    await relay.turn()
    expect(relay.registry.trouble).toBeUndefined()
    expect(relay.observer).toMatchObject({ storeFailures: 1, storeResumptions: 1 })

    const back = relay.client('plan')
    await relay.settled()
    expect(back.get('c02')).toBeUndefined()
    back.sayUpdate(Y.encodeStateAsUpdate(a.doc))
    await relay.settled()
    expect(back.acked).toBe(2)
    expect(await relay.registry.read('plan', (doc) => doc.getMap('activities').get('c02'))).toBe('kept by its author')
  })

  test('a room that had nothing to write stays open', async () => {
    await relay.makeBoard('other')
    const [a] = await pair()
    const b = relay.client('other')
    await relay.settled()
    relay.log.failing = true
    a.set('x', 1)
    await relay.settled()
    expect(a.closedWith).toBe(4503)
    expect(b.closedWith).toBeUndefined()
  })
})

describe('refusals hurt one socket', () => {
  test.each([
    ['an empty frame', Uint8Array.of()],
    ['an unknown type', varUint(9)],
    ['a huge type', varUint(Number.MAX_SAFE_INTEGER)],
    ['an over-long number', new Uint8Array(24).fill(255)],
    ['a word of authority', varUint(2, 1)],
    ['sync without a subtype', varUint(0)],
    ['sync with an unknown subtype', varUint(0, 7, 0)],
    ['a length beyond the frame', varUint(0, 2, 2 ** 40)],
    ['a length short of the frame', varUint(0, 2, 1, 0, 0, 0)],
    ['an update that is none', varUint(0, 2, 3, 200, 200, 1)],
    ['an update cut short', varUint(0, 2, 2, 1, 1)],
    ['an awareness update that is none', varUint(1, 2, 5, 5)],
    ['a durable acknowledgement', varUint(121, 3)],
    ['a question with an answer', varUint(3, 3)],
    ['a state vector that is none', varUint(0, 0, 1, 9)],
  ])('%s: 4400, and the pair goes on', async (_name, frame) => {
    const [a, b] = await pair()
    const hostile = relay.client('plan')
    await relay.settled()
    hostile.say(frame)
    await relay.settled()
    expect(hostile.closedWith).toBe(4400)
    a.set('after', 1)
    await relay.settled()
    expect(b.get('after')).toBe(1)
    expect([a.closedWith, b.closedWith]).toEqual([undefined, undefined])
  })

  test('an update cut at every byte is refused and changes nothing', async () => {
    const whole = updateOf((doc) => doc.getMap('activities').set('cut', 'x'.repeat(20)))
    for (let length = 0; length < whole.length; length++) {
      const hostile = relay.client('plan')
      await relay.settled()
      hostile.sayUpdate(whole.slice(0, length))
      await relay.settled()
      expect(hostile.closedWith).toBe(4400)
    }
    expect(await relay.registry.read('plan', (doc) => doc.getMap('activities').has('cut'))).toBe(false)
  })

  test('an update whose predecessors are missing: 4509, and newcomers pay nothing for it', async () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getMap('activities').set('one', 1)
    doc.getMap('activities').set('two', 2)
    const a = relay.client('plan')
    await relay.settled()
    a.sayUpdate(updates[1] ?? Uint8Array.of())
    await relay.settled()
    expect(a.closedWith).toBe(4509)
    const [b] = await pair()
    expect(b.get('two')).toBeUndefined()
    expect(b.doc.store.pendingStructs).toBeNull()
  })

  test('a deletion of what nobody knows: 4509', async () => {
    const doc = new Y.Doc()
    doc.getMap('activities').set('one', 1)
    const before = Y.encodeStateVector(doc)
    doc.getMap('activities').delete('one')
    const a = relay.client('plan')
    await relay.settled()
    a.sayUpdate(Y.diffUpdate(Y.encodeStateAsUpdate(doc), before))
    await relay.settled()
    expect(a.closedWith).toBe(4509)
  })

  test.each<[string, (doc: Y.Doc) => void]>([
    ['a list in a known root', (doc) => doc.getArray('activities').push([1])],
    ['text in a known root', (doc) => doc.getText('activities').insert(0, 'x')],
    ['a type inside a known root', (doc) => doc.getMap('activities').set('x', new Y.Map())],
    ['bytes in a known root', (doc) => doc.getMap('people').set('x', Uint8Array.of(1))],
    ['a document in the document', (doc) => doc.getMap('unknown').set('x', new Y.Doc())],
    ['a value nested too deep', (doc) => doc.getMap('activities').set('x', nested(40))],
    ['a birth value nested too deep', (doc) => doc.getMap('activities').set('x', JSON.stringify({ a: nested(40) }))],
    ['a prototype in a birth value', (doc) => doc.getMap('activities').set('x', '{"__proto__":{"polluted":1}}')],
    ['a key that is too long', (doc) => doc.getMap('unknown').set('k'.repeat(1000), 1)],
    ['a root whose name is too long', (doc) => doc.getMap('r'.repeat(1000)).set('x', 1)],
    ['a prototype as a key', (doc) => doc.getMap('activities').set('__proto__', 1)],
    ['a prototype as a field', (doc) => doc.getMap('activities').set('c01/__proto__', 1)],
    ['a prototype as a value', (doc) => doc.getMap('activities').set('x', JSON.parse('{"__proto__":{"polluted":1}}'))],
    ['types nested too deep', deep],
  ])('%s: 4422, kept in quarantine, the pair unaffected', async (_name, change) => {
    const [a, b] = await pair()
    const hostile = relay.client('plan')
    await relay.settled()
    const heard = a.updatesHeard
    const update = updateOf(change)
    hostile.sayUpdate(update)
    await relay.settled()
    expect(hostile.closedWith).toBe(4422)
    expect((await relay.log.listQuarantine('plan')).map((entry) => entry.update)).toEqual([update])
    expect(a.updatesHeard).toBe(heard)
    a.set('after', 1)
    await relay.settled()
    expect(b.get('after')).toBe(1)
    expect({}).not.toHaveProperty('polluted')
  })

  test('types nested too deep are found over several updates', async () => {
    const a = relay.client('plan')
    await relay.settled()
    let map = a.doc.getMap('unknown')
    for (let i = 0; i < RELAY_LIMITS.maxNestingDepth + 2; i++) {
      const inner = new Y.Map()
      map.set('in', inner)
      map = inner
    }
    await relay.settled()
    expect(a.closedWith).toBe(4422)
  })

  test('roots that the relay does not know are kept and passed on, and notes hold rich text', async () => {
    const [a, b] = await pair()
    a.doc.getArray('votes').push([{ of: 'someone' }])
    const paragraph = new Y.XmlElement('paragraph')
    a.doc.getXmlFragment('notes/c01').push([paragraph])
    paragraph.push([new Y.XmlText('written together')])
    await relay.settled()
    expect(b.doc.getArray('votes').toJSON()).toEqual([{ of: 'someone' }])
    expect(b.doc.getXmlFragment('notes/c01').toJSON()).toBe('<paragraph>written together</paragraph>')
  })

  test('what a socket sent before its refused update counts, what it sent after does not', async () => {
    const [a, b] = await pair()
    a.set('before', 1)
    a.sayUpdate(updateOf((doc) => doc.getArray('activities').push([1])))
    a.set('after', 1)
    await relay.settled()
    expect(a.closedWith).toBe(4422)
    expect(a.acked).toBe(2)
    expect([b.get('before'), b.get('after')]).toEqual([1, undefined])
  })

  test('a board over its limit takes no more: 4413', async () => {
    relay = new RoomHarness({ limits: { ...RELAY_LIMITS, maxDocumentBytes: 2000 } })
    await relay.makeBoard('plan')
    const [a, b] = await pair()
    a.set('big', 'x'.repeat(3000))
    await relay.settled()
    expect(a.closedWith).toBe(4413)
    b.set('small', 1)
    await relay.settled()
    expect(b.closedWith).toBeUndefined()
  })

  test('an update of too many authors: 4413', async () => {
    const all = Array.from({ length: RELAY_LIMITS.maxAuthorsPerUpdate + 1 }, (_, i) =>
      updateOf((doc) => doc.getMap('activities').set(`k${i}`, i)),
    )
    const a = relay.client('plan')
    await relay.settled()
    a.sayUpdate(Y.mergeUpdates(all))
    await relay.settled()
    expect(a.closedWith).toBe(4413)
  })

  test('asking for everything again and again: 4529', async () => {
    const [a, b] = await pair()
    for (let i = 0; i < RELAY_LIMITS.syncRequestBurst; i++) a.sayStep1(Uint8Array.of(0))
    expect(a.closedWith).toBe(4529)
    for (let i = 0; i < 60; i++) {
      b.sayStep1(Uint8Array.of(0))
      relay.clock.advance(1000)
    }
    expect(b.closedWith).toBeUndefined()
  })

  test('a client that does not read is cut loose', async () => {
    const [a, b] = await pair()
    b.bufferedBytes = 2 * RELAY_LIMITS.maxBufferedBytes
    a.set('x', 1)
    await relay.settled()
    expect(b.terminated).toBe(true)
    expect(a.terminated).toBe(false)
  })

  test('a client on a slow line that just got a large board is not taken for one that does not read', async () => {
    const [a] = await pair()
    const large = RELAY_LIMITS.maxBufferedBytes + 1
    for (let part = 0; part < 9; part++) a.set(`part${part}`, 'x'.repeat(large / 8))
    await relay.settled()
    const b = relay.client('plan')
    await relay.settled()
    b.bufferedBytes = large
    a.set('x', 1)
    await relay.settled()
    expect(b.terminated).toBe(false)
    expect(b.get('x')).toBe(1)
  })

  test('whoever asks the same gets the same answer, until something changes', async () => {
    const [a, b] = await pair()
    const nothing = Y.encodeStateVector(new Y.Doc())
    const answerTo = (client: typeof a): Uint8Array | undefined => {
      client.sayStep1(nothing)
      return client.sent.at(-1)
    }
    const answer = answerTo(a)
    expect(answerTo(b)).toBe(answer)
    a.set('x', 1)
    await relay.settled()
    const later = answerTo(b)
    expect(later).not.toEqual(answer)
    a.doc.getMap('activities').delete('x')
    await relay.settled()
    expect(answerTo(b)).not.toEqual(later)
  })

  test('however many different questions are asked, no more than two boards of answers are kept', async () => {
    const [a] = await pair()
    a.set('large', 'x'.repeat(20_000))
    await relay.settled()
    const answerTo = (author: number): Uint8Array | undefined => {
      const vector = Y.encodeStateVector(new Map([[author, 1]]))
      a.sayStep1(vector)
      return a.sent.at(-1)
    }
    const first = answerTo(1)
    expect(answerTo(1)).toBe(first)
    for (const author of [2, 3]) expect(answerTo(author)?.byteLength).toBeGreaterThan(20_000)
    const again = answerTo(1)
    expect(again).toEqual(first)
    expect(again).not.toBe(first)
  })

  test('what says nothing new is acknowledged, but neither stored nor passed on', async () => {
    const [a, b] = await pair()
    a.set('x', 1)
    a.set('x', 2)
    a.doc.getMap('activities').delete('c01')
    await relay.settled()
    const seq = (await relay.log.read('plan'))?.lastSeq
    const [heard, acked] = [a.updatesHeard, b.acked]
    b.sayUpdate(Y.encodeStateAsUpdate(a.doc))
    await relay.settled()
    expect(b.acked).toBe(acked + 1)
    expect(a.updatesHeard).toBe(heard)
    expect((await relay.log.read('plan'))?.lastSeq).toBe(seq)
  })

  test('of what is half known the new half is passed on', async () => {
    const [a, b] = await pair()
    a.set('x', 1)
    await relay.settled()
    const known = Y.encodeStateVector(a.doc)
    const before = b.updatesHeard
    const offline = new Y.Doc()
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(a.doc))
    offline.getMap('activities').set('x', 'over it')
    a.sayUpdate(Y.encodeStateAsUpdate(offline))
    await relay.settled()
    expect(b.updatesHeard).toBe(before + 1)
    expect(b.get('x')).toBe('over it')
    const passedOn = b.sent.at(-1) ?? new Uint8Array()
    expect(passedOn.byteLength).toBeLessThan(Y.encodeStateAsUpdate(offline).byteLength)
    expect(Y.diffUpdate(Y.encodeStateAsUpdate(b.doc), known).byteLength).toBeLessThan(passedOn.byteLength + 64)
  })
})

describe('presence', () => {
  const noor = { user: { name: 'Noor' } }

  test('everybody sees everybody else, newcomers too, and never an echo of themselves', async () => {
    const [a, b] = await pair()
    a.sayAwareness([[11, 1, noor]])
    b.sayAwareness([[22, 1, { user: { name: 'Sam' } }]])
    relay.clock.advance(100)
    expect(b.presence.get(11)?.state).toEqual(noor)
    expect([...a.presence.keys()]).toEqual([22])
    const c = relay.client('plan')
    await relay.settled()
    expect([...c.presence.keys()]).toEqual([11, 22])
  })

  test('states for others are ignored, not punished', async () => {
    const [a, b] = await pair()
    const c = relay.client('plan')
    await relay.settled()
    a.sayAwareness([[11, 1, noor]])
    b.sayAwareness([[22, 1, {}]])
    relay.clock.advance(100)
    b.sayAwareness([
      [11, 99, { user: { name: 'forged' } }],
      [22, 2, { view: 'flow' }],
    ])
    b.sayAwareness([[11, 100, null]])
    relay.clock.advance(100)
    expect(c.presence.get(11)?.state).toEqual(noor)
    expect(c.presence.get(22)?.state).toEqual({ view: 'flow' })
    expect(b.closedWith).toBeUndefined()
  })

  test("somebody else's client id is not to be had; the line of its holder is tested", async () => {
    const [a, b] = await pair()
    const c = relay.client('plan')
    await relay.settled()
    a.sayAwareness([[11, 1, noor]])
    b.sayAwareness([[11, 50, { user: { name: 'forged' } }]])
    relay.clock.advance(100)
    expect(c.presence.get(11)?.state).toEqual(noor)
    expect(a.aliveChecks).toBe(1)
    a.leave()
    b.sayAwareness([[11, 51, { user: { name: 'Noor again' } }]])
    relay.clock.advance(100)
    expect(c.presence.get(11)?.state).toEqual({ user: { name: 'Noor again' } })
  })

  test('whoever leaves is gone for the others, and whoever comes back is seen at once', async () => {
    const [a, b] = await pair()
    a.sayAwareness([[11, 40, noor]])
    relay.clock.advance(100)
    const before = b.presence.get(11)?.clock ?? 0
    a.leave()
    relay.clock.advance(100)
    expect(b.presence.has(11)).toBe(false)
    const again = relay.client('plan')
    await relay.settled()
    again.sayAwareness([[11, 1, noor]])
    relay.clock.advance(100)
    expect(b.presence.get(11)?.clock).toBeGreaterThan(before)
  })

  test('many moves in one window are one frame with the latest', async () => {
    const [a, b] = await pair()
    a.sayAwareness([[11, 1, { n: 0 }]])
    relay.clock.advance(100)
    const frames = b.sent.length
    for (let i = 1; i <= 50; i++) a.sayAwareness([[11, i, { n: i }]])
    relay.clock.advance(50)
    expect(b.sent.length - frames).toBe(1)
    expect(b.presence.get(11)?.state).toEqual({ n: 50 })
  })

  test('a state over the limit: 4413', async () => {
    const [a] = await pair()
    a.sayAwareness([[11, 1, { text: 'x'.repeat(RELAY_LIMITS.maxAwarenessStateBytes) }]])
    expect(a.closedWith).toBe(4413)
  })

  test('a hundred thousand states in one frame: 4413, and nobody new is seen', async () => {
    const [a, b] = await pair()
    a.sayAwareness(Array.from({ length: 100_000 }, (_, i) => [i, 1, {}] as const))
    relay.clock.advance(100)
    expect(a.closedWith).toBe(4413)
    expect(b.presence.size).toBe(0)
  })
})

describe('the life of a room', () => {
  test('a room without anybody lets its document go after a while, and gives the board back', async () => {
    const [a, b] = await pair()
    a.set('kept', 1)
    await relay.settled()
    a.leave()
    b.leave()
    relay.clock.advance(29_000)
    await relay.settled()
    expect(relay.registry.counts.rooms).toBe(1)
    relay.clock.advance(1000)
    await relay.settled()
    expect(relay.registry.counts.rooms).toBe(0)
    expect(relay.observer).toMatchObject({ opened: 1, closed: 1 })
    const c = relay.client('plan')
    await relay.settled()
    expect(c.get('kept')).toBe(1)
  })

  test('whoever joins while a room is closing is served from the same document, and nothing is lost', async () => {
    const [a, b] = await pair()
    a.set('kept', 1)
    a.leave()
    b.leave()
    await relay.settled()
    relay.log.hold()
    relay.clock.advance(30_000)
    await relay.turn()
    const c = relay.client('plan')
    await relay.turn()
    expect(c.get('kept')).toBe(1)
    c.set('written while closing', 2)
    relay.log.release()
    await relay.settled()
    expect(relay.observer.opened).toBe(1)
    expect(c.closedWith).toBeUndefined()
    expect(c.acked).toBe(2)
    expect(await relay.registry.read('plan', (doc) => doc.getMap('activities').get('written while closing'))).toBe(2)
  })

  test('a change that waits keeps its room open although its author left', async () => {
    const [a, b] = await pair()
    b.leave()
    relay.log.hold()
    a.set('last words', 1)
    a.leave()
    relay.clock.advance(60_000)
    relay.log.release()
    await relay.settled()
    expect(await relay.registry.read('plan', (doc) => doc.getMap('activities').get('last words'))).toBe(1)
  })

  test('a long tail becomes a snapshot that says the same, at every length', async () => {
    relay = new RoomHarness({ compactAfterRecords: 4 })
    await relay.makeBoard('plan')
    const [a] = await pair()
    for (let i = 0; i < 30; i++) {
      a.set(`k${i % 7}`, i)
      await relay.settled()
      const stored = await relay.log.read('plan')
      const doc = new Y.Doc()
      if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot.update)
      for (const { update } of stored?.tail ?? []) Y.applyUpdate(doc, update)
      expect(doc.getMap('activities').toJSON()).toEqual(a.doc.getMap('activities').toJSON())
      expect(stored?.tail.length).toBeLessThan(4)
    }
    expect((await relay.log.read('plan'))?.snapshot).toBeDefined()
  })

  test('the larger the snapshot that is written anew, the longer the tail that is worth it', async () => {
    relay = new RoomHarness({ compactAfterRecords: 4 })
    await relay.makeBoard('plan')
    const [a] = await pair()
    a.set('large', 'x'.repeat(600_000))
    const lengths: number[] = []
    for (let i = 0; i < 30; i++) {
      a.set(`k${i}`, i)
      await relay.settled()
      lengths.push((await relay.log.read('plan'))?.tail.length ?? 0)
    }
    expect(Math.max(...lengths.slice(0, 4))).toBeLessThan(4)
    // Two full steps of snapshot: three times as long.
    expect(Math.max(...lengths)).toBe(11)
  })

  test('a tail of few records is folded where it is heavy beside the board', async () => {
    relay = new RoomHarness({ compactAfterRecords: 1000 })
    await relay.makeBoard('plan')
    const [a] = await pair()
    const lengths: number[] = []
    for (let i = 0; i < 24; i++) {
      a.set('same key', `${i}`.padEnd(200_000, 'x'))
      await relay.settled()
      lengths.push((await relay.log.read('plan'))?.tail.length ?? 0)
    }
    expect(Math.max(...lengths)).toBeLessThan(7)
  })

  test.each([
    ['much beside its snapshot', 20_000, 0],
    ['next to nothing beside its snapshot', 20, 1],
  ])('one record that is %s: as many are left once the board is let go', async (_, bytes, left) => {
    const letGo = async (): Promise<void> => {
      relay.clock.advance(60_000)
      await relay.settled()
    }
    const [a, b] = await pair()
    a.set('first', '1'.padEnd(20_000, 'x'))
    await relay.settled()
    a.leave()
    b.leave()
    await letGo()
    const c = relay.client('plan')
    await relay.settled()
    c.set('second', '2'.padEnd(bytes, 'x'))
    await relay.settled()
    expect((await relay.log.read('plan'))?.tail).toHaveLength(1)
    c.leave()
    await letGo()
    expect((await relay.log.read('plan'))?.tail).toHaveLength(left)
    expect(await relay.registry.read('plan', (doc) => doc.getMap('activities').get('second'))).toHaveLength(bytes)
  })

  test('stopping stores and acknowledges what came, sends everybody away with 1012, and lets nobody in', async () => {
    const [a, b] = await pair()
    a.set('last', 1)
    await relay.registry.stop()
    expect(b.get('last')).toBe(1)
    expect(a.acked).toBe(2)
    expect([a.closedWith, b.closedWith]).toEqual([1012, 1012])
    expect(relay.client('plan').closedWith).toBe(1012)
  })

  test('every 25 seconds each line is tested and hears something', async () => {
    const [a] = await pair()
    const frames = a.sent.length
    relay.clock.advance(RELAY_LIMITS.heartbeatMs)
    expect(a.aliveChecks).toBe(1)
    expect(a.sent.length - frames).toBe(1)
    relay.clock.advance(RELAY_LIMITS.heartbeatMs)
    expect(a.aliveChecks).toBe(2)
  })
})

describe('a costly socket', () => {
  test('that uses more processor time than its share is sent away with 4529; what it sent before counts', async () => {
    const [a, b] = await pair()
    const costly = relay.client('plan')
    await relay.settled()
    relay.clock.processorMsPerLook = RELAY_LIMITS.processorBurstMs + 1
    costly.set('dear', 1)
    await relay.settled()
    relay.clock.processorMsPerLook = 0
    expect(costly.closedWith).toBe(4529)
    expect(a.get('dear')).toBe(1)
    expect(costly.acked).toBe(2)
    a.set('after', 1)
    await relay.settled()
    expect(b.get('after')).toBe(1)
  })

  test('that asks for more than its share is answered once and sent away with 4529', async () => {
    const [a] = await pair()
    relay.clock.processorMsPerLook = RELAY_LIMITS.processorBurstMs + 1
    a.sayStep1(Y.encodeStateVector(new Y.Doc()))
    expect(a.closedWith).toBe(4529)
  })

  test('holds up the others for one window only: the rest of what it sent goes with the next', async () => {
    const [a, b] = await pair()
    relay.log.appended = []
    relay.clock.processorMsPerLook = 30
    for (let i = 0; i < 3; i++) a.set(`k${i}`, i)
    await relay.settled()
    expect(relay.log.appended).toHaveLength(3)
    expect(b.get('k2')).toBe(2)
    expect(a.acked).toBe(4)
  })
})

test('more roots than Yjs can look through are refused with 4413', async () => {
  const [a, b] = await pair()
  const many = updateOf((doc) =>
    doc.transact(() => {
      for (let i = 0; i <= RELAY_LIMITS.maxRootsPerUpdate; i++) doc.getMap(`r${i}`).set('k', 1)
    }),
  )
  const hostile = relay.client('plan')
  await relay.settled()
  hostile.sayUpdate(many)
  await relay.settled()
  expect(hostile.closedWith).toBe(4413)
  expect(await relay.registry.read('plan', (doc) => doc.share.has('r0'))).toBe(false)
  a.doc.getMap('a new root').set('k', 1)
  await relay.settled()
  expect(b.doc.getMap('a new root').get('k')).toBe(1)
})
