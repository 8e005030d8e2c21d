import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import type { BenchOptions } from '../measure/bench-options.ts'
import { keepResult, machine } from '../measure/results.ts'
import { figure, median, spread } from '../measure/statistics.ts'
import { table } from '../measure/table.ts'
import { startBenchServer } from './bench-server.ts'
import { buildBenchClient } from './build-client.ts'
import { contenders, type Contender } from './contenders.ts'
import { makeCards } from './made-up-cards.ts'
import { measurePage, type PageFigures } from './measure-page.ts'
import { targets } from './targets.ts'

const defaultSizes = [300, 2_000, 10_000]
const defaultRounds = 3

/** Every figure with the words it is told in; processor time is of the main thread. */
const rows: readonly (readonly [keyof PageFigures, string])[] = [
  ['ready', 'page ready for cards, ms'],
  ['firstRender', 'first render, ms'],
  ['firstRenderFromBytes', 'first render from the document’s bytes, ms'],
  ['firstRenderTask', 'first render, processor ms'],
  ['changeScreen', 'a colleague’s change on screen, ms'],
  ['changeTask', 'a colleague’s change, processor ms'],
  ['changeTaskSettled', 'the same with all that follows, processor ms'],
  ['manyScreen', 'a hundred changes on screen, ms'],
  ['manyTask', 'a hundred changes, processor ms'],
  ['dragLongest', 'longest task while dragging, ms'],
  ['dragLongestCpu', 'longest task while dragging, processor ms'],
  ['dragStepTask', 'a step of dragging, processor ms'],
  ['scrollP95', 'frame while scrolling sideways, p95 ms'],
  ['scrollEmptyFrames', 'frames of 150 without any card'],
  ['cardsOnPage', 'cards on the page'],
  ['elements', 'elements on the page'],
]

type Result = { readonly contender: string; readonly count: number; readonly rounds: PageFigures[]; failure?: string }

/** Measures the year view beside the calendars that others made, with the same cards, in interleaved rounds. */
export async function benchScreen(options: BenchOptions): Promise<void> {
  const taking = contenders.filter(({ id }) => options.only?.includes(id) ?? true)
  const folder = taking.some(({ id }) => id === 'ours') ? buildBenchClient() : ''
  const server = await startBenchServer(folder)
  const results: Result[] = []
  const run = { machine: machine(), chromium: '', results }
  try {
    for (const count of options.sizes ?? defaultSizes) {
      const cards = makeCards(count)
      const here = taking.map((contender): Result => ({ contender: contender.id, count, rounds: [] }))
      results.push(...here)
      for (let round = 0; round < (options.rounds ?? defaultRounds); round++) {
        for (const [index, result] of here.entries()) {
          const contender = taking[index]
          if (contender === undefined || result.failure !== undefined) continue
          // A browser of its own for every page, so that none inherits what another left.
          const browser = await chromium.launch({
            ...chromiumHere(),
            args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
          })
          run.chromium = browser.version()
          try {
            result.rounds.push(await measurePage(browser, server.url, contender, cards))
          } catch (error) {
            result.failure = error instanceof Error ? error.message : String(error)
          } finally {
            await browser.close()
          }
        }
      }
      process.stdout.write(`\n${count} cards\n\n${tableOf(taking, here)}\n${verdicts(here, count)}`)
    }
  } finally {
    server.close()
  }
  process.stdout.write(`\nKept in ${keepResult('screen', run)}\n`)
}

function middle(result: Result, key: keyof PageFigures): number {
  return median(result.rounds.map((round) => round[key]))
}

function tableOf(taking: readonly Contender[], results: readonly Result[]): string {
  const failures = results.flatMap(({ contender, failure }) =>
    failure === undefined ? [] : [`${contender}: ${failure}`],
  )
  const figures = table(
    ['median of the rounds (× ours)', ...taking.map(({ id }) => id)],
    rows.map(([key, says]) => [
      says,
      ...results.map((result, index) => {
        const value = middle(result, key)
        const ours = results[0] === undefined ? Number.NaN : middle(results[0], key)
        return index === 0 ? figure(value) : `${figure(value)} (${figure(value / ours)})`
      }),
    ]),
  )
  return [figures, ...failures.map((failure) => `Not measured – ${failure}`)].join('\n')
}

function verdicts(results: readonly Result[], count: number): string {
  const ours = results[0]
  const years = new Set(contenders.filter(({ isYear }) => isYear).map(({ id }) => id))
  const peers = results.slice(1).filter(({ contender }) => years.has(contender))
  if (ours?.contender !== 'ours' || ours.rounds.length === 0 || peers.length === 0) return ''
  return targets
    .filter((target) => target.cards === undefined || target.cards === count)
    .map((target) => {
      const mine = middle(ours, target.figure)
      const best = Math.min(
        ...peers.filter(({ rounds }) => rounds.length > 0).map((peer) => middle(peer, target.figure)),
      )
      const says = rows.find(([key]) => key === target.figure)?.[1] ?? target.figure
      const noise = spread(ours.rounds.map((round) => round[target.figure]))
      return `${target.holds(mine, best) ? 'holds' : 'FAILS'}: ${says}: ${figure(mine)} beside ${figure(best)} (× ${figure(mine / best)}), target ${target.says}; our rounds differ by × ${figure(noise)}\n`
    })
    .join('')
}

function chromiumHere(): { readonly executablePath?: string } {
  const installed = [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium-browser',
  ]
  const executablePath = process.env['SCHAKELBORD_CHROMIUM'] ?? installed.find((path) => existsSync(path))
  return executablePath === undefined ? {} : { executablePath }
}
