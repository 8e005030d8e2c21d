import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from '../setup/children.mjs'
import { root } from '../setup/places.mjs'
import { step } from '../setup/step.mjs'
import { installSystemPackage } from './system-package.ts'

const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** What a person can do when no browser could be found or brought. */
export const browserHint =
  'install Chromium or Chrome (Debian, Ubuntu: apt-get install chromium; Fedora: dnf install chromium; macOS: brew install --cask chromium), or set SCHAKELBORD_CHROMIUM to the path of one'

/** Finds a Chromium, or brings one: from the system's packages where this may, else Playwright's own. */
export async function findBrowser(): Promise<string | undefined> {
  return findInstalled() ?? (await installFromSystem()) ?? findPlaywrights() ?? (await installPlaywrights())
}

function findInstalled(): string | undefined {
  const chosen = process.env['SCHAKELBORD_CHROMIUM']
  const inPath = (process.env['PATH'] ?? '').split(':').flatMap((folder) => names.map((name) => join(folder, name)))
  return [...(chosen ? [chosen] : []), ...inPath, ...applications].find(works)
}

/** Some systems have a `chromium-browser` that only says where to get one. */
function works(path: string): boolean {
  if (!existsSync(path)) return false
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && /\d+\.\d+/.test(stdout)
}

async function installFromSystem(): Promise<string | undefined> {
  await installSystemPackage('chromium', 'Chromium')
  return findInstalled()
}

const e2e = join(root, 'e2e')

function findPlaywrights(): string | undefined {
  const script = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))"
  const { stdout } = spawnSync(process.execPath, ['-e', script], { cwd: e2e, encoding: 'utf8' })
  const path = stdout.trim()
  return path !== '' && works(path) ? path : undefined
}

async function installPlaywrights(): Promise<string | undefined> {
  return step('bringing Playwright’s Chromium', async () => {
    await runQuietly({ command: join(e2e, 'node_modules/.bin/playwright'), args: ['install', 'chromium'], cwd: e2e })
    return findPlaywrights()
  })
}
