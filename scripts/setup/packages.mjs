import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from './children.mjs'
import { root } from './places.mjs'
import { digestOf, isStamped, stamp, unstamp } from './stamp.mjs'
import { step, StepFailed } from './step.mjs'
import { nodeVersion } from './toolchain.mjs'

const workspaces = ['shared', 'server', 'client', 'e2e']
const stampName = 'packages'

function packagesDigest() {
  const manifests = ['.', ...workspaces].map((folder) => join(folder, 'package.json'))
  return digestOf(
    ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests],
    [process.platform, process.arch, nodeVersion],
  )
}

/** Are the packages of this lock file in place? */
export function arePackagesInstalled() {
  const folders = ['.', ...workspaces].map((folder) => join(root, folder, 'node_modules'))
  return folders.every((folder) => existsSync(folder)) && isStamped(stampName, packagesDigest())
}

/**
 * Installs exactly what the lock file says, unless that is in place.
 * @param {{ pnpm: string[], env: NodeJS.ProcessEnv }} toolchain
 */
export async function installPackages({ pnpm, env }) {
  if (arePackagesInstalled()) return
  unstamp(stampName)
  const digest = packagesDigest()
  await step('installing packages', async () => {
    const [command = 'pnpm', ...before] = pnpm
    const args = [...before, 'install', '--frozen-lockfile', '--reporter=append-only']
    // CI: never ask; whoever started this may not be there to answer.
    const { code, output } = await runQuietly({ command, args, env: { ...env, CI: 'true' } })
    if (code === 0) return
    throw new StepFailed('pnpm could not install the packages.', {
      output,
      hint: output.includes('OUTDATED_LOCKFILE')
        ? 'a package.json and pnpm-lock.yaml disagree; run `pnpm install` and commit the lock file.'
        : 'see that this machine reaches the npm registry and that the disk has room; if it stays, remove node_modules and try again.',
    })
  })
  stamp(stampName, digest)
}
