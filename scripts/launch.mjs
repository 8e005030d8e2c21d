// The launcher behind `npm start`, `npm test` and `npm run …`: brings what is missing, then hands over. Runs on Node 20.19.
import { join } from 'node:path'
import { handOver } from './setup/children.mjs'
import { buildClient } from './setup/client-build.mjs'
import { arePackagesInstalled, installPackages } from './setup/packages.mjs'
import { root } from './setup/places.mjs'
import { explain } from './setup/step.mjs'
import { bringToolchain } from './setup/toolchain.mjs'

/** @typedef {{ node: string, pnpm: string[], env: NodeJS.ProcessEnv }} Toolchain */
/** @typedef {{ needsClient: boolean, calls: (toolchain: Toolchain, args: string[]) => import('./setup/children.mjs').Call[] }} Command */

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')

/** @type {(script: string) => Command['calls']} */
const onNode =
  (script) =>
  ({ node, env }, args) => [{ command: node, args: [script, ...args], env }]

/** @type {Record<string, Command>} */
const commands = {
  start: {
    needsClient: true,
    calls: ({ node, env }) => {
      const options = [env['SERVER_NODE_OPTIONS'], env['NODE_OPTIONS']].filter(Boolean).join(' ')
      return [{ command: node, args: ['server/src/main.ts'], env: { ...env, NODE_OPTIONS: options } }]
    },
  },
  test: { needsClient: true, calls: onNode('scripts/test.ts') },
  bench: { needsClient: false, calls: onNode('e2e/bench/main.ts') },
  faults: {
    needsClient: false,
    calls: ({ node, env }, args) => [
      { command: node, args: [vitest, 'run', 'e2e/faults', ...args], env: { ...env, FAULTS: env['FAULTS'] ?? 'long' } },
    ],
  },
  board: { needsClient: false, calls: onNode('server/src/board-cli.ts') },
  dev: {
    needsClient: false,
    calls: ({ node, env: before }) => {
      const env = { ...before, RELAY_PORT: before['PORT'] ?? '4321' }
      return [
        { command: node, args: ['--watch', 'server/src/main.ts'], env },
        { command: join(root, 'client', 'node_modules', '.bin', 'vite'), args: [], cwd: join(root, 'client'), env },
      ]
    },
  },
}

/** @param {string} name @param {string[]} args */
async function launch(name, args) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    process.stderr.write(`There is no command "${name}". There are: ${Object.keys(commands).join(', ')}.\n`)
    return 64
  }
  try {
    const toolchain = await bringToolchain({ needsPnpm: !arePackagesInstalled() })
    await installPackages(toolchain)
    if (command.needsClient) await buildClient(toolchain)
    return await handOver(...command.calls(toolchain, args))
  } catch (error) {
    explain(error)
    if (name === 'test') process.stdout.write('0 passed, 1 failed\n')
    return 1
  }
}

const [name = 'start', ...args] = process.argv.slice(2)
process.exitCode = await launch(name, args)
