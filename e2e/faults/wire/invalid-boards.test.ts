import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { RelayProcess, makeBoard } from '../relay-process.ts'
import { joined, updateBy, updateFrame, varUints } from './frames.ts'
import { HonestPair, join, newWindow, until } from './honest-pair.ts'
import { HostileSocket } from './hostile-line.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const isLong = process.env['FAULTS'] === 'long'
const boards = Number(process.env['INVALID_BOARDS'] ?? (isLong ? 3000 : 150))
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
/** How many refused changes of one board are kept, the newest ones. */
const keptAside = 100

const durableAck = 121

vi.setConfig({ testTimeout: isLong ? 1_800_000 : 180_000 })

let dataDir: string
let server: RelayProcess
let address: string

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'schakelbord-invalid-'))
  server = new RelayProcess({ DATA_DIR: dataDir })
  address = await server.ready()
})

afterEach(async () => {
  await server.kill()
  rmSync(dataDir, { recursive: true })
})

type Change = (doc: Y.Doc) => void

const flatRoot = fc.constantFrom('activities', 'connections', 'messages', 'steps', 'people', 'board', 'meta')
/** Names of whole cards; text under a part of one (`<id>/<field>`) is text, whatever it says. */
const key = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `k${text.replaceAll('/', '-')}`)
/** Values as cards have them, and as no program of ours writes them. */
const soundValue = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue({ maxDepth: 3 }),
)
const sound: fc.Arbitrary<Change> = fc.tuple(flatRoot, key, soundValue).map(
  ([name, at, value]) =>
    (doc) =>
      doc.getMap(name).set(`smuggled ${at}`, value),
)

/** Wraps a value in lists and objects, one in the other. */
function nested(depth: number, value: unknown): unknown {
  let inner = value
  for (let i = 0; i < depth; i++) inner = i % 2 === 0 ? [inner] : { in: inner }
  return inner
}

const treacherous = (value: unknown): unknown => {
  const holder: unknown = JSON.parse('{"__proto__":{"polluted":true}}')
  return nested(typeof value === 'number' ? value : 0, holder)
}

const type = fc
  .constantFrom(
    () => new Y.Map<unknown>([['in', 1]]),
    () => Y.Array.from([1]),
    () => new Y.Text('words'),
    () => new Y.XmlElement('p'),
    () => new Y.Doc(),
  )
  .map((make) => make)

const valueThatIsNone = fc.oneof(
  fc.integer({ min: 17, max: 400 }).map((depth) => (): unknown => nested(depth, 1)),
  fc.integer({ min: 0, max: 10 }).map((depth) => (): unknown => treacherous(depth)),
  fc.integer({ min: 17, max: 400 }).map((depth) => (): unknown => `{"a":${JSON.stringify(nested(depth, 1))}}`),
  fc.uint8Array({ minLength: 1 }).map((bytes) => (): unknown => bytes),
  fc.constantFrom<unknown>(Number.NaN, Number.POSITIVE_INFINITY, 2n ** 40n).map((value) => (): unknown => value),
  type,
)

const tooLong = fc.integer({ min: 257, max: 5000 }).map((length) => 'l'.repeat(length))
const reserved = fc.constantFrom('__proto__', 'a/__proto__', '__proto__/b', 'a/__proto__/b')

/** What breaks the shape of a board, in one way or another. */
const breach: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(flatRoot, key, valueThatIsNone).map(
    ([name, at, make]): Change =>
      (doc) =>
        doc.getMap(name).set(at, make()),
  ),
  fc.tuple(flatRoot, fc.oneof(tooLong, reserved)).map(
    ([name, at]): Change =>
      (doc) =>
        doc.getMap(name).set(at, 1),
  ),
  fc.oneof(tooLong, reserved).map(
    (name): Change =>
      (doc) =>
        doc.getMap(name).set('k', 1),
  ),
  fc.tuple(flatRoot, fc.array(fc.string(), { minLength: 1, maxLength: 3 })).map(
    ([name, members]): Change =>
      (doc) =>
        doc.getArray(name).push(members),
  ),
  fc.tuple(flatRoot, fc.string({ minLength: 1 })).map(
    ([name, words]): Change =>
      (doc) =>
        doc.getText(name).insert(0, words),
  ),
  fc.integer({ min: 33, max: 300 }).map((depth): Change => (doc) => {
    let map = doc.getMap<unknown>('somewhere')
    for (let i = 0; i < depth; i++) {
      const inner = new Y.Map<unknown>()
      map.set('in', inner)
      map = inner
    }
  }),
)

