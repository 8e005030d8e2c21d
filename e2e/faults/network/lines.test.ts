import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { QUICK, type ClientWindow } from './client-process.ts'
import type { FaultyLine } from './faulty-line.ts'
import { NetworkTrial, seed } from './network-trial.ts'

let trial: NetworkTrial

// Each trial starts processes, and a busy machine takes seconds for one.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

beforeEach(async () => {
  trial = await NetworkTrial.begin()
})

afterEach(() => trial.end())

interface Board {
  readonly board: { readonly title: string }
  readonly activities?: readonly { readonly id: string; readonly title: string }[]
}

function titlesIn(picture: string): readonly string[] {
  return ((JSON.parse(picture) as Board).activities ?? []).map(({ title }) => title).toSorted()
}

async function openTwo(): Promise<{ lines: FaultyLine[]; windows: ClientWindow[] }> {
  const lines = [await trial.newLine(), await trial.newLine(seed + 1)]
  const windows = await Promise.all(lines.map((line, number) => trial.open(`w${number}`, line)))
  await Promise.all(windows.map((window) => window.badge('saved')))
  return { lines, windows }
}

test('a line that is cut again and again while both work: all is there, once, and the badge counts what is not sent', async () => {
  const { lines, windows } = await openTwo()
  const [line] = lines
  const [anna, bo] = windows
  if (line === undefined || anna === undefined || bo === undefined) throw new Error('two were opened')
  for (let round = 0; round < 5; round++) {
    line.cut()
    expect(await anna.badge('offline')).toMatchObject({ changes: 0 })
    await anna.do(
      { what: 'add', card: `a${round}`, title: `Anna ${round}` },
      { what: 'move', card: `a${round}`, day: '2027-03-10' },
    )
    await bo.do({ what: 'add', card: `b${round}`, title: `Bo ${round}` })
    expect((await anna.look()).saved).toEqual({ kind: 'offline', changes: 2 })
    line.mend()
    await anna.badge('saved')
  }
  const rounds = [0, 1, 2, 3, 4]
  const expected = [...rounds.map((round) => `Anna ${round}`), ...rounds.map((round) => `Bo ${round}`)]
  expect(titlesIn(await trial.agreed(windows))).toEqual(expected)
})

describe('a line that is half open', () => {
  test('swallows everything: found dead and laid anew, and what was done meanwhile arrives', async () => {
    const lines = [await trial.newLine(), await trial.newLine()]
    const [anna, bo] = await Promise.all([
      trial.open('anna', lines[0] as FaultyLine, { pace: { ...QUICK, answerWithinMs: 400, connectWithinMs: 400 } }),
      trial.open('bo', lines[1] as FaultyLine),
    ])
    await Promise.all([anna.badge('saved'), bo.badge('saved')])
    lines[0]?.goSilent()
    await anna.do({ what: 'rename', title: 'In het niets' })
    expect((await anna.look()).saved).toEqual({ kind: 'saving', changes: 1 })
    // Whoever comes anew is not answered either, until somebody mends it.
    await anna.badge('offline', 'connecting')
    expect((await bo.look()).title).not.toBe('In het niets')
    lines[0]?.mend()
    await trial.agreed([anna, bo])
    expect((await bo.look()).title).toBe('In het niets')
    expect((await anna.look()).repairs).toBeGreaterThan(0)
  })

  test('from the start: a socket that never opens is given up and tried again', async () => {
    const line = await trial.newLine()
    line.goSilent()
    const anna = await trial.open('anna', line, { pace: { ...QUICK, connectWithinMs: 300 } })
    await expect.poll(() => line.knocks.length, { timeout: 30_000 }).toBeGreaterThan(2)
    expect((await anna.look()).saved.kind).not.toBe('saved')
    line.mend()
    await anna.badge('saved')
  })
})

test('a thin, slow line carries a board and changes without being taken for dead', async () => {
  const { lines, windows } = await openTwo()
  const [anna] = windows
  const cards = Array.from({ length: 300 }, (_, number) => number)
  await anna?.do(...cards.map((number) => ({ what: 'add' as const, card: `c${number}`, title: `Kaart ${number}` })))
  await trial.agreed(windows)
  const thin = await trial.newLine()
  thin.faults = { bytesPerSecond: 32_000, latencyMs: [150, 300] }
  // As patient as for a real board.
  const late = await trial.open('late', thin, { pace: {} })
  await late.badge('saved')
  await late.do({ what: 'edit', card: 'c7', title: 'Over de dunne lijn' })
  expect(titlesIn(await trial.agreed([...windows, late]))).toContain('Over de dunne lijn')
  expect((await late.look()).repairs).toBe(0)
  expect(lines).toHaveLength(2)
})

