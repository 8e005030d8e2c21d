import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { demoBoard } from '@schakelbord/shared/domain/demo-board'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import { buildApp } from './app.ts'
import { boardFileText } from './boards/board-file-text.ts'
import { boardSummary } from './boards/board-summary.ts'
import { readConfig } from './config.ts'
import { MemoryLog } from './log/memory-log.ts'
import { LogError } from './log/update-log.ts'
import { RelayMetrics } from './relay-metrics.ts'
import { RoomRegistry } from './rooms/room-registry.ts'

/** A log in memory whose disk a test fills. */
class FillableLog extends MemoryLog {
  full = false

  override async probe(): Promise<void> {
    if (this.full) throw new LogError('full', 'no space left')
  }

  override async append(...args: Parameters<MemoryLog['append']>): Promise<readonly number[]> {
    await this.probe()
    return super.append(...args)
  }
}

let app: FastifyInstance
let log: FillableLog
let rooms: RoomRegistry
let clientDir: string

beforeEach(async () => {
  clientDir = mkdtempSync(join(tmpdir(), 'schakelbord-client-'))
  mkdirSync(join(clientDir, 'assets'))
  writeFileSync(join(clientDir, 'index.html'), '<!doctype html><title>Schakelbord</title>')
  writeFileSync(join(clientDir, 'sw.js'), '// worker')
  writeFileSync(join(clientDir, 'assets', 'main-abc123.js'), '// main')
  log = new FillableLog()
  const logger = pino({ level: 'silent' })
  const metrics = new RelayMetrics(logger, () => rooms.counts)
  rooms = new RoomRegistry({ log, observer: metrics, summarise: boardSummary })
  app = await buildApp(
    {
      config: readConfig({}),
      log,
      rooms,
      metrics,
      clientDir,
      operatorToken: 'token',
      limits: RELAY_LIMITS,
      secret: 's'.repeat(32),
    },
    logger,
  )
})

afterEach(async () => {
  await rooms.stop()
  await app.close()
  rmSync(clientDir, { recursive: true })
})

const make = async (payload: object = { title: 'Plan 2027' }): Promise<string> => {
  const response = await app.inject({ method: 'POST', url: '/api/boards', payload })
  expect(response.statusCode).toBe(201)
  return response.json<{ id: string }>().id
}

const titles = async (query = ''): Promise<unknown[]> => {
  const response = await app.inject(`/api/boards${query}`)
  return response.json<{ title: string }[]>().map(({ title }) => title)
}

