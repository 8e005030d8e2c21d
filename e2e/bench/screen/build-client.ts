import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const client = fileURLToPath(new URL('../../../client/', import.meta.url))
const outDir = fileURLToPath(new URL('../../../node_modules/.cache/bench-client/', import.meta.url))

/** Builds the client with the hook of the bench in it, beside the build that is served; gives its folder. */
export function buildBenchClient(): string {
  execFileSync(process.execPath, [vite(), 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: client,
    env: { ...process.env, VITE_BENCH: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return outDir
}

function vite(): string {
  const path = `${client}node_modules/vite/bin/vite.js`
  if (!existsSync(path)) throw new Error(`Vite is not at ${path}; run the bench through npm, which installs it`)
  return path
}