test(`frames that come twice and lines that overtake each other change nothing (seed ${seed})`, async () => {
  const lines = await Promise.all([0, 1, 2].map((number) => trial.newLine(seed + number)))
  const windows = await Promise.all(lines.map((line, number) => trial.open(`w${number}`, line)))
  await Promise.all(windows.map((window) => window.badge('saved')))
  for (const line of lines) line.faults = { doubleOneIn: { up: 4, down: 4 }, latencyMs: [0, 60] }
  for (let round = 0; round < 30; round++) {
    await Promise.all(
      windows.map((window, number) =>
        window.do(
          { what: 'add', card: `c${number}-${round}`, title: `Kaart ${number}.${round}` },
          { what: 'move', card: `c${(number + 1) % 3}-${round - 1}`, day: '2027-05-04' },
          { what: 'tick', card: `c${(number + 2) % 3}-${round - 1}`, member: `g${number}`, on: true },
        ),
      ),
    )
  }
  expect(titlesIn(await trial.agreed(windows))).toHaveLength(90)
})

test('a laptop that sleeps for a week with changes on it: the dead line is found, and they arrive with the right dates', async () => {
  const { windows } = await openTwo()
  const [anna] = windows
  const laptop = trial.newMachine()
  const line = await trial.newLine()
  const asleep = await trial.open('asleep', line, {
    machine: laptop,
    pace: { ...QUICK, answerWithinMs: 400, connectWithinMs: 400 },
  })
  await asleep.badge('saved')
  // Asleep: the relay has long forgotten this line, and nobody tells the laptop.
  line.goSilent()
  await asleep.do(
    { what: 'add', card: 'slaap', title: 'In de trein bedacht' },
    { what: 'move', card: 'slaap', day: '2027-06-01' },
  )
  await anna?.do({ what: 'rename', title: 'Een week later' })
  await laptop.skewClock(7 * 24 * 3_600_000)
  line.mend()
  const picture = await trial.agreed([...windows, asleep])
  expect(titlesIn(picture)).toEqual(['In de trein bedacht'])
  expect((JSON.parse(picture) as Board).board.title).toBe('Een week later')
  expect(picture).toContain('2027-06-01')
})

test.each([
  ['ten years fast', 3_650],
  ['ten years slow', -3_650],
])('a clock that is %s, and jumps while it works, hurts nothing', async (_how, days) => {
  const { windows } = await openTwo()
  const [anna] = windows
  const wrong = trial.newMachine()
  const byMs = days * 24 * 3_600_000
  await wrong.skewClock(byMs)
  const line = await trial.newLine()
  const off = await trial.open('off', line, {
    machine: wrong,
    pace: { ...QUICK, answerWithinMs: 400, connectWithinMs: 400 },
  })
  await off.badge('saved')
  await off.do({ what: 'add', card: 'c1', title: 'Van de verkeerde dag' })
  await off.badge('saved')
  // Set right in the middle, as a machine does that finds a time server.
  await wrong.skewClock(0)
  await off.do({ what: 'edit', card: 'c1', title: 'Van vandaag' })
  await anna?.do({ what: 'rename', title: 'Van Anna' })
  await trial.agreed([...windows, off])
  // And wrong again: a dead line is found by a clock that cannot be set.
  await wrong.skewClock(-byMs)
  line.goSilent()
  await off.do({ what: 'edit', card: 'c1', title: 'Nog later' })
  line.mend()
  expect(titlesIn(await trial.agreed([...windows, off]))).toEqual(['Nog later'])
})

test('two tabs on one device without a network, one closed at once: the other brings both, once, and counts both', async () => {
  const { windows } = await openTwo()
  const line = await trial.newLine()
  const [left, right] = await Promise.all([
    trial.open('left', line, { device: 'laptop' }),
    trial.open('right', line, { device: 'laptop' }),
  ])
  await Promise.all([left.badge('saved'), right.badge('saved')])
  line.cut()
  await Promise.all([left.badge('offline'), right.badge('offline')])
  await left.do({ what: 'add', card: 'links', title: 'Uit het linker tabblad' })
  await right.do({ what: 'add', card: 'rechts', title: 'Uit het rechter tabblad' })
  await right.close()
  await expect.poll(async () => (await left.look()).saved).toEqual({ kind: 'offline', changes: 2 })
  expect(titlesIn(await left.picture())).toHaveLength(2)
  line.mend()
  const picture = await trial.agreed([...windows, left])
  expect(titlesIn(picture)).toEqual(['Uit het linker tabblad', 'Uit het rechter tabblad'])
  // Nothing is left to be sent again by the next window on this device.
  await left.close()
  line.cut()
  const later = await trial.open('later', line, { device: 'laptop' })
  expect(await later.badge('offline')).toEqual({ kind: 'offline', changes: 0 })
})
