import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { expect, test } from 'vitest'
import { readAnnouncement } from './operator/control-file.ts'
import { startServer } from './start-server.ts'

test('docs/operate.md says of every number in /metrics what it means, and speaks of none that is not there', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'schakelbord-metrics-'))
  const env = { PORT: '0', DATA_DIR: dataDir, DEMO: 'no' }
  const server = await startServer(env, join(dataDir, 'no-client'), () => pino({ level: 'silent' }))
  try {
    const address = new URL('/metrics', readAnnouncement(dataDir)?.url)
    const text = await (await fetch(address)).text()
    const served = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name)
    expect(served).toContain('schakelbord_sockets')

    const manual = readFileSync(new URL('../../docs/operate.md', import.meta.url), 'utf8')
    const [, table = ''] = /^\| In `\/metrics`.*\n((?:\|.*\n)+)/m.exec(manual) ?? []
    const told = [...table.matchAll(/`((?:schakelbord|process|nodejs)_\w+)/g)].map(([, name = '']) => name)
    expect(told.toSorted()).toEqual(served.toSorted())
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true })
  }
})
