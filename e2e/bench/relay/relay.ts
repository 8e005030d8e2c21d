import type { BenchOptions } from '../measure/bench-options.ts'
import { keepResult, machine } from '../measure/results.ts'
import { figure, median, spread } from '../measure/statistics.ts'
import { table } from '../measure/table.ts'
import { contenders } from './contenders/contenders.ts'
import type { ContenderId } from './contenders/contender.ts'
import { scenarios } from './scenarios/all-scenarios.ts'
import type { Figures, Scenario } from './scenarios/scenario.ts'

const defaultRounds = 3
const defaultSeconds = 8

interface Result {
  readonly contender: ContenderId
  readonly rounds: Figures[]
  failure?: string
}

/** Measures our server beside the relays of others, scenario by scenario, in interleaved rounds. */
export async function benchRelay(options: BenchOptions): Promise<void> {
  const unknown = options.scenarios?.filter((id) => !scenarios.some((scenario) => scenario.id === id)) ?? []
  if (unknown.length > 0) {
    const known = scenarios.map(({ id }) => id).join(', ')
    throw new Error(`There is no scenario "${unknown.join(', ')}". There are: ${known}.`)
  }
  const run: { machine: object; scenarios: { id: string; results: Result[] }[] } = { machine: machine(), scenarios: [] }
  const verdictsOfAll: string[][] = []
  for (const scenario of scenarios.filter(({ id }) => options.scenarios?.includes(id) ?? true)) {
    const taking = contenders.filter(
      ({ id }) => scenario.contenders.includes(id) && (options.only?.includes(id) ?? true),
    )
    const results = taking.map(({ id }): Result => ({ contender: id, rounds: [] }))
    for (let round = 0; round < (options.rounds ?? scenario.rounds ?? defaultRounds); round++) {
      for (const [index, contender] of taking.entries()) {
        const result = results[index]
        if (result === undefined || result.failure !== undefined) continue
        try {
          result.rounds.push(await scenario.measure(contender, { seconds: options.seconds ?? defaultSeconds }))
        } catch (error) {
          result.failure = error instanceof Error ? error.message : String(error)
        }
      }
    }
    run.scenarios.push({ id: scenario.id, results })
    const judged = verdicts(scenario, results)
    verdictsOfAll.push(...judged.map((row) => [scenario.id, ...row]))
    process.stdout.write(`\n${scenario.id}: ${scenario.says}\n\n${tableOf(scenario, results)}\n`)
    if (judged.length > 0) process.stdout.write(`\n${table(verdictHead, judged)}\n`)
  }
  if (run.scenarios.length > 1 && verdictsOfAll.length > 0) {
    process.stdout.write(`\nAll targets\n\n${table(['scenario', ...verdictHead], verdictsOfAll)}\n`)
  }
  process.stdout.write(`\nKept in ${keepResult('relay', run)}\n`)
}

function middle(result: Result, name: string): number {
  return median(result.rounds.map((round) => round[name] ?? Number.NaN))
}

function tableOf(scenario: Scenario, results: readonly Result[]): string {
  const ours = results.find(({ contender }) => contender === 'ours')
  const rows = scenario.rows.map(({ figure: name, says }) => [
    says,
    ...results.map((result) => {
      const value = middle(result, name)
      if (ours === undefined || result === ours) return figure(value)
      return `${figure(value)} (${figure(value / middle(ours, name))})`
    }),
  ])
  const failures = results.flatMap(({ contender, failure }) =>
    failure === undefined ? [] : [`Not measured – ${contender}: ${failure}`],
  )
  const head = ['median of the rounds (× ours)', ...results.map(({ contender }) => contender)]
  return [table(head, rows), ...failures].join('\n')
}

const verdictHead = ['figure', 'ours', 'best peer', 'ratio', 'target', 'holds', 'our rounds differ ×'] as const

/** A line for every target of a scenario. */
function verdicts(scenario: Scenario, results: readonly Result[]): string[][] {
  const ours = results.find(({ contender }) => contender === 'ours')
  if (ours === undefined) return []
  return scenario.targets.map((target) => {
    const mine = middle(ours, target.figure)
    const peers = results.filter(({ contender, rounds }) => target.beside?.includes(contender) && rounds.length > 0)
    const best = peers.toSorted((a, b) => middle(a, target.figure) - middle(b, target.figure))[0]
    const theirs = best === undefined ? Number.NaN : middle(best, target.figure)
    const isKnown = target.beside === undefined || best !== undefined
    return [
      scenario.rows.find(({ figure: name }) => name === target.figure)?.says ?? target.figure,
      figure(mine),
      best === undefined ? '' : `${best.contender} ${figure(theirs)}`,
      best === undefined ? '' : figure(mine / theirs),
      target.says,
      verdictOf(ours, isKnown, target.holds(mine, theirs)),
      figure(spread(ours.rounds.map((round) => round[target.figure] ?? Number.NaN))),
    ]
  })
}

/** What could not be measured of ours does not hold; what has no peer to be held against says nothing. */
function verdictOf(ours: Result, isKnown: boolean, holds: boolean): string {
  if (ours.failure !== undefined) return '**no**'
  if (!isKnown) return '–'
  return holds ? 'yes' : '**no**'
}
