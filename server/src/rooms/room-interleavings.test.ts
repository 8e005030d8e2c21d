import fc from 'fast-check'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import type { FakeClient } from './room-harness.ts'
import { RoomHarness } from './room-harness.ts'

/** One thing that happens to the relay or to somebody on it. */
type Step =
  | { readonly do: 'join'; readonly who: number }
  | { readonly do: 'leave'; readonly who: number }
  | { readonly do: 'write'; readonly who: number; readonly key: number }
  | { readonly do: 'break'; readonly who: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'turn' | 'flush' | 'hold' | 'release' | 'fail' | 'recover' }

const people = 4

const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('join' as const), who: fc.nat(people - 1) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who: fc.nat(people - 1) }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), who: fc.nat(people - 1), key: fc.nat(9) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('break' as const), who: fc.nat(people - 1) }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 5, 50, 1000, 30_000) }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constantFrom('turn', 'flush', 'flush', 'hold', 'release', 'release', 'fail', 'recover'),
      }),
    },
  ),
  { minLength: 20, maxLength: 60, size: 'max' },
)

/** A person with a document of their own, who may come back with what they have. */
class Person {
  readonly #relay: RoomHarness
  readonly #name: string
  client: FakeClient | undefined
  doc = new Y.Doc()

  constructor(relay: RoomHarness, name: string) {
    this.#relay = relay
    this.#name = name
  }

  join(): void {
    if (this.client !== undefined && this.client.closedWith === undefined && !this.client.terminated) return
    const client = this.#relay.newClient(this.doc)
    this.client = client
    client.join(this.#relay.registry, 'plan', { principal: this.#name })
  }

  leave(): void {
    this.client?.leave()
    this.client = undefined
  }
}

async function run(script: readonly Step[]): Promise<void> {
  const relay = new RoomHarness({ compactAfterRecords: 3, restAfterMs: 500 })
  await relay.makeBoard('plan')
  const persons = Array.from({ length: people }, (_, i) => new Person(relay, `p${i}`))
  for (const person of persons) person.join()
  await relay.settled()
  let written = 0
  let holding = false
  for (const step of script) {
    const person = 'who' in step ? persons[step.who] : undefined
    switch (step.do) {
      case 'join':
        person?.join()
        break
      case 'leave':
        person?.leave()
        break
      case 'write':
        person?.doc.getMap('activities').set(`k${step.key}`, ++written)
        break
      case 'break':
        person?.client?.say(Uint8Array.of(0, 2, 3, 200, 200, 1))
        break
      case 'wait':
        relay.clock.advance(step.ms)
        break
      case 'turn':
        await relay.turn()
        break
      case 'flush':
        if (!holding) await relay.settled()
        break
      case 'hold':
        if (!holding) relay.log.hold()
        holding = true
        break
      case 'release':
        relay.log.release()
        holding = false
        break
      case 'fail':
        relay.log.failing = true
        break
      case 'recover':
        relay.log.failing = false
        break
    }
  }

  // The storm is over: the disk works, everybody comes back, and time passes.
  relay.log.release()
  relay.log.failing = false
  for (let i = 0; i < 3; i++) {
    await relay.settled()
    relay.clock.advance(1000)
  }
  for (const person of persons) {
    person.leave()
    person.join()
  }
  for (let i = 0; i < 3; i++) await relay.settled()

  const stored = await relay.registry.read('plan', (doc) => doc.getMap('activities').toJSON())
  for (const { doc, client } of persons) {
    expect(client?.closedWith).toBeUndefined()
    expect(client?.synced).toBe(true)
    expect(doc.getMap('activities').toJSON()).toEqual(stored)
  }
  // What the log holds is what was shown: a reader who starts from the disk alone sees the same.
  const content = await relay.log.read('plan')
  const replayed = new Y.Doc()
  if (content?.snapshot) Y.applyUpdate(replayed, content.snapshot.update)
  for (const { update } of content?.tail ?? []) Y.applyUpdate(replayed, update)
  expect(replayed.getMap('activities').toJSON()).toEqual(stored)
}

test('any order of joins, leaves, writes, commits, compactions and failures ends with equal documents on every side', async () => {
  await fc.assert(fc.asyncProperty(steps as fc.Arbitrary<Step[]>, run), { numRuns: 200 })
})
