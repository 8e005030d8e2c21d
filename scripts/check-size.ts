// Holds the built client against its budget of bytes. A kB is 1000 bytes, after gzip at level 9.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './setup/places.mjs'
import { readFirstLoad } from './size/first-load.ts'

const budget = { scriptBytes: 190_000, styleBytes: 12_000, fontBytes: 40_000, fontFiles: 1 }

const dist = join(root, 'client', 'dist')
const { scripts, styles, fonts } = readFirstLoad((path) => readFileSync(join(dist, path), 'utf8'))
const zippedBytes = (path: string): number => gzipSync(readFileSync(join(dist, path)), { level: 9 }).byteLength
const kB = (bytes: number): string => (bytes / 1000).toFixed(1)
const sumOf = (paths: string[], measure: (path: string) => number): number =>
  paths.reduce((sum, path) => sum + measure(path), 0)

const rows = [
  { what: 'JavaScript', files: scripts, bytes: sumOf(scripts, zippedBytes), maxBytes: budget.scriptBytes },
  { what: 'CSS', files: styles, bytes: sumOf(styles, zippedBytes), maxBytes: budget.styleBytes },
  // A woff2 is compressed already.
  {
    what: 'font',
    files: fonts,
    bytes: sumOf(fonts, (path) => statSync(join(dist, path)).size),
    maxBytes: budget.fontBytes,
  },
]
for (const { what, files, bytes, maxBytes } of rows) {
  console.log(`${what}: ${kB(bytes)} of ${kB(maxBytes)} kB in ${files.length} file${files.length === 1 ? '' : 's'}`)
  if (bytes > maxBytes) for (const file of files) console.error(`  ${file}`)
}
const broken = rows.filter(({ bytes, maxBytes }) => bytes > maxBytes).map(({ what }) => `${what} is over its budget`)
if (fonts.length !== budget.fontFiles)
  broken.push(`the first load wants ${fonts.length} font files instead of ${budget.fontFiles}`)
for (const each of broken) console.error(`too much: ${each}`)
process.exitCode = broken.length > 0 ? 1 : 0
