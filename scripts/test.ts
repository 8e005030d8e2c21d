// Everything `npm test` runs once the packages are installed and the client is built. Names of steps as arguments run only those.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exitCodeOfStop, handOver, runQuietly } from './setup/children.mjs'
import { root } from './setup/places.mjs'
import {
  addCounts,
  closingLine,
  countCheck,
  countSuite,
  noCounts,
  readPlaywrightReport,
  readVitestReport,
} from './trial/counts.ts'
import type { Counts } from './trial/counts.ts'
import { bringTracer } from './trial/bring-tracer.ts'
import { browserHint, findBrowser } from './trial/find-browser.ts'

type Step = { name: string; title: string; run: () => Promise<Counts> }

// Who reads this in a file wants no colours; tools that see CI paint all the same.
if (!process.stdout.isTTY) process.env['NO_COLOR'] ??= '1'

const reports = mkdtempSync(join(tmpdir(), 'schakelbord-test-'))
const bin = (name: string, folder = '.'): string => join(root, folder, 'node_modules', '.bin', name)

/** A check that passes or fails as a whole; short where it passes. */
function check(name: string, title: string, command: string, ...args: string[]): Step {
  const run = async () => {
    const { code, output } = await runQuietly({ command, args })
    const lines = output.trim().split('\n')
    const shown = (code === 0 ? lines.slice(-4) : lines.slice(-200)).join('\n')
    if (shown !== '') console.log(shown)
    return countCheck(code === 0)
  }
  return { name, title, run }
}

const script = (name: string, title: string): Step => check(name, title, process.execPath, `scripts/${name}.ts`)

async function runVitest(): Promise<Counts> {
  await bringTracer()
  const report = join(reports, 'vitest.json')
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const code = await handOver({ command: bin('vitest'), args })
  return countSuite(code, report, readVitestReport)
}

async function runPlaywright(): Promise<Counts> {
  const browser = await findBrowser()
  if (browser === undefined) {
    console.log(`No browser to test in: ${browserHint}.`)
    return countCheck(false)
  }
  const report = join(reports, 'playwright.json')
  const env = { ...process.env, SCHAKELBORD_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const args = ['test', '--reporter=list,json']
  const code = await handOver({ command: bin('playwright', 'e2e'), args, cwd: join(root, 'e2e'), env })
  return countSuite(code, report, readPlaywrightReport)
}

const steps: readonly Step[] = [
  check('format', 'Format', bin('oxfmt'), '--check', '.'),
  check('lint', 'Lint, with types', bin('oxlint')),
  script('fences', 'Who imports whom'),
  script('prove-fences', 'The guards are awake'),
  check('types', 'Types', bin('tsc'), '-b', '--pretty', 'false'),
  check('unused', 'Nothing unused', bin('knip'), '--no-progress'),
  script('check-links', 'Links in the documents'),
  script('check-size', 'Size of the first load'),
  { name: 'suites', title: 'Units, convergence, server, faults', run: runVitest },
  { name: 'browser', title: 'In a real browser', run: runPlaywright },
]

async function runSteps(chosen: readonly Step[]): Promise<Counts> {
  let total = noCounts
  for (const { name, title, run } of chosen) {
    const startedMs = Date.now()
    console.log(`\n── ${title} (${name})`)
    const counts = await run()
    total = addCounts(total, counts)
    console.log(`   ${closingLine(counts)}, ${((Date.now() - startedMs) / 1000).toFixed(1)} s`)
    const stopped = exitCodeOfStop()
    if (stopped !== undefined) process.exit(stopped)
  }
  return total
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`)
  process.exit(64)
}
const total = await runSteps(wanted.length === 0 ? steps : steps.filter(({ name }) => wanted.includes(name)))
rmSync(reports, { recursive: true, force: true })
console.log(`\n${closingLine(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0