/** An update that breaks the shape somewhere between changes that are sound. */
const invalidUpdate = fc
  .tuple(fc.array(sound, { maxLength: 4 }), breach, fc.array(sound, { maxLength: 4 }))
  .map(([before, broken, after]) => {
    const update = (changes: readonly Change[]): Uint8Array =>
      updateBy((doc) => {
        for (const change of changes) change(doc)
      })
    try {
      return update([...before, broken, ...after])
    } catch {
      // One root cannot be a map and a list in one document; in one update it can.
      return Y.mergeUpdates([update([...before, ...after]), update([broken])])
    }
  })

test(`[P8] ${boards} updates that break a board in generated ways: each is refused whole with 4422 and kept aside, the pair goes on (seed ${seed})`, async () => {
  const boardId = await makeBoard(address)
  const pair = await HonestPair.join(address, boardId)
  let count = 0
  await fc.assert(
    fc.asyncProperty(invalidUpdate, async (update) => {
      count++
      const socket = new HostileSocket(address, `/sync/${boardId}?v=1`)
      const taken = new Promise<'taken'>((resolve) => {
        socket.socket.on('message', (frame: Buffer) => {
          if (frame[0] === durableAck) resolve('taken')
        })
      })
      await socket.greeted
      socket.say(updateFrame(update))
      expect(await Promise.race([socket.closed, taken])).toBe(4422)
      if (count % 10 === 0) await pair.round()
    }),
    { seed, numRuns: boards },
  )
  await pair.round()
  const newcomer = await join(address, boardId, await newWindow(address))
  expect(Y.equalSnapshots(Y.snapshot(newcomer.doc), Y.snapshot(pair.a.doc))).toBe(true)
  expect(JSON.stringify(newcomer.doc.toJSON())).not.toContain('smuggled')
  newcomer.destroy()
  pair.leave()
  const env = { PATH: process.env['PATH'], LOCALE: 'en', DATA_DIR: dataDir }
  const told = execFileSync(process.execPath, ['server/src/board-cli.ts', 'doctor'], { cwd: root, env }).toString()
  expect(told).toContain(`${Math.min(count, keptAside)} refused changes kept`)
})

/** Two changes that wait for each other: nothing says so before they are applied. */
function vicious(): Uint8Array {
  const waiting = (author: number, other: number): Uint8Array =>
    joined(varUints(1, author, 0), Uint8Array.of(0x88), varUints(other, 0), Uint8Array.of(1, 125, 1))
  return updateFrame(joined(varUints(2), waiting(5, 4), waiting(4, 5), varUints(0)))
}

/** A board of two thousand cards: the worked example, many times over. */
async function largeBoard(): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const make = async (body: unknown): Promise<string> => {
    const made = await fetch(new URL('/api/boards', address), { method: 'POST', headers, body: JSON.stringify(body) })
    expect(made.status).toBe(201)
    return ((await made.json()) as { id: string }).id
  }
  const example = await make({ example: true })
  const file = (await (await fetch(new URL(`/api/boards/${example}`, address))).json()) as {
    readonly activities: readonly { readonly id: string }[]
  }
  const activities = Array.from({ length: 2000 }, (_, i) => {
    const one = file.activities[i % file.activities.length]
    return { ...one, id: `${one?.id}-${i}` }
  })
  return make({ ...file, activities: [...file.activities, ...activities] })
}

test('[P8] what is found out only when it is applied leaves nothing behind: a board of 2,000 cards is built anew, the pair goes on', async () => {
  const boardId = await largeBoard()
  const pair = await HonestPair.join(address, boardId)
  const rounds = isLong ? 50 : 10
  const median = (each: readonly number[]): number => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0
  let changes = 0
  const cards = ({ doc }: HonestPair['a']) => doc.getMap('activities')
  const oneChangeMs = async (): Promise<number> => {
    const from = performance.now()
    cards(pair.a).set('change', ++changes)
    await until(pair.b.doc, () => cards(pair.b).get('change') === changes)
    return performance.now() - from
  }
  const plain: number[] = []
  const rebuilt: number[] = []
  for (let i = 0; i < rounds; i++) {
    plain.push(await oneChangeMs())
    const socket = new HostileSocket(address, `/sync/${boardId}`)
    await socket.greeted
    socket.say(vicious())
    expect(await socket.closed).toBe(4509)
    rebuilt.push(await oneChangeMs())
  }
  expect(pair.isEqual()).toBe(true)
  const newcomer = await join(address, boardId, await newWindow(address))
  expect(Y.equalSnapshots(Y.snapshot(newcomer.doc), Y.snapshot(pair.a.doc))).toBe(true)
  newcomer.destroy()
  pair.leave()
  console.log(
    `rebuild of 2,067 cards: a change from one to the other takes ${median(plain).toFixed(0)} ms, right after a rebuild ${median(rebuilt).toFixed(0)} ms (worst ${Math.max(...rebuilt).toFixed(0)}); aim: less than 250 ms more`,
  )
})
