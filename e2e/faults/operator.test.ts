import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RelayProcess, makeBoard } from './relay-process.ts'
import { Witness } from './witness.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let dir: string

// Each test starts several processes, and a busy machine takes seconds for one.
vi.setConfig({ testTimeout: 180_000 })
const running = new Set<RelayProcess>()

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'schakelbord-operator-'))
})

afterEach(async () => {
  await Promise.all([...running].map((server) => server.kill()))
  running.clear()
  rmSync(dir, { recursive: true })
})

interface Outcome {
  readonly code: number
  readonly out: string
  readonly complaint: string
}

/** Runs the operator's tool on a folder, in English. */
function board(folder: string, ...args: string[]): Promise<Outcome> {
  const env = { PATH: process.env['PATH'], LOCALE: 'en', DATA_DIR: join(dir, folder) }
  return new Promise((resolve) => {
    execFile(process.execPath, ['server/src/board-cli.ts', ...args], { cwd: root, env }, (error, out, complaint) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, complaint })
    })
  })
}

async function serve(folder: string): Promise<{ server: RelayProcess; address: string }> {
  const server = new RelayProcess({ DATA_DIR: join(dir, folder) })
  running.add(server)
  return { server, address: await server.ready() }
}

test('a backup made while people write holds everything saved before it began, and is put back into an empty folder', async () => {
  const { server, address } = await serve('data')
  const boardId = await makeBoard(address)
  const witness = new Witness('w')
  await witness.join(address, boardId)
  let wasSaved: readonly string[] = []
  const enough = new Promise<void>((resolve) => {
    witness.onNews = () => {
      if (witness.saved.size >= 100) resolve()
      if (witness.unconfirmed < 3) witness.write()
    }
  })
  witness.write()
  await enough
  wasSaved = [...witness.saved]
  const file = join(dir, 'boards.backup')
  expect(await board('data', 'backup', file)).toMatchObject({ code: 0, complaint: '' })
  expect(statSync(file).mode & 0o077).toBe(0)
  witness.onNews = () => {}
  expect(witness.saved.size).toBeGreaterThan(wasSaved.length)
  expect(await board('data', 'backup', file)).toMatchObject({ code: 73 })
  expect((await board('data', 'doctor')).out).toContain('All is well.')

  const restored = await board('restored', 'restore', file)
  expect(restored).toMatchObject({ code: 0, complaint: '' })
  expect(readdirSync(join(dir, 'restored'))).toEqual(['boards.db'])
  expect(await board('restored', 'restore', file)).toMatchObject({ code: 73 })
  const copy = await serve('restored')
  const newcomer = new Witness('newcomer')
  await newcomer.join(copy.address, boardId)
  const kept = new Set(newcomer.keys)
  expect(wasSaved.filter((key) => !kept.has(key))).toEqual([])
  newcomer.leave()

  server.signal('SIGTERM')
  expect((await server.ended).code).toBe(0)
  expect(readdirSync(join(dir, 'data'))).toEqual(['boards.db', 'secret'])
})

test('a backup that was damaged is refused, and nothing is put back', async () => {
  const { server, address } = await serve('data')
  await makeBoard(address)
  const file = join(dir, 'boards.backup')
  await board('data', 'backup', file)
  server.signal('SIGTERM')
  await server.ended
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 4096, 16_384)
  writeFileSync(file, bytes)
  expect(await board('restored', 'restore', file)).toMatchObject({ code: 65 })
  expect(readdirSync(join(dir, 'restored'))).toEqual([])
})

test.each(['with a server', 'without one'])(
  'a board goes out as a file and comes in as another board, %s',
  async (how) => {
    const { server, address } = await serve('data')
    const boardId = await makeBoard(address)
    if (how === 'without one') {
      server.signal('SIGTERM')
      await server.ended
    }
    const exported = await board('data', 'export', boardId)
    const file = join(dir, 'board.json')
    writeFileSync(file, exported.out)
    const imported = await board('data', 'import', file)
    const [, newId = ''] = /Board made: (\S+)/.exec(imported.out) ?? []
    expect(newId).not.toBe(boardId)
    expect(JSON.parse((await board('data', 'export', newId)).out)).toEqual(JSON.parse(exported.out))

    writeFileSync(file, exported.out.replace('"title": "Kill test"', '"title": 5'))
    const refused = await board('data', 'import', file)
    expect(refused.code).toBe(1)
    expect(refused.complaint).toContain('BRD_BOARD_FILE_INVALID')
    expect(refused.complaint).toContain('board.title')
  },
)

test.each([['nonsense'], ['backup'], ['']])(
  '"%s" alone is no command: what there is, exit code 64',
  async (command) => {
    const { code, complaint } = await board('data', command)
    expect(code).toBe(64)
    expect(complaint).toContain('backup FILE')
  },
)
