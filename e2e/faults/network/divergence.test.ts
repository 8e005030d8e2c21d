import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NetworkTrial, isLong, seed } from './network-trial.ts'

let trial: NetworkTrial

// Each trial starts processes, and a busy machine takes seconds for one.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

beforeEach(async () => {
  trial = await NetworkTrial.begin()
})

afterEach(() => trial.end())

const [syncTag, updateTag] = [0, 2]

test('[P20] the last change on its way to somebody is lost in silence: found and fetched, and the relay counts it', async () => {
  const [good, bad] = [await trial.newLine(), await trial.newLine()]
  const [anna, bo] = [await trial.open('anna', good), await trial.open('bo', bad)]
  await anna.do({ what: 'add', card: 'c1', title: 'Voorlezen' })
  await trial.agreed([anna, bo])

  // Nothing follows it, so nothing shows a gap: only the comparison can know.
  bad.loseNext((direction, frame) => direction === 'down' && frame[0] === syncTag && frame[1] === updateTag)
  await anna.do({ what: 'rename', title: 'Alleen Anna ziet dit' })
  await anna.badge('saved')
  await expect.poll(async () => (await bo.look()).title, { timeout: 30_000 }).toBe('Alleen Anna ziet dit')
  expect(bad.lost.down).toBe(1)
  expect((await bo.look()).repairs).toBe(1)
  expect((await anna.look()).repairs).toBe(0)
  await trial.agreed([anna, bo])
  await expect.poll(() => trial.metric('schakelbord_comparisons_total{step="resynced"}')).toBe(1)
  expect(await trial.metric('schakelbord_comparisons_total{step="reloaded"}')).toBe(0)
})

test('[P20] a removal that is lost in silence is found, although no number is missing', async () => {
  const [good, bad] = [await trial.newLine(), await trial.newLine()]
  const [anna, bo] = [await trial.open('anna', good), await trial.open('bo', bad)]
  await anna.do({ what: 'rename', title: 'Een' })
  await trial.agreed([anna, bo])
  // Undo takes a key away and writes nothing.
  bad.loseNext((direction, frame) => direction === 'down' && frame[0] === syncTag && frame[1] === updateTag)
  await anna.do({ what: 'undo' })
  await anna.badge('saved')
  await trial.agreed([anna, bo])
  expect(bad.lost.down).toBe(1)
  expect((await bo.look()).repairs).toBe(1)
})

test(`[P20] one frame in fifty is lost, to two of them or from the two others, while four work: they converge while it goes on (seed ${seed})`, async () => {
  const lines = await Promise.all([0, 1, 2, 3].map((number) => trial.newLine(seed + number)))
  const windows = await Promise.all(lines.map((line, number) => trial.open(`w${number}`, line)))
  await Promise.all(windows.map((window) => window.badge('saved')))
  for (const [number, line] of lines.entries()) line.faults = { loseOneIn: { [number < 2 ? 'down' : 'up']: 50 } }
  const repairsOf = async () => {
    const looks = await Promise.all(windows.map((window) => window.look()))
    return looks.reduce((sum, look) => sum + look.repairs, 0)
  }
  // A loss on the way up is mostly found by the relay, which asks for what is missing: on until another one was found.
  let rounds = 0
  for (let repairs = 0; repairs === 0 && rounds < 3_000; repairs = await repairsOf()) {
    for (let round = 0; round < 50; round++, rounds++) {
      await Promise.all(
        windows.map((window, number) =>
          window.do(
            { what: 'add', card: `c${number}-${rounds}`, title: `Kaart ${number}.${rounds}` },
            { what: 'edit', card: `c${(number + 1) % 4}-${rounds - 1}`, title: `Gewijzigd door ${number}` },
          ),
        ),
      )
    }
  }
  const picture = await trial.agreed(windows, 90_000)
  const file = JSON.parse(picture) as { activities: readonly unknown[] }
  expect(file.activities).toHaveLength(4 * rounds)
  const repairs = await repairsOf()
  const reloads = (await windows[0]?.look())?.reloads ?? 0
  const lost = lines.reduce((sum, line) => sum + line.lost.up + line.lost.down, 0)
  console.log(
    `divergence: seed ${seed}, ${lost} frames lost, ${repairs} repairs, ${reloads} begun anew, ${rounds * 8} changes`,
  )
  expect(lost).toBeGreaterThan(0)
  expect(repairs).toBeGreaterThan(0)
})

test.runIf(isLong)(
  `[P20] a minute at the pace of people with one frame in fifty lost, each way: converged within 65 s of a sound line (seed ${seed})`,
  async () => {
    const lines = await Promise.all([0, 1, 2, 3].map((number) => trial.newLine(seed + number)))
    const windows = await Promise.all(lines.map((line, number) => trial.open(`w${number}`, line, { pace: {} })))
    await Promise.all(windows.map((window) => window.badge('saved')))
    for (const line of lines) line.faults = { loseOneIn: { up: 50, down: 50 } }
    const fromMs = performance.now()
    let rounds = 0
    for (; performance.now() - fromMs < 60_000; rounds++) {
      await Promise.all(
        windows.map((window, number) =>
          window.do(
            { what: 'add', card: `c${number}-${rounds}`, title: `Kaart ${number}.${rounds}` },
            { what: 'edit', card: `c${(number + 1) % 4}-${rounds - 1}`, title: `Gewijzigd door ${number}` },
          ),
        ),
      )
      // People take their time, and so does what is lost without anything that follows.
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    for (const line of lines) line.faults = {}
    const soundAtMs = performance.now()
    const picture = await trial.agreed(windows, 65_000)
    const tookS = ((performance.now() - soundAtMs) / 1000).toFixed(1)
    expect((JSON.parse(picture) as { activities: readonly unknown[] }).activities).toHaveLength(4 * rounds)
    const looks = await Promise.all(windows.map((window) => window.look()))
    const repairs = looks.reduce((sum, look) => sum + look.repairs, 0)
    const lost = lines.reduce((sum, line) => sum + line.lost.up + line.lost.down, 0)
    console.log(
      `divergence: seed ${seed}, ${lost} frames lost in a minute, ${repairs} repairs, converged ${tookS} s after the line was sound`,
    )
    expect(lost).toBeGreaterThan(0)
    expect(repairs).toBeGreaterThan(0)
  },
)