describe('boards', () => {
  test('an empty board is made from a title, with an id nobody can guess and the address to open it', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/boards',
      headers: { host: 'plan.example:4321' },
      payload: { title: ' Plan 2027 ', locale: 'en' },
    })
    expect(response.statusCode).toBe(201)
    const { id, url } = response.json<{ id: string; url: string }>()
    expect(id).toMatch(/^[\w-]{22}$/)
    expect(url).toBe(`http://plan.example:4321/b/${id}/calendar`)
    expect(response.headers.location).toBe(url)
    const board = await app.inject(`/api/boards/${id}`)
    expect(board.json()).toMatchObject({
      format: 'schakelbord-board',
      version: 1,
      board: { title: 'Plan 2027', locale: 'en', timeZone: 'Europe/Amsterdam' },
      activities: [],
    })
  })

  test.each(['nl', 'en'] as const)('the worked example (%s) comes out as it went in, up to order', async (locale) => {
    const example = (await demoBoard(locale)) as Record<string, unknown>
    const id = await make(example)
    const file = (await app.inject(`/api/boards/${id}`)).json<Record<string, unknown>>()
    const sorted = (value: unknown): unknown =>
      Array.isArray(value) ? value.toSorted((a, b) => (JSON.stringify(a.id) < JSON.stringify(b.id) ? -1 : 1)) : value
    for (const key of Object.keys(example)) expect(sorted(file[key])).toEqual(sorted(example[key]))
    const [item] = (await app.inject('/api/boards')).json<{ activities: number }[]>()
    expect(item?.activities).toBe((example['activities'] as unknown[]).length)
  })

  test('the worked example can be asked for by name', async () => {
    const id = await make({ title: 'Ours', example: true, locale: 'en' })
    const file = (await app.inject(`/api/boards/${id}/export.json`)).json<{ board: object; activities: unknown[] }>()
    expect(file.board).toMatchObject({ title: 'Ours', locale: 'en' })
    expect(file.activities.length).toBeGreaterThan(50)
  })

  describe('a board of which writing takes long', () => {
    /** The worked example with its first activity so many times. */
    async function makeLarge(): Promise<string> {
      const example = (await demoBoard('en')) as { activities: Record<string, unknown>[] }
      const [first] = example.activities
      const more = Array.from({ length: 400 }, (_, index) => ({
        ...first,
        id: `more-${index}`,
        title: `More ${index}`,
      }))
      return make({ ...example, activities: [...example.activities, ...more] })
    }

    test('comes out of its own thread as it is on disk, with what was changed meanwhile', async () => {
      const id = await makeLarge()
      await rooms.edit(id, 'somebody', (doc) => {
        doc.getMap('activities').set('more-7/title', 'Changed')
      })
      const file = (await app.inject(`/api/boards/${id}`)).json<{ activities: { id: string; title: string }[] }>()
      expect(file).toEqual(await rooms.read(id, (doc) => JSON.parse(boardFileText(doc, false)) as unknown))
      expect(file.activities.find((activity) => activity.id === 'more-7')?.title).toBe('Changed')
      const kept = await app.inject(`/api/boards/${id}/export.json`)
      expect(kept.headers['content-type']).toContain('application/json')
      expect(kept.body).toBe(await rooms.read(id, (doc) => boardFileText(doc, true)))
    })

    test('is named where what is stored of it does not fit together', async () => {
      const id = await makeLarge()
      const read = log.read.bind(log)
      vi.spyOn(log, 'read').mockImplementation(async (boardId) => {
        const content = await read(boardId)
        return content && { ...content, damagedSeqs: [2] }
      })
      const response = await app.inject(`/api/boards/${id}/export.json`)
      expect(response.statusCode).toBe(503)
      expect(response.json()).toMatchObject({ code: 'BRD_BOARD_DAMAGED' })
    })
  })

  test('a bad board file is refused with every fault and its path, and nothing is made', async () => {
    const example = (await demoBoard('nl')) as { board: object; activities: object[] }
    const payload = {
      ...example,
      board: { ...example.board, title: 5 },
      activities: [{ ...example.activities[0], start: '2027-02-30' }, ...example.activities.slice(1)],
    }
    const response = await app.inject({
      method: 'POST',
      url: '/api/boards',
      headers: { 'accept-language': 'en' },
      payload,
    })
    expect(response.statusCode).toBe(422)
    const body = response.json<{ code: string; problems: { path: string; message: string }[] }>()
    expect(body.code).toBe('BRD_BOARD_FILE_INVALID')
    expect(body.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['board.title', 'activities[0].start']),
    )
    expect(await titles()).toEqual([])
  })

  test.each([{}, { title: '' }, { title: '  ' }, { title: 5 }, { title: 'x'.repeat(301) }])(
    '%j makes nothing: a title is asked for',
    async (payload) => {
      const response = await app.inject({ method: 'POST', url: '/api/boards', payload })
      expect(response.statusCode).toBe(422)
      expect(response.json()).toMatchObject({ code: 'BRD_TITLE_INVALID', problems: [{ path: 'title' }] })
      expect(await titles()).toEqual([])
    },
  )

  test('renaming goes into the document and into the list', async () => {
    const id = await make()
    const response = await app.inject({ method: 'PATCH', url: `/api/boards/${id}`, payload: { title: 'Plan 2028' } })
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({ id, title: 'Plan 2028' })
    expect(await titles()).toEqual(['Plan 2028'])
    expect((await app.inject(`/api/boards/${id}`)).json()).toMatchObject({ board: { title: 'Plan 2028' } })
    expect((await log.read(id))?.tail).toHaveLength(2)
  })

  test('a board goes to the bin and comes back', async () => {
    const id = await make()
    expect((await app.inject({ method: 'DELETE', url: `/api/boards/${id}` })).statusCode).toBe(204)
    expect(await titles()).toEqual([])
    expect(await titles('?bin=1')).toEqual(['Plan 2027'])
    const gone = await app.inject(`/api/boards/${id}`)
    expect([gone.statusCode, gone.json<{ code: string }>().code]).toEqual([410, 'BRD_BOARD_IN_BIN'])
    expect((await app.inject({ method: 'POST', url: `/api/boards/${id}/restore` })).json()).toMatchObject({
      gone: false,
    })
    expect(await titles()).toEqual(['Plan 2027'])
    expect((await app.inject(`/api/boards/${id}`)).statusCode).toBe(200)
  })

  test.each([
    ['GET', '/api/boards/nowhere'],
    ['GET', '/api/boards/nowhere/export.json'],
    ['PATCH', '/api/boards/nowhere'],
    ['DELETE', '/api/boards/nowhere'],
    ['POST', '/api/boards/nowhere/restore'],
    ['GET', '/api/boards/%2e%2e%2fetc'],
    ['GET', '/api/boards/__proto__%00'],
  ] as const)('%s %s: no such board', async (method, url) => {
    const response = await app.inject({ method, url, ...(method === 'PATCH' ? { payload: { title: 'x' } } : {}) })
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ code: 'BRD_BOARD_NOT_FOUND' })
  })
})

