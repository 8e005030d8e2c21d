import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NetworkTrial } from './network/network-trial.ts'
import { RelayProcess, makeBoard } from './relay-process.ts'
import { HonestPair } from './wire/honest-pair.ts'
import { HostileSocket } from './wire/hostile-line.ts'

// Each test starts processes, and a busy machine takes seconds for one.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

const skewedClock = new URL('./skewed-clock.ts', import.meta.url).href
const dayMs = 24 * 3_600_000
const frozenMs = process.env['FAULTS'] === 'long' ? 20_000 : 5_000

let dir: string
let server: RelayProcess | undefined
let trial: NetworkTrial | undefined

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'schakelbord-time-'))
})

afterEach(async () => {
  await trial?.end()
  trial = undefined
  await server?.kill()
  server = undefined
  rmSync(dir, { recursive: true })
})

test('the clock of the server jumps by a day, back by two, over the change to winter time, by years: everything goes on', async () => {
  const stepsMs = [dayMs, -2 * dayMs, 3_600_000, -3_600_000, -10_000 * dayMs, 20_000 * dayMs]
  server = new RelayProcess({
    DATA_DIR: dir,
    NODE_OPTIONS: `--import=${skewedClock}`,
    CLOCK_STEPS_MS: stepsMs.join(','),
  })
  const address = await server.ready()
  const boardId = await makeBoard(address)
  const pair = await HonestPair.join(address, boardId)
  const changedAt = async (): Promise<number> => {
    const [board] = (await (await fetch(new URL('/api/boards', address))).json()) as { readonly updatedAt: string }[]
    return Date.parse(board?.updatedAt ?? '')
  }
  let shown = 0
  for (const stepMs of [0, ...stepsMs]) {
    const before = await changedAt()
    if (stepMs !== 0) server.signal('SIGUSR2')
    // A signal is heard when the server comes to it; what is written after that bears the new time.
    await expect
      .poll(
        async () => {
          await pair.round()
          return (await changedAt()) - before
        },
        { timeout: 20_000 },
      )
      .toSatisfy((movedMs: number) => Math.abs(movedMs - stepMs) < 60_000)
    const seen = new Promise<void>((resolve) => {
      const look = (): void => {
        if (pair.b.awareness.getStates().get(pair.a.doc.clientID)?.['shown'] === shown) resolve()
      }
      pair.b.awareness.on('change', look)
    })
    pair.a.awareness.setLocalStateField('shown', ++shown)
    await seen
    const newcomer = new HostileSocket(address, `/sync/${boardId}`)
    await newcomer.greeted
    newcomer.leave()
  }
  pair.leave()
  server.signal('SIGTERM')
  expect((await server.ended).code).toBe(0)
})

test(`a server that stands still for ${frozenMs / 1000} s is taken for dead by nobody, and takes nobody for dead`, async () => {
  trial = await NetworkTrial.begin()
  const line = await trial.newLine()
  const windows = [await trial.open('anna', line, { pace: {} }), await trial.open('bo', line, { pace: {} })]
  const pair = await HonestPair.join(trial.address, trial.boardId)
  await pair.round()
  await trial.agreed(windows)
  const knocks = line.knocks.length
  trial.signalRelay('SIGSTOP')
  await windows[0]?.do({ what: 'add', card: 'meanwhile', title: 'Intussen' })
  await new Promise((resolve) => setTimeout(resolve, frozenMs))
  trial.signalRelay('SIGCONT')
  await pair.round()
  expect(await trial.agreed(windows)).toContain('Intussen')
  expect(line.knocks).toHaveLength(knocks)
  expect(pair.losses).toEqual([])
  pair.leave()
})
