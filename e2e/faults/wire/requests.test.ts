import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { RelayProcess, makeBoard } from '../relay-process.ts'
import { HonestPair } from './honest-pair.ts'
import { BareLine } from './hostile-line.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const json = { 'content-type': 'application/json' }
let dataDir: string
let server: RelayProcess
let address: string
let pair: HonestPair
/** The worked example as a file. */
let example: { readonly activities: readonly { readonly id: string }[] }

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'schakelbord-requests-'))
  server = new RelayProcess({ DATA_DIR: dataDir })
  address = await server.ready()
  pair = await HonestPair.join(address, await makeBoard(address))
  const { id } = (await (await ask('{"example":true}')).json()) as { id: string }
  example = (await (await fetch(new URL(`/api/boards/${id}`, address))).json()) as typeof example
})

afterEach(() => pair.round())

afterAll(async () => {
  pair.leave()
  await server.kill()
  rmSync(dataDir, { recursive: true })
})

function ask(body: string, headers: Readonly<Record<string, string>> = json): Promise<Response> {
  return fetch(new URL('/api/boards', address), { method: 'POST', headers, body })
}

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
/** A board file of one card, with something in it. */
const withCard = (card: object): string =>
  JSON.stringify({
    ...example,
    activities: [{ ...example.activities[0], ...card }],
    connections: [],
    messages: [],
    steps: [],
  })
const within = (file: string, part: string): string => file.replace(/^\{/, `{${part},`)

test.each<[string, number, () => string, Record<string, string>?]>([
  ['no JSON', 400, () => '{"title":'],
  ['__proto__ as a key', 400, () => '{"__proto__":{"title":"x"}}'],
  ['__proto__ as a key, spelled otherwise', 400, () => within(withCard({}), '"\\u005f_proto__":{"x":1}')],
  ['a prototype of the constructor', 400, () => '{"constructor":{"prototype":{"x":1}},"title":"x"}'],
  ['a list twenty thousand deep', 400, () => nested(20_000)],
  ['a title twenty thousand deep', 422, () => `{"title":${nested(20_000)}}`],
  ['a title of ten megabytes', 422, () => JSON.stringify({ title: 'x'.repeat(10_000_000) })],
  ['a form', 415, () => 'title=x', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['a file with something twenty thousand deep', 422, () => within(withCard({}), `"later":${nested(20_000)}`)],
  [
    'a card with something twenty thousand deep',
    422,
    () => withCard({}).replace('"recipeId"', `"x":${nested(20_000)},"recipeId"`),
  ],
  ['a card called __proto__', 422, () => withCard({ id: '__proto__' })],
  ['days that do not exist', 422, () => withCard({ start: '2026-02-30', end: '2026-13-01' })],
  ['the year 20266', 422, () => withCard({ start: '20266-01-01' })],
  [
    'three hundred thousand times nonsense',
    422,
    () => JSON.stringify({ ...example, activities: Array.from({ length: 300_000 }, () => 1) }),
  ],
])('%s: %i, in the words of the catalogue', async (_name, status, body, headers) => {
  const answer = await ask(body(), headers)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ code: expect.stringMatching(/^BRD_[A-Z_]+$/) as string })
})

test('seventeen megabytes are refused before they are read', async () => {
  const line = new BareLine(address)
  await line.opened
  const head = ['POST /api/boards HTTP/1.1', `Host: ${new URL(address).host}`, 'Content-Type: application/json']
  line.line.write(`${head.join('\r\n')}\r\nContent-Length: 17000000\r\n\r\n{`)
  await expect.poll(() => line.heard.toString()).toContain('BRD_BODY_TOO_LARGE')
  expect(line.heard.toString()).toContain('HTTP/1.1 413')
  line.line.destroy()
})

test('a board of ten thousand cards is made beside everybody else: the pair goes on meanwhile', async () => {
  const activities = Array.from({ length: 10_000 }, (_, i) => ({
    ...example.activities[i % example.activities.length],
    id: `c${i}`,
  }))
  const body = JSON.stringify({ ...example, activities, connections: [], messages: [], steps: [] })
  const made = ask(body).then(({ status }) => status)
  const roundsMs: number[] = []
  for (
    let status: number | undefined;
    status === undefined;
    status = await Promise.race([made, Promise.resolve(undefined)])
  ) {
    const from = performance.now()
    await pair.round()
    roundsMs.push(performance.now() - from)
  }
  expect(await made).toBe(201)
  console.log(
    `a board of ten thousand cards: ${roundsMs.length} rounds of the pair meanwhile, the longest ${Math.max(...roundsMs).toFixed(0)} ms`,
  )
  // Had they waited for the board, there would have been one.
  expect(roundsMs.length).toBeGreaterThan(10)
})

test('nothing of all this was a fault of the server', () => {
  const said = server.complaints.join('')
  expect(said.split('\n').filter((line) => line.includes('"level":50'))).toEqual([])
  expect(said).not.toMatch(/\n\s+at /)
})
