import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './places.mjs'

/** @typedef {{ command: string, args: string[], cwd?: string, env?: NodeJS.ProcessEnv }} Call */
/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const alive = new Set()
/** @type {NodeJS.Signals | undefined} */
let stopping

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    stopping = signal
    if (alive.size === 0) process.exit(exitCodeOf(signal))
    // A child may have had the signal already, from the terminal; a clean stop must stand being asked twice.
    for (const child of alive) child.kill(signal)
  })
}

/** The exit code of a run that a signal broke off, or undefined while nobody asked to stop. */
export function exitCodeOfStop() {
  return stopping && exitCodeOf(stopping)
}

/** The exit code by which shells report a death by signal. @param {NodeJS.Signals} signal */
function exitCodeOf(signal) {
  return 128 + constants.signals[signal]
}

/** @param {Call} call @param {import('node:child_process').StdioOptions} stdio */
function begin({ command, args, cwd = root, env = process.env }, stdio) {
  const child = spawn(command, args, { cwd, env, stdio })
  alive.add(child)
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.on('error', (error) => {
      alive.delete(child)
      reject(error)
    })
    child.on('close', (code, signal) => {
      alive.delete(child)
      resolve(code ?? (signal ? exitCodeOf(signal) : 1))
    })
  })
  return { child, ended }
}

/**
 * Runs a command to its end without showing it, and returns its exit code and all it printed.
 * A signal to the launcher ends the command and then the launcher.
 * @param {Call} call
 */
export async function runQuietly(call) {
  const { child, ended } = begin(call, ['ignore', 'pipe', 'pipe'])
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
  const code = await ended
  if (stopping) process.exit(exitCodeOf(stopping))
  return { code, output }
}

/**
 * Gives terminal and signals to one or more programs; when one ends, asks the others to end, and returns the first one's
 * exit code.
 * @param {Call[]} calls
 */
export async function handOver(...calls) {
  const running = calls.map((call) => begin(call, 'inherit'))
  const code = await Promise.race(running.map(({ ended }) => ended))
  for (const { child } of running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
  await Promise.allSettled(running.map(({ ended }) => ended))
  return code
}
