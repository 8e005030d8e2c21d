import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NetworkTrial, isLong, seed } from './network-trial.ts'

let trial: NetworkTrial

// Each trial starts processes, and a busy machine takes seconds for one.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

beforeEach(async () => {
  trial = await NetworkTrial.begin()
})

afterEach(() => trial.end())

const crowd = 300
const restarts = isLong ? 8 : 3

test(`${crowd} people come back at once after a restart: each is let in, each one's change arrives`, async () => {
  const line = await trial.newLine()
  // As patient as for a real board: with so many, half a second is not long.
  const windows = await Promise.all(
    Array.from({ length: crowd }, (_, number) => trial.open(`w${number}`, line, { pace: {} })),
  )
  await Promise.all(windows.map((window) => window.badge('saved')))
  await trial.stopRelay()
  await Promise.all(windows.map((window) => window.badge('offline')))
  await Promise.all(
    windows.map((window, number) => window.do({ what: 'add', card: `c${number}`, title: `Kaart ${number}` })),
  )
  // They all lose the relay in one moment, and learn of its return in one moment.
  line.cut()
  line.knocks.length = 0
  await trial.startRelay()
  line.mend()
  await Promise.all(windows.map((window) => window.badge('saved', 'sent-away')))
  const looks = await Promise.all(windows.map((window) => window.look()))
  expect(looks.filter(({ saved }) => saved.kind === 'sent-away')).toEqual([])
  const picture = await trial.agreed(windows, 120_000)
  expect((JSON.parse(picture) as { activities: readonly unknown[] }).activities).toHaveLength(crowd)
  const moments = new Set(line.knocks.map((atMs) => Math.round(atMs / 10)))
  const spread = Math.round(Math.max(...line.knocks) - Math.min(...line.knocks))
  console.log(
    `${crowd} return: ${line.knocks.length} knocks in ${moments.size} different hundredths, over ${spread} ms`,
  )
})

test(`a relay that is restarted ${restarts} times under four who work loses nobody's change (seed ${seed})`, async () => {
  const lines = await Promise.all([0, 1, 2, 3].map((number) => trial.newLine(seed + number)))
  const windows = await Promise.all(lines.map((line, number) => trial.open(`w${number}`, line)))
  await Promise.all(windows.map((window) => window.badge('saved')))
  let written = 0
  const write = async (): Promise<void> => {
    const round = written++
    await Promise.all(
      windows.map((window, number) =>
        window.do({ what: 'add', card: `c${number}-${round}`, title: `${number}.${round}` }),
      ),
    )
  }
  const writeOn = async (during: Promise<void>): Promise<void> => {
    const ended = during.then(() => 'ended' as const)
    do await write()
    while ((await Promise.race([ended, setImmediate('going on' as const)])) !== 'ended')
  }
  for (let restart = 0; restart < restarts; restart++) {
    await writeOn(trial.stopRelay())
    await writeOn(trial.startRelay())
  }
  const picture = await trial.agreed(windows)
  expect((JSON.parse(picture) as { activities: readonly unknown[] }).activities).toHaveLength(written * windows.length)
  console.log(`rolling restart: seed ${seed}, ${restarts} restarts, ${written * windows.length} changes, 0 lost`)
})