describe('the operator', () => {
  test.each([{}, { authorization: 'Bearer wrong' }, { authorization: 'token' }])(
    'is not let in with %j',
    async (headers) => {
      const response = await app.inject({ url: '/api/operator/doctor', headers })
      expect(response.statusCode).toBe(404)
    },
  )

  test("is told in the catalogue's words why a copy cannot be made", async () => {
    log.backup = () => Promise.reject(new LogError('exists', 'there'))
    const headers = { authorization: 'Bearer token' }
    const response = await app.inject({ method: 'POST', url: '/api/operator/backup', headers, payload: { file: '/x' } })
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([422, 'BRD_FILE_EXISTS'])
  })

  test('has the store examined', async () => {
    await make()
    const response = await app.inject({ url: '/api/operator/doctor', headers: { authorization: 'Bearer token' } })
    expect(response.json()).toMatchObject({ boards: 1, records: 1, damaged: [], problems: [] })
  })
})

describe('refusals', () => {
  test('come in the language of the reader, else of the server', async () => {
    const ask = async (language?: string): Promise<unknown> => {
      const headers = language === undefined ? {} : { 'accept-language': language }
      return (await app.inject({ url: '/api/nothing', headers })).json<{ message: string }>().message
    }
    expect(await ask()).toBe('Hier is niets.')
    expect(await ask('en-GB,en;q=0.9,nl;q=0.8')).toBe('There is nothing here.')
    expect(await ask('de, nl;q=0.5, en;q=0.4')).toBe('Hier is niets.')
    expect(await ask('fr')).toBe('Hier is niets.')
  })

  test.each([
    ['not JSON at all', { headers: { 'content-type': 'application/json' }, payload: '{"title":' }, 400],
    [
      'a poisoned prototype',
      { headers: { 'content-type': 'application/json' }, payload: '{"__proto__":{"a":1}}' },
      400,
    ],
    ['a list', { payload: [] }, 400],
    ['text', { headers: { 'content-type': 'text/plain' }, payload: 'title' }, 415],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'title=x' }, 415],
    ['17 MB', { payload: { title: 'x'.repeat(17 * 1024 * 1024) } }, 413],
  ])('%s as a board is refused', async (_name, request, status) => {
    const response = await app.inject({ method: 'POST', url: '/api/boards', ...request })
    expect(response.statusCode).toBe(status)
    expect(Object.keys(response.json<object>()).toSorted()).toEqual(['code', 'hint', 'message'])
    expect(await titles()).toEqual([])
  })

  test.each(['http://evil.example', 'null', 'http://localhost.evil.example', 'http://localhost:81', 'https://'])(
    'a change asked for by the page of %s is refused',
    async (origin) => {
      const request = { method: 'POST', url: '/api/boards', headers: { origin, host: 'localhost' } } as const
      const response = await app.inject({ ...request, payload: { title: 'x' } })
      expect(response.statusCode).toBe(403)
      expect(await titles()).toEqual([])
    },
  )

  test('our own page may change', async () => {
    const headers = { origin: 'http://plan.example:4321', host: 'plan.example:4321' }
    const response = await app.inject({ method: 'POST', url: '/api/boards', headers, payload: { title: 'x' } })
    expect(response.statusCode).toBe(201)
  })

  test('a fault of ours says nothing of itself', async () => {
    log.listBoards = () => Promise.reject(new Error('secret detail in /some/path'))
    const response = await app.inject('/api/boards')
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain('secret')
    expect(response.json()).toMatchObject({ code: 'BRD_INTERNAL' })
  })
})

