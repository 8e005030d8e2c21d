// Reads every import of the project and holds it against ARCHITECTURE.md's table of who may import whom.
import { fences, findOffences } from './fences/rules.ts'
import { listSources, readSource } from './fences/source-file.ts'
import { root } from './setup/places.mjs'

const sources = listSources(root, ['shared', 'client', 'server', 'e2e', 'scripts']).map((path) =>
  readSource(root, path),
)
const offences = findOffences(sources)
for (const { fence, path, line, what } of offences)
  console.error(`${path}:${line} ${what}\n  ${fence.id}: ${fence.says}`)
console.log(`${fences.length} fences, ${sources.length} files, ${offences.length} offences`)
process.exitCode = offences.length > 0 ? 1 : 0
