import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { ClientWindow, Doing } from './client-process.ts'
import type { FaultyLine } from './faulty-line.ts'
import { NetworkTrial, isLong, seed } from './network-trial.ts'

const runs = Number(process.env['REPLICA_RUNS'] ?? (isLong ? 30 : 2))
const replicas = 5
const doingsEach = 400

let trial: NetworkTrial

// Each trial starts processes, and a busy machine takes seconds for one.
vi.setConfig({ testTimeout: 180_000 + runs * 60_000, hookTimeout: 60_000 })

afterEach(() => trial.end())

const card = fc.nat(39).map((number) => `c${number}`)
const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('add' as const), card, title: fc.string({ maxLength: 40 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('edit' as const), card, title: fc.string({ maxLength: 40 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('move' as const),
      card,
      day: fc.constantFrom('2027-01-05', '2027-03-10', '2027-06-30', null),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('tick' as const),
      card: fc.nat(4).map((number) => `kept${number}`),
      member: fc.nat(30).map((number) => `v${number}`),
      on: fc.constant(true),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('delete' as const, 'restore' as const), card }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('rename' as const), title: fc.string({ maxLength: 20 }) }) },
  { weight: 1, arbitrary: fc.constant({ what: 'undo' as const }) },
)

/** What befalls a replica between two bursts of work. */
const fate = fc.constantFrom('nothing', 'nothing', 'settle', 'cut', 'cut', 'mend', 'mend', 'crash', 'crash')
const burst = fc.record({
  doings: fc.array(doing, { minLength: 20, maxLength: 20 }),
  fate,
})
/** Per replica its bursts; all replicas work side by side. */
const story = fc.array(fc.array(burst, { minLength: replicas, maxLength: replicas }), {
  minLength: doingsEach / 20,
  maxLength: doingsEach / 20,
})

const nothing = { doings: [], fate: 'nothing' }

/** One device with its line; ticks are what its person did and may count on. */
class Replica {
  readonly name: string
  readonly #line: FaultyLine
  readonly #undoes: boolean
  #window: ClientWindow | undefined
  #lives = 0
  /** Ticks that are on the device for sure. */
  readonly kept = new Set<string>()
  #done: string[] = []
  crashes = 0

  constructor(name: string, line: FaultyLine, undoes: boolean) {
    this.name = name
    this.#undoes = undoes
    this.#line = line
  }

