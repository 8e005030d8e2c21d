import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../results/', import.meta.url))

/** On what a run was measured. */
export function machine(): Readonly<Record<string, string | number>> {
  const processors = cpus()
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
    loadBefore: loadavg()[0] ?? 0,
  }
}

/** Keeps a run as JSON in `e2e/bench/results`, which git ignores, and tells where. */
export function keepResult(bench: string, result: object): string {
  mkdirSync(folder, { recursive: true })
  const path = `${folder}${bench}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`)
  return path
}
