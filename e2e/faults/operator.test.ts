import { execFile } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
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

test('killed while it makes a backup, the server loses nothing, leaves no half backup under its name, and makes the next one', async () => {
  const { server, address } = await serve('data')
  // Some megabytes, so that there is a middle to be killed in.
  for (let i = 0; i < 20; i++) {
    const headers = { 'content-type': 'application/json' }
    await fetch(new URL('/api/boards', address), { method: 'POST', headers, body: '{"example":true}' })
  }
  const boards = async (at: string): Promise<unknown> => {
    const list = (await (await fetch(new URL('/api/boards', at))).json()) as { id: string; activities: number }[]
    return list.map(({ id, activities }) => [id, activities])
  }
  const before = await boards(address)
  const file = join(dir, 'boards.backup')
  const cut = board('data', 'backup', file)
  await expect.poll(() => existsSync(`${file}.partial`), { interval: 1, timeout: 60_000 }).toBe(true)
  await server.kill()
  expect((await cut).code).not.toBe(0)
  expect(existsSync(file)).toBe(false)
  const again = await serve('data')
  expect(await boards(again.address)).toEqual(before)
  expect(await board('data', 'backup', file)).toMatchObject({ code: 0, complaint: '' })
  expect(readdirSync(dir).toSorted()).toEqual(['boards.backup', 'data'])
})

test('what is put back says the same as what was saved, board for board', async () => {
  const first = await serve('data')
  const boardOf = async (address: string, id: string): Promise<unknown> =>
    (await fetch(new URL(`/api/boards/${id}`, address))).json()
  const ids: string[] = []
  for (const body of ['{"example":true,"locale":"nl"}', '{"example":true,"locale":"en"}', '{"title":"Leeg"}']) {
    const headers = { 'content-type': 'application/json' }
    const made = await fetch(new URL('/api/boards', first.address), { method: 'POST', headers, body })
    ids.push(((await made.json()) as { id: string }).id)
  }
  const before = await Promise.all(ids.map((id) => boardOf(first.address, id)))
  const file = join(dir, 'boards.backup')
  const saved = await board('data', 'backup', file)
  expect(saved.out).toContain('checked: 3 boards')
  const restored = await board('restored', 'restore', file)
  expect(restored.out).toContain('checked: 3 boards')
  const second = await serve('restored')
  expect(await Promise.all(ids.map((id) => boardOf(second.address, id)))).toEqual(before)
})