describe('health', () => {
  test('ready means that the store takes writes, and says why not', async () => {
    const id = await make()
    expect((await app.inject('/health/live')).statusCode).toBe(200)
    expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ok' })
    log.full = true
    const renamed = await app.inject({ method: 'PATCH', url: `/api/boards/${id}`, payload: { title: 'y' } })
    expect([renamed.statusCode, renamed.json<{ code: string }>().code]).toEqual([503, 'BRD_STORE_UNAVAILABLE'])
    const ready = await app.inject('/health/ready')
    expect([ready.statusCode, ready.json<{ reason: string }>().reason]).toEqual([503, 'no space left'])
    expect((await app.inject('/health/live')).statusCode).toBe(200)
    log.full = false
    await rooms.probe()
    expect((await app.inject('/health/ready')).statusCode).toBe(200)
    expect((await app.inject(`/api/boards/${id}`)).json()).toMatchObject({ board: { title: 'Plan 2027' } })
  })

  test('the counters of the contract are there', async () => {
    await make()
    const { body, headers } = await app.inject('/metrics')
    expect(headers['content-type']).toContain('text/plain')
    for (const name of [
      'sockets',
      'rooms',
      'updates_total',
      'update_bytes_total',
      'log_commit_seconds',
      'log_queue_depth',
    ]) {
      expect(body).toContain(`# HELP schakelbord_${name} `)
    }
    expect(body).toContain('schakelbord_refusals_total')
  })

  test('the API describes itself from its own routes', async () => {
    const api = (await app.inject('/api/openapi.json')).json<{ openapi: string; paths: Record<string, object> }>()
    expect(api.openapi).toBe('3.1.0')
    expect(Object.keys(api.paths).toSorted()).toEqual([
      '/api/boards',
      '/api/boards/{id}',
      '/api/boards/{id}/export.json',
      '/api/boards/{id}/restore',
      '/health/live',
      '/health/ready',
      '/metrics',
    ])
    expect(Object.keys(api.paths['/api/boards/{id}'] ?? {}).toSorted()).toEqual(['delete', 'get', 'patch'])
  })
})

describe('the client', () => {
  test.each(['/', '/b/plan/calendar', '/b/plan/year?y=2027', '/join/123456', '/v/secret'])(
    '%s is the one page',
    async (url) => {
      const response = await app.inject(url)
      expect(response.statusCode).toBe(200)
      expect(response.body).toContain('<title>Schakelbord</title>')
      expect(response.headers['cache-control']).toBe('no-cache')
    },
  )

  test('a mistyped address leads a person home and tells a program what is wrong', async () => {
    const typed = await app.inject({ url: '/nergens', headers: { accept: 'text/html,*/*;q=0.8' } })
    expect(typed.statusCode).toBe(404)
    expect(typed.body).toContain('<title>Schakelbord</title>')
    for (const [url, accept] of [
      ['/nergens', 'application/json'],
      ['/api/nergens', 'text/html'],
      ['/assets/gone-123.js', 'text/html'],
    ] as const) {
      const asked = await app.inject({ url, headers: { accept } })
      expect(asked.statusCode).toBe(404)
      expect(asked.json()).toMatchObject({ code: 'BRD_NOT_FOUND' })
    }
  })

  test('hashed files are kept for ever, the service worker is asked for anew', async () => {
    const main = await app.inject('/assets/main-abc123.js')
    expect(main.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const worker = await app.inject('/sw.js')
    expect(worker.headers['cache-control']).toBe('no-cache')
  })

  test.each(['/assets/gone.js', '/.git/config', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/nowhere'])(
    '%s is nothing',
    async (url) => {
      expect((await app.inject(url)).statusCode).toBe(404)
    },
  )

  test.each(['/', '/assets/main-abc123.js', '/api/boards', '/api/boards/none', '/nowhere', '/health/live', '/metrics'])(
    'nothing may be loaded from, sent to or framed by anybody else, says %s',
    async (url) => {
      const { headers } = await app.inject({ url, headers: { host: 'plan.example' } })
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("style-src 'self'")
      expect(policy).toContain("connect-src 'self' ws://plan.example wss://plan.example")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      for (const banner of ['server', 'x-powered-by']) expect(headers).not.toHaveProperty(banner)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['referrer-policy']).toBe('no-referrer')
    },
  )
})
