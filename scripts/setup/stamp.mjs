import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root, stampFolder } from './places.mjs'

const generated = new Set(['node_modules', 'dist', 'data', 'results', 'test-results', 'testing'])

/**
 * All files below a folder in a fixed order, without what is generated, and without tests.
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return generated.has(entry.name) ? [] : sourcesBelow(path)
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path]
    })
}

/**
 * A digest of the names and the content of files and folders, and of anything else that decides a result.
 * @param {string[]} paths from the root @param {string[]} [facts]
 */
export function digestOf(paths, facts = []) {
  const hash = createHash('sha256')
  for (const fact of facts) hash.update(`${fact}\0`)
  for (const path of paths.map((each) => join(root, each)).filter((each) => existsSync(each))) {
    const files = statSync(path).isDirectory() ? sourcesBelow(path) : [path]
    for (const file of files)
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
  }
  return hash.digest('hex')
}

/** Was this done for exactly this digest? @param {string} name @param {string} digest */
export function isStamped(name, digest) {
  const path = join(stampFolder, name)
  return existsSync(path) && readFileSync(path, 'utf8') === digest
}

/** Notes that this was done for this digest. @param {string} name @param {string} digest */
export function stamp(name, digest) {
  mkdirSync(stampFolder, { recursive: true })
  writeFileSync(join(stampFolder, name), digest)
}

/** Forgets what was noted, before the work begins, so that work broken off halfway is done again. @param {string} name */
export function unstamp(name) {
  rmSync(join(stampFolder, name), { force: true })
}
