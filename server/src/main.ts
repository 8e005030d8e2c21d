import { flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { environment, localeOfStart } from './config.ts'
import { Refusal, exitCodeOfRefusedStart, refusalBody } from './errors.ts'
import { startServer } from './start-server.ts'
import type { RunningServer } from './start-server.ts'

/** How long a stop may take before the process gives up waiting; everything acknowledged is on disk by then. */
const stopWithinMs = 4500

/** When the first start is over, and what it compiled is worth keeping for the next. Units: milliseconds. */
const keepCompiledAfterMs = 10_000

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}

function stopOnSignal(server: RunningServer): void {
  let stopping = false
  const stop = (exitCode: number): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    server.stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        complain(String(error))
        process.exit(1)
      },
    )
  }
  // A signal may come twice, from the terminal and from whoever started us; SIGHUP says that the terminal was closed.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(0))
  // What nobody foresaw may have left anything half done: store what is known to be whole, and end.
  process.on('uncaughtException', (error) => {
    complain(error.stack ?? String(error))
    stop(1)
  })
}

// What is stored is nobody else's business on this machine.
process.umask(0o077)

const locale = localeOfStart(environment())
try {
  const clientDir = fileURLToPath(new URL('../../client/dist', import.meta.url))
  const server = await startServer(environment(), clientDir, (level) => pino({ level }, pino.destination(2)))
  stopOnSignal(server)
  setTimeout(flushCompileCache, keepCompiledAfterMs).unref()
  say(locale === 'en' ? `Schakelbord is ready: ${server.url}` : `Schakelbord staat klaar: ${server.url}`)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  const { code, message, hint } = refusalBody(error.code, error.values, locale)
  complain(`${message} ${hint} (${code})`)
  process.exitCode = exitCodeOfRefusedStart
}
