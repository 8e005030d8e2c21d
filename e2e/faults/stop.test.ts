import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { RelayProcess, makeBoard } from './relay-process.ts'
import { Witness } from './witness.ts'

let dataDir: string
/** How often a server is stopped under load. */
const stops = process.env['FAULTS'] === 'long' ? 20 : 4

// Each test starts processes, and a busy machine takes seconds for one.
vi.setConfig({ testTimeout: 180_000 })
const running = new Set<RelayProcess>()

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'schakelbord-stop-'))
})

afterEach(async () => {
  await Promise.all([...running].map((server) => server.kill()))
  running.clear()
  rmSync(dataDir, { recursive: true })
})

function start(settings: Readonly<Record<string, string>> = {}): RelayProcess {
  const server = new RelayProcess({ DATA_DIR: dataDir, ...settings })
  running.add(server)
  return server
}

describe('starting', () => {
  test.each([
    ['nl', 'Schakelbord staat klaar: ', 'Jaarplan 2027'],
    ['en', 'Schakelbord is ready: ', 'Year plan 2027'],
  ])('an empty folder gets the worked example (%s), and one line says where', async (LOCALE, sentence, title) => {
    const server = start({ DEMO: 'yes', LOCALE })
    const address = await server.ready()
    expect(server.lines).toEqual([`${sentence}${address}`])
    const [, id] = /\/b\/([\w-]+)\/calendar$/.exec(address) ?? []
    const board = (await (await fetch(new URL(`/api/boards/${id}`, address))).json()) as {
      board: { title: string }
      activities: []
    }
    expect(board.board.title).toBe(title)
    expect(board.activities).toHaveLength(67)
    expect(statSync(join(dataDir, 'boards.db')).mode & 0o077).toBe(0)

    server.signal('SIGINT')
    expect(await server.ended).toEqual({ code: 0, signal: null })
    const again = start({ DEMO: 'yes', LOCALE })
    expect(new URL(await again.ready()).pathname).toBe('/')
    expect(await (await fetch(new URL('/api/boards', await again.ready()))).json()).toHaveLength(1)
  })

  test.each([
    [{ PORT: 'http' }, 'PORT="http"'],
    [{ LOCALE: 'de' }, 'LOCALE="de"'],
    [{ HOST: '0.0.0.0' }, 'HOST="0.0.0.0"'],
    [{ ACCESS: 'accounts' }, 'ACCESS="accounts"'],
    [{ DATABASE_URL: 'postgres://u:secret@db/x' }, 'DATABASE_URL'],
    [{ HOST: '192.0.2.1', ACCESS: 'open', ACCESS_OPEN_ON_NETWORK: 'yes' }, '192.0.2.1'],
  ])('%j: one sentence, exit code 78', async (settings, named) => {
    const server = start(settings)
    expect((await server.ended).code).toBe(78)
    const said = server.complaints.join('')
    expect(said).toContain(named)
    expect(said).not.toContain('secret')
    expect(said.trim().split('\n')).toHaveLength(1)
    expect(server.lines).toEqual([])
  })

  test('a port that is taken: one sentence, exit code 78', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const taken = other.address()
    const port = typeof taken === 'object' && taken !== null ? String(taken.port) : ''
    const server = start({ PORT: port })
    expect((await server.ended).code).toBe(78)
    expect(server.complaints.join('')).toContain(port)
    other.close()
  })

  test('a folder that is in use: the second server refuses with 78, the first goes on', async () => {
    const first = start()
    const address = await first.ready()
    const second = start()
    expect((await second.ended).code).toBe(78)
    expect(second.complaints.join('')).toContain(dataDir)
    expect((await fetch(new URL('/health/ready', address))).status).toBe(200)
  })

  test('a folder that cannot be written, and a file that is no store: one sentence, exit code 78', async () => {
    writeFileSync(join(dataDir, 'file'), '')
    const blocked = start({ DATA_DIR: join(dataDir, 'file', 'data') })
    expect((await blocked.ended).code).toBe(78)
    writeFileSync(join(dataDir, 'boards.db'), 'no store at all, whatever its name says. '.repeat(50))
    const damaged = start()
    expect((await damaged.ended).code).toBe(78)
    expect(damaged.complaints.join('')).toContain('BRD_DATA_DAMAGED')
  })
})

