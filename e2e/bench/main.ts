// The benches, by name: `npm run bench -- document-shape`, `… screen`, `… relay`; without a name all of them.
import { parseArgs } from 'node:util'
import { benchDocumentShape } from './document-shape/document-shape.ts'
import type { BenchOptions } from './measure/bench-options.ts'
import { benchRelay } from './relay/relay.ts'
import { benchScreen } from './screen/screen.ts'

const benches: Readonly<Record<string, (options: BenchOptions) => void | Promise<void>>> = {
  'document-shape': benchDocumentShape,
  screen: benchScreen,
  relay: benchRelay,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    scenario: { type: 'string' },
    seconds: { type: 'string' },
  },
})
const unknown = positionals.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  process.stderr.write(`There is no bench "${unknown.join(', ')}". There are: ${Object.keys(benches).join(', ')}.\n`)
  process.exitCode = 64
} else {
  const options: BenchOptions = {
    sizes: values.sizes?.split(',').map(Number),
    rounds: values.rounds === undefined ? undefined : Number(values.rounds),
    only: values.only?.split(','),
    scenarios: values.scenario?.split(','),
    seconds: values.seconds === undefined ? undefined : Number(values.seconds),
  }
  for (const [name, bench] of Object.entries(benches)) {
    if (positionals.length === 0 || positionals.includes(name)) await bench(options)
  }
}
