import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const children = new URL('./children.mjs', import.meta.url).href

/** A program that says `up` and ends with a code of its own when it is asked to. */
const polite = (code: number): string =>
  `process.on('SIGTERM', () => process.exit(${code})); setInterval(() => {}, 1000); console.log('up')`

/** Starts a process that hands over to other programs, and sends it a signal once all of them are up. */
function handOverTo(programs: readonly string[], signal?: NodeJS.Signals): Promise<number | null> {
  const calls = programs.map((program) => ({ command: process.execPath, args: ['-e', program] }))
  const launcher = `
    import { handOver } from ${JSON.stringify(children)}
    process.exitCode = await handOver(...${JSON.stringify(calls)})`
  const child = spawn(process.execPath, ['--input-type=module', '-e', launcher], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += String(chunk)
    if (signal && said === 'up\n'.repeat(programs.length)) child.kill(signal)
  })
  return new Promise((resolve) => child.on('close', resolve))
}

describe('handing over', () => {
  it('returns the exit code of the program', async () => {
    expect(await handOverTo(['process.exit(78)'])).toBe(78)
  })

  it('passes a signal on, and lets the program end in its own way', async () => {
    expect(await handOverTo([polite(0)], 'SIGTERM')).toBe(0)
    expect(await handOverTo([polite(3)], 'SIGTERM')).toBe(3)
  })

  it('reports a death by signal as shells do', async () => {
    expect(await handOverTo(["setInterval(() => {}, 1000); console.log('up')"], 'SIGTERM')).toBe(143)
  })

  it('ends the other programs when one ends', async () => {
    expect(await handOverTo([polite(0), 'process.exit(5)'])).toBe(5)
  })
})
