import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from './children.mjs'
import { root } from './places.mjs'
import { digestOf, isStamped, stamp, unstamp } from './stamp.mjs'
import { step, StepFailed } from './step.mjs'

const stampName = 'client-build'

/**
 * Builds the client for production, unless a build of exactly these sources is there.
 * @param {{ env: NodeJS.ProcessEnv }} toolchain
 */
export async function buildClient({ env }) {
  const digest = digestOf(['client', 'shared', 'tsconfig.base.json', 'pnpm-lock.yaml'])
  if (existsSync(join(root, 'client', 'dist', 'index.html')) && isStamped(stampName, digest)) return
  unstamp(stampName)
  await step('building the client', async () => {
    const cwd = join(root, 'client')
    const { code, output } = await runQuietly({
      command: join(cwd, 'node_modules', '.bin', 'vite'),
      args: ['build'],
      cwd,
      env,
    })
    if (code === 0) return
    throw new StepFailed('The client could not be built.', {
      output,
      hint: 'the lines above name the file; if you changed nothing, remove node_modules and client/dist and try again.',
    })
  })
  stamp(stampName, digest)
}
