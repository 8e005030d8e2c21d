import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchOptions } from '../measure/bench-options.ts'
import { keepResult, machine } from '../measure/results.ts'
import { figure, median } from '../measure/statistics.ts'
import { table } from '../measure/table.ts'
import { buildState } from './build-state.ts'
import { meetings } from './lost-work.ts'
import { shapes } from './shapes/all-shapes.ts'

const defaultSizes = [200, 2_000, 10_000]
const defaultRounds = 5

/** Units: processor ms. */
type Loading = { readonly applyMs: number; readonly readMs: number; readonly memoryBytes: number }
type Figures = { readonly shape: string; readonly count: number; readonly bytes: number; readonly loadings: Loading[] }

/** Weighs the ways to keep cards in a document: bytes, time to load, memory, and what is lost when two people meet. */
export function benchDocumentShape(options: BenchOptions): void {
  const contenders = shapes.filter(({ id }) => options.only?.includes(id) ?? true)
  const lost = meetings.map((meeting) => ({
    meeting: meeting.says,
    lost: Object.fromEntries(contenders.map((shape) => [shape.id, meeting.play(shape)])),
  }))
  process.stdout.write(
    `\nWhat is lost when two people do this at once\n\n${table(
      ['at once', ...contenders.map(({ id }) => id)],
      lost.map((row) => [row.meeting, ...contenders.map(({ id }) => row.lost[id]?.join(', ') || 'nothing')]),
    )}\n`,
  )
  const figures: Figures[] = []
  const run = { machine: machine(), lost, figures }
  const folder = mkdtempSync(join(tmpdir(), 'document-shape-'))
  try {
    for (const count of options.sizes ?? defaultSizes) {
      const states = contenders.map((shape) => {
        const path = join(folder, `${shape.id}-${count}`)
        const state = buildState(shape, count)
        writeFileSync(path, state)
        return { path, figures: { shape: shape.id, count, bytes: state.byteLength, loadings: [] as Loading[] } }
      })
      for (let round = 0; round < (options.rounds ?? defaultRounds); round++) {
        for (const state of states) state.figures.loadings.push(loadOnce(state.figures.shape, state.path))
      }
      figures.push(...states.map((state) => state.figures))
      process.stdout.write(`\n${count} cards\n\n${tableOf(figures.filter((each) => each.count === count))}\n`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  process.stdout.write(`\nKept in ${keepResult('document-shape', run)}\n`)
  const chosen = shapes[0].id
  if (lost.some((row) => (row.lost[chosen]?.length ?? 0) > 0)) {
    process.stderr.write(`The chosen shape "${chosen}" loses work.\n`)
    process.exitCode = 1
  }
}

function loadOnce(shape: string, path: string): Loading {
  const script = fileURLToPath(new URL('load-state.ts', import.meta.url))
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, shape, path], { encoding: 'utf8' }))
}

function tableOf(figures: readonly Figures[]): string {
  const of = (each: Figures, read: (loading: Loading) => number): number => median(each.loadings.map(read))
  const [first] = figures
  const loadOf = (each: Figures): number => of(each, (loading) => loading.applyMs + loading.readMs)
  return table(
    ['shape', 'kB', 'apply ms', 'read ms', 'load ms', '× first', 'memory MB'],
    figures.map((each) => [
      each.shape,
      figure(each.bytes / 1000),
      figure(of(each, ({ applyMs }) => applyMs)),
      figure(of(each, ({ readMs }) => readMs)),
      figure(loadOf(each)),
      first === undefined ? '' : figure(loadOf(each) / loadOf(first)),
      figure(of(each, ({ memoryBytes }) => memoryBytes) / 1e6),
    ]),
  )
}
