import { existsSync } from 'node:fs'
import { runQuietly } from '../setup/children.mjs'
import { step } from '../setup/step.mjs'

/** Installs one of the system's own packages, where this is a system with apt-get and we may. */
export async function installSystemPackage(name: string, title: string): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  await step(`installing ${title} from the system’s packages`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runQuietly({ command: 'apt-get', args: ['update'], env })
    await runQuietly({ command: 'apt-get', args: ['install', '-y', '--no-install-recommends', name], env })
  })
}