  get window(): ClientWindow {
    if (this.#window === undefined) throw new Error('not opened')
    return this.#window
  }

  async open(): Promise<void> {
    this.#window = await trial.open(`${this.name}-${this.#lives++}`, this.#line, { device: this.name })
  }

  async live({ doings, fate: what }: { readonly doings: readonly Doing[]; readonly fate: string }): Promise<void> {
    // One of them undoes, which may reach back for anything of its own; the others tick, and a tick is a promise.
    const done = doings.filter((one) => one.what !== (this.#undoes ? 'tick' : 'undo'))
    await this.window.do(...done)
    this.#done.push(...done.flatMap((one) => (one.what === 'tick' ? [`${one.card}/${one.member}`] : [])))
    if (what === 'cut') this.#line.cut()
    if (what === 'mend') this.#line.mend()
    if (what === 'settle') {
      await this.window.settled()
      for (const tick of this.#done.splice(0)) this.kept.add(tick)
    }
    if (what === 'crash') {
      this.crashes++
      this.#done = []
      await this.window.crash()
      await this.open()
    }
  }

  heal(): void {
    this.#line.mend()
  }
}

test(`[P2] ${replicas} replicas, ${doingsEach} things done on each, cut off, crashed and reopened from their devices: equal everywhere in the end (seed ${seed}, ${runs} runs)`, async () => {
  // Sampled, not shrunk: a run takes seconds, and its seed tells it again.
  for (const rounds of fc.sample(story, { seed, numRuns: runs })) {
    trial = await NetworkTrial.begin()
    const lines = await Promise.all(Array.from({ length: replicas }, (_, number) => trial.newLine(seed + number)))
    const all = lines.map((line, number) => new Replica(`r${number}`, line, number === 0))
    await Promise.all(all.map((replica) => replica.open()))
    await Promise.all(all.map((replica) => replica.window.badge('saved')))
    const kept = [0, 1, 2, 3, 4].map((number) => ({ what: 'add' as const, card: `kept${number}`, title: 'Blijft' }))
    await all[1]?.window.do(...kept)
    await trial.agreed(all.map(({ window }) => window))
    for (const round of rounds) await Promise.all(all.map((replica, number) => replica.live(round[number] ?? nothing)))
    for (const replica of all) replica.heal()
    const picture = await trial.agreed(all.map(({ window }) => window))
    const { activities } = JSON.parse(picture) as { activities: readonly { id: string; valueIds: readonly string[] }[] }
    const ticked = new Set(activities.flatMap(({ id, valueIds }) => valueIds.map((value) => `${id}/${value}`)))
    const promised = new Set(all.flatMap((replica) => [...replica.kept]))
    expect([...promised].filter((tick) => !ticked.has(tick))).toEqual([])
    expect(promised.size).toBeGreaterThan(0)
    const crashes = all.reduce((sum, replica) => sum + replica.crashes, 0)
    console.log(
      `replicas: ${crashes} crashes, ${promised.size} ticks promised, ${ticked.size} there, ${activities.length} cards`,
    )
    await trial.end()
  }
})

describe('[P2] much done offline', () => {
  async function offlineAndOther(): Promise<{ away: ClientWindow; line: FaultyLine; other: ClientWindow }> {
    trial = await NetworkTrial.begin()
    const [line, otherLine] = [await trial.newLine(), await trial.newLine()]
    const [away, other] = [await trial.open('away', line), await trial.open('other', otherLine)]
    await Promise.all([away.badge('saved'), other.badge('saved')])
    const cards = Array.from({ length: 50 }, (_, number) => ({
      what: 'add' as const,
      card: `c${number}`,
      title: 'Kaart',
    }))
    await other.do(...cards)
    await trial.agreed([away, other])
    line.cut()
    await away.badge('offline')
    return { away, line, other }
  }

  test('three thousand changes of a week arrive, while the others went on', async () => {
    const { away, line, other } = await offlineAndOther()
    for (let day = 0; day < 30; day++) {
      await away.do(
        ...Array.from({ length: 100 }, (_, number) => ({
          what: 'edit' as const,
          card: `c${number % 50}`,
          title: `Dag ${day}, ${number}`,
        })),
      )
      await other.do({ what: 'rename', title: `Anderen, dag ${day}` })
    }
    expect((await away.look()).saved).toEqual({ kind: 'offline', changes: 3_000 })
    line.mend()
    const picture = await trial.agreed([away, other])
    expect(picture).toContain('Dag 29, 99')
    expect(picture).toContain('Anderen, dag 29')
  })

  test('more than a frame may hold goes in pieces, and is called saved when all of it is', async () => {
    const { away, line, other } = await offlineAndOther()
    const frames: number[] = []
    for (let number = 0; number < 2_500; number += 100) {
      await away.do(
        ...Array.from({ length: 100 }, (_, index) => ({
          what: 'add' as const,
          card: `lang${number + index}`,
          title: `${number + index} ${'woorden '.repeat(60)}`,
        })),
      )
    }
    line.loseNext((direction, frame) => {
      if (direction === 'up') frames.push(frame.length)
      return false
    })
    line.mend()
    const picture = await trial.agreed([away, other])
    const { activities } = JSON.parse(picture) as { activities: readonly unknown[] }
    expect(activities).toHaveLength(2_550)
    const large = frames.filter((bytes) => bytes > 100_000)
    expect(large.length).toBeGreaterThan(1)
    expect(Math.max(...large)).toBeLessThan(1024 * 1024)
    expect(large.reduce((sum, bytes) => sum + bytes, 0)).toBeGreaterThan(1024 * 1024)
  })

  test('one change that is larger than a frame is told as such and hurts nobody; made shorter, all arrives', async () => {
    const { away, line, other } = await offlineAndOther()
    await away.do(
      { what: 'add', card: 'klein', title: 'Past wel' },
      { what: 'edit', card: 'c3', title: 'x'.repeat(1_200_000) },
    )
    line.mend()
    expect(await away.badge('sent-away')).toMatchObject({ reason: 'frame-too-big' })
    await other.do({ what: 'rename', title: 'De anderen merken niets' })
    await other.badge('saved')
    // What the screen advises: make it shorter, and open the page anew.
    await away.do({ what: 'edit', card: 'c3', title: 'Korter' })
    await away.close()
    const again = await trial.open('again', line, { device: 'away' })
    const picture = await trial.agreed([again, other])
    expect(picture).toContain('Korter')
    expect(picture).toContain('Past wel')
  })
})