describe('stopping', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s under load: all stored and acknowledged, 1012 to everybody, exit code 0',
    async (signal) => {
      const server = start()
      const address = await server.ready()
      const boardId = await makeBoard(address)
      const witnesses = Array.from({ length: 5 }, (_, i) => new Witness(`w${i}`))
      await Promise.all(witnesses.map((witness) => witness.join(address, boardId)))
      let heard = 0
      await new Promise<void>((resolve) => {
        for (const witness of witnesses) {
          witness.onNews = () => {
            if (++heard > 200) resolve()
            if (witness.unconfirmed < 4) witness.write()
          }
          witness.write()
        }
      })
      const codes = witnesses.map((witness) => witness.gone())
      server.signal(signal)
      server.signal(signal)
      server.signal('SIGTERM')
      expect(await Promise.all(codes)).toEqual(witnesses.map(() => 1012))
      expect(await server.ended).toEqual({ code: 0, signal: null })

      const again = start()
      const newcomer = new Witness('newcomer')
      await newcomer.join(await again.ready(), boardId)
      const kept = new Set(newcomer.keys)
      newcomer.leave()
      const owed = witnesses.flatMap(({ saved, seen }) => [...saved, ...seen])
      expect(owed.length).toBeGreaterThan(100)
      expect(owed.filter((key) => !kept.has(key))).toEqual([])
    },
  )

  test(`SIGTERM under load, ${stops} times in a row: nothing acknowledged is lost, exit code 0, no write-ahead log is left`, async () => {
    let boardId = ''
    const witnesses = Array.from({ length: 10 }, (_, i) => new Witness(`w${i}`))
    for (let round = 0; round < stops; round++) {
      const server = start()
      const address = await server.ready()
      if (round === 0) boardId = await makeBoard(address)
      await Promise.all(witnesses.map((witness) => witness.join(address, boardId)))
      // Who comes back brings what stayed with it: a rolling restart costs nobody an edit.
      const written = new Set(witnesses.flatMap(({ keys }) => keys))
      const newcomer = new Witness('newcomer')
      await newcomer.join(address, boardId)
      await expect.poll(() => new Set(newcomer.keys)).toEqual(written)
      newcomer.leave()
      const before = witnesses[0]?.saved.size ?? 0
      for (const witness of witnesses) {
        witness.onNews = () => {
          if (witness.unconfirmed < 4) witness.write()
        }
        witness.write()
      }
      await expect.poll(() => witnesses[0]?.saved.size ?? 0, { interval: 1 }).toBeGreaterThan(before + 5)
      const codes = witnesses.map((witness) => witness.gone())
      server.signal('SIGTERM')
      expect(await Promise.all(codes)).toEqual(witnesses.map(() => 1012))
      for (const witness of witnesses) witness.onNews = () => {}
      expect(await server.ended).toEqual({ code: 0, signal: null })
      expect(readdirSync(dataDir).filter((name) => name.startsWith('boards.db'))).toEqual(['boards.db'])
    }
  })

  test('with 300 people on a board it has stopped within five seconds, and everybody was told to come back', async () => {
    const server = start()
    const address = await server.ready()
    const boardId = await makeBoard(address)
    const witnesses = Array.from({ length: 300 }, (_, i) => new Witness(`w${i}`))
    await Promise.all(witnesses.map((witness) => witness.join(address, boardId)))
    for (const witness of witnesses) witness.write()
    await expect.poll(() => witnesses.some(({ saved }) => saved.size > 0)).toBe(true)
    const codes = witnesses.map((witness) => witness.gone())
    const signalledAtMs = performance.now()
    server.signal('SIGTERM')
    expect(await server.ended).toEqual({ code: 0, signal: null })
    // The promise is the time itself.
    expect(performance.now() - signalledAtMs).toBeLessThan(5000)
    expect(new Set(await Promise.all(codes))).toEqual(new Set([1012]))

    const again = start()
    const newcomer = new Witness('newcomer')
    await newcomer.join(await again.ready(), boardId)
    const kept = new Set(newcomer.keys)
    newcomer.leave()
    expect(witnesses.flatMap(({ saved, seen }) => [...saved, ...seen]).filter((key) => !kept.has(key))).toEqual([])
  })

  test('SIGINT while 200 boards are opening: exit code 0 within five seconds, and every board is whole afterwards', async () => {
    const first = start()
    const address = await first.ready()
    const boardIds: string[] = []
    for (let i = 0; i < 200; i++) boardIds.push(await makeBoard(address))
    const witnesses = await Promise.all(
      boardIds.map(async (boardId, i) => {
        const witness = new Witness(`w${i}`)
        await witness.join(address, boardId)
        witness.write()
        return witness
      }),
    )
    await expect.poll(() => witnesses.every(({ saved }) => saved.size === 1)).toBe(true)
    for (const witness of witnesses) witness.leave()
    first.signal('SIGTERM')
    await first.ended

    const opening = start()
    const openingAt = await opening.ready()
    const joins = witnesses.map((witness, i) =>
      witness.join(openingAt, boardIds[i] ?? '').then(
        () => 'in',
        (error: unknown) => String(error),
      ),
    )
    await Promise.race(joins)
    const signalledAtMs = performance.now()
    opening.signal('SIGINT')
    expect(await opening.ended).toEqual({ code: 0, signal: null })
    expect(performance.now() - signalledAtMs).toBeLessThan(5000)
    await Promise.all(joins)

    const again = start()
    const againAt = await again.ready()
    const kept = await Promise.all(
      boardIds.map(async (boardId) => {
        const newcomer = new Witness('newcomer')
        await newcomer.join(againAt, boardId)
        newcomer.leave()
        return newcomer.keys
      }),
    )
    expect(kept).toEqual(witnesses.map(({ saved }) => [...saved]))
  })
})
