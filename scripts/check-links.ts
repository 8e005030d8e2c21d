// Every relative link in the documents leads to a file.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './setup/places.mjs'

const documentsBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return documentsBelow(path)
    return entry.name.endsWith('.md') ? [path] : []
  })

const atRoot = readdirSync(root).filter((name) => name.endsWith('.md'))
const documents = [
  ...atRoot.map((name) => join(root, name)),
  ...documentsBelow(join(root, 'docs')),
  join(root, 'shared/SPEC.md'),
]

const links = documents
  .filter((path) => existsSync(path))
  .flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
      .map(([, target]) => target ?? '')
      .filter((target) => !/^[a-z]+:/.test(target))
      .map((target) => ({ path, target })),
  )
const dead = links.filter(({ path, target }) => !existsSync(join(dirname(path), target)))
for (const { path, target } of dead) console.error(`${relative(root, path)}: nothing stands at ${target}`)
console.log(`${links.length} links in ${documents.length} documents, ${dead.length} dead`)
process.exitCode = dead.length > 0 ? 1 : 0
