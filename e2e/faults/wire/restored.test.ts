import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { RelayProcess, makeBoard } from '../relay-process.ts'
import { join, newWindow, until } from './honest-pair.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const running = new Set<RelayProcess>()
let dir: string

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'schakelbord-restored-'))
})

afterEach(async () => {
  await Promise.all([...running].map((server) => server.kill()))
  running.clear()
  rmSync(dir, { recursive: true })
})

function board(folder: string, ...args: readonly string[]): void {
  const env = { PATH: process.env['PATH'], DATA_DIR: path.join(dir, folder) }
  execFileSync(process.execPath, ['server/src/board-cli.ts', ...args], { cwd: root, env })
}

async function serve(folder: string): Promise<{ server: RelayProcess; address: string }> {
  const server = new RelayProcess({ DATA_DIR: path.join(dir, folder) })
  running.add(server)
  return { server, address: await server.ready() }
}

test('after an older backup was put back, people bring back what is newer, also what others wrote who are away', async () => {
  const before = await serve('data')
  const boardId = await makeBoard(before.address)
  const windows = [await newWindow(before.address), await newWindow(before.address)] as const
  const [noor, sam] = [
    await join(before.address, boardId, windows[0]),
    await join(before.address, boardId, windows[1]),
  ] as const
  const cards = ({ doc }: { readonly doc: typeof noor.doc }) => doc.getMap('activities')
  cards(noor).set('in the backup', 1)
  await until(sam.doc, () => cards(sam).has('in the backup'))
  board('data', 'backup', path.join(dir, 'boards.backup'))
  cards(noor).set('newer than the backup', 2)
  await until(sam.doc, () => cards(sam).has('newer than the backup'))
  noor.destroy()
  sam.destroy()
  before.server.signal('SIGTERM')
  expect((await before.server.ended).code).toBe(0)

  board('restored', 'restore', path.join(dir, 'boards.backup'))
  // With the old secret the browsers are who they were; so it is not that which lets the change in.
  copyFileSync(path.join(dir, 'data', 'secret'), path.join(dir, 'restored', 'secret'))
  const after = await serve('restored')
  const newcomer = await join(after.address, boardId, await newWindow(after.address))
  expect([...cards(newcomer).keys()]).toEqual(['in the backup'])
  const back = await join(after.address, boardId, windows[1])
  await until(newcomer.doc, () => cards(newcomer).has('newer than the backup'))
  // And the one who wrote it goes on under the same author id.
  const author = await join(after.address, boardId, windows[0])
  cards(author).set('after the restore', 3)
  await until(newcomer.doc, () => cards(newcomer).has('after the restore'))
  for (const provider of [newcomer, back, author]) {
    expect(provider.wsconnected).toBe(true)
    provider.destroy()
  }
}, 120_000)