test('a restore that was killed leaves nothing that gets into the next one', async () => {
  const first = await serve('data')
  const boardId = await makeBoard(first.address)
  const file = join(dir, 'boards.backup')
  expect(await board('data', 'backup', file)).toMatchObject({ code: 0 })
  const witness = new Witness('w')
  await witness.join(first.address, boardId)
  for (let i = 0; i < 20; i++) witness.write()
  await expect.poll(() => witness.saved.size).toBe(20)
  witness.leave()
  await first.server.kill()
  // A write-ahead log of another day, beside a file that was arriving.
  mkdirSync(join(dir, 'restored'))
  copyFileSync(join(dir, 'data', 'boards.db-wal'), join(dir, 'restored', 'boards.db.arriving-wal'))
  writeFileSync(join(dir, 'restored', 'boards.db.arriving'), 'half a file')
  expect(await board('restored', 'restore', file)).toMatchObject({ code: 0, complaint: '' })
  expect(readdirSync(join(dir, 'restored'))).toEqual(['boards.db'])
  const { address } = await serve('restored')
  const newcomer = new Witness('newcomer')
  await newcomer.join(address, boardId)
  expect(newcomer.keys).toEqual([])
  newcomer.leave()

  // The folder of a killed server holds its latest changes in the write-ahead log: put back as a whole or not at all.
  mkdirSync(join(dir, 'half'))
  copyFileSync(join(dir, 'data', 'boards.db-wal'), join(dir, 'half', 'boards.db-wal'))
  expect(await board('half', 'restore', file)).toMatchObject({ code: 73 })
  expect(await board('whole', 'restore', join(dir, 'data', 'boards.db'))).toMatchObject({ code: 0 })
  const whole = await serve('whole')
  const late = new Witness('late')
  await late.join(whole.address, boardId)
  expect(late.keys).toHaveLength(20)
  late.leave()
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

test('where there are no boards nothing is backed up, found well or made: the folder is named, exit code 66', async () => {
  const file = join(dir, 'boards.backup')
  for (const args of [['backup', file], ['doctor'], ['export', 'plan']]) {
    const { code, out, complaint } = await board('elsewhere', ...args)
    expect(code).toBe(66)
    expect(out).toBe('')
    expect(complaint).toContain('elsewhere holds no boards')
    expect(complaint).toContain('DATA_DIR=')
  }
  expect(readdirSync(dir)).toEqual([])
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

test('a board that was damaged on the disk is marked and named, with what to do; the others work', async () => {
  const first = await serve('data')
  const soundId = await makeBoard(first.address)
  const file = (await (await fetch(new URL(`/api/boards/${soundId}`, first.address))).json()) as { board: object }
  const made = await fetch(new URL('/api/boards', first.address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...file, board: { ...file.board, library: 'Mark of the damaged one' } }),
  })
  const { id } = (await made.json()) as { id: string }
  first.server.signal('SIGTERM')
  await first.server.ended
  const store = join(dir, 'data', 'boards.db')
  const bytes = readFileSync(store)
  for (let at = bytes.indexOf('Mark of the'); at !== -1; at = bytes.indexOf('Mark of the', at))
    bytes.fill('m', at, at + 1)
  writeFileSync(store, bytes)

  const { address } = await serve('data')
  const broken = await fetch(new URL(`/api/boards/${id}`, address), { headers: { 'accept-language': 'en' } })
  expect(broken.status).toBe(503)
  expect(await broken.json()).toMatchObject({ code: 'BRD_BOARD_DAMAGED' })
  await expect(new Witness('w').join(address, id)).rejects.toThrow('4503')
  expect((await fetch(new URL(`/api/boards/${soundId}`, address))).status).toBe(200)
  const list = (await (await fetch(new URL('/api/boards', address))).json()) as { id: string; damaged?: true }[]
  expect(new Map(list.map((row) => [row.id, row.damaged]))).toEqual(
    new Map([
      [soundId, undefined],
      [id, true],
    ]),
  )
  expect((await fetch(new URL('/health/ready', address))).status).toBe(200)
  const { code, out } = await board('data', 'doctor')
  expect(code).toBe(1)
  expect(out).toContain(`Board ${id} was damaged on the disk (change`)
  expect(out).not.toContain(`Board ${soundId}`)
  expect(out).toContain('npm run board -- restore')
})

test('a file of which the first page is gone: the server makes it anew out of the rest, says so, and keeps the old one', async () => {
  const first = await serve('data')
  const boardId = await makeBoard(first.address)
  const witness = new Witness('w')
  await witness.join(first.address, boardId)
  const gone = witness.gone()
  witness.onNews = () => {
    if (witness.saved.size < 50) witness.write()
    else first.server.signal('SIGTERM')
  }
  witness.write()
  await gone
  await first.server.ended
  const store = join(dir, 'data', 'boards.db')
  const bytes = readFileSync(store)
  bytes.fill(0x5a, 0, 4096)
  writeFileSync(store, bytes)

  const { server, address } = await serve('data')
  expect(server.complaints.join('')).toContain('it was put aside, and a new one made')
  const newcomer = new Witness('newcomer')
  await newcomer.join(address, boardId)
  const kept = new Set(newcomer.keys)
  newcomer.leave()
  expect([...witness.saved].filter((key) => !kept.has(key))).toEqual([])
  expect(readdirSync(join(dir, 'data')).filter((name) => name.startsWith('boards.db.damaged-'))).toHaveLength(1)
  expect((await board('data', 'doctor')).out).toContain('The file with boards was damaged before.')
})

test('the log says what happened in one JSON line each, without content, titles or names', async () => {
  const server = new RelayProcess({ DATA_DIR: join(dir, 'data'), LOG_LEVEL: 'trace' })
  running.add(server)
  const address = await server.ready()
  const made = await fetch(new URL('/api/boards', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Geheim jaarplan' }),
  })
  const { id } = (await made.json()) as { id: string }
  const witness = new Witness('Willemijn')
  await witness.join(address, id)
  witness.write()
  await expect.poll(() => witness.saved.size).toBe(1)
  await fetch(new URL(`/api/boards/${id}`, address), {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Nog geheimer' }),
  })
  const fresh = new Witness('Joris')
  await fresh.join(address, id)
  // What breaks the board's shape is refused and noted as well.
  fresh.spoil()
  await fresh.gone()
  server.signal('SIGTERM')
  await server.ended
  const lines = server.complaints.join('').trim().split('\n')
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) as number })
  const said = lines.join('\n').toLowerCase()
  for (const secret of ['geheim', 'willemijn', 'joris', 'written by']) expect(said).not.toContain(secret)
  expect(said).toContain('socket sent away')
})
