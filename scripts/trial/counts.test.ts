import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closingLine, countSuite, readPlaywrightReport, readVitestReport } from './counts.ts'

const reportOf = (report: unknown): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'schakelbord-counts-')), 'report.json')
  writeFileSync(path, JSON.stringify(report))
  return path
}

describe('the closing line', () => {
  it('names the skipped only where there are any', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
    expect(closingLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped')
  })
})

describe('counting a suite', () => {
  const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 }

  it('takes the numbers of its report', () => {
    expect(countSuite(0, reportOf(vitest), readVitestReport)).toEqual({ passed: 3, failed: 0, skipped: 1 })
  })

  it('counts a failure when the suite ended badly although no test failed', () => {
    expect(countSuite(1, reportOf(vitest), readVitestReport)).toEqual({ passed: 3, failed: 1, skipped: 1 })
  })

  it('counts a failure when nothing ran or no report was written', () => {
    expect(countSuite(0, reportOf({ numPassedTests: 0 }), readVitestReport).failed).toBe(1)
    expect(countSuite(0, '/nowhere/report.json', readVitestReport).failed).toBe(1)
  })

  it('counts a test that passed at a second try as failed', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } }
    expect(readPlaywrightReport(report)).toEqual({ passed: 5, failed: 2, skipped: 0 })
  })
})
