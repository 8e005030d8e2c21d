import { existsSync, readFileSync } from 'node:fs'

/** How many tests passed, failed and were skipped. */
export type Counts = { passed: number; failed: number; skipped: number }

/** Nothing counted yet. */
export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 }

/** Adds two counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** The counts of one check that is not a suite. */
export function countCheck(passed: boolean): Counts {
  return { ...noCounts, ...(passed ? { passed: 1 } : { failed: 1 }) }
}

/** The line with which a run ends. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * Reads what a suite reported about itself. A suite that ended badly, or ran nothing, counts as one failure at least.
 */
export function countSuite(exitCode: number, reportFile: string, read: (report: unknown) => Counts): Counts {
  if (!existsSync(reportFile)) return countCheck(false)
  const counts = read(JSON.parse(readFileSync(reportFile, 'utf8')))
  const hasRun = counts.passed + counts.failed > 0
  return counts.failed === 0 && (exitCode !== 0 || !hasRun) ? { ...counts, failed: 1 } : counts
}

/** Reads Vitest's JSON report. */
export function readVitestReport(report: unknown): Counts {
  return {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests'),
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
  }
}

/** Reads Playwright's JSON report. A test that needed a second try has failed. */
export function readPlaywrightReport(report: unknown): Counts {
  const stats: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, 'stats') : undefined
  return {
    passed: numberAt(stats, 'expected'),
    failed: numberAt(stats, 'unexpected') + numberAt(stats, 'flaky'),
    skipped: numberAt(stats, 'skipped'),
  }
}

function numberAt(record: unknown, key: string): number {
  const value: unknown = typeof record === 'object' && record !== null ? Reflect.get(record, key) : undefined
  return typeof value === 'number' ? value : 0
}
