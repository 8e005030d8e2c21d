import type { FastifyInstance, FastifyRequest } from 'fastify'
import { renameBoard } from '@schakelbord/shared/commands/rename-board'
import { demoBoard } from '@schakelbord/shared/domain/demo-board'
import { boardFileJsonSchema, isBottomless } from '@schakelbord/shared/exchange/board-file'
import { isLocale } from '@schakelbord/shared/calendar/locale'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { openBoardDocument } from '@schakelbord/shared/model/board-document'
import { isBoardId } from '@schakelbord/shared/protocol/board-id'
import { boardFileText } from '../boards/board-file-text.ts'
import { BoardFileThread } from '../boards/board-file-thread.ts'
import { draftBoard } from '../boards/draft-board.ts'
import { emptyBoardFile, makeBoard } from '../boards/make-board.ts'
import { Refusal, refusalBody } from '../errors.ts'
import type { BoardRow } from '../log/update-log.ts'
import { localeOfRequest } from '../request-locale.ts'
import type { Devices } from '../plugins/device-cookie.ts'
import type { ServerContext } from '../server-context.ts'

interface BoardParams {
  Params: { id: string }
}

const maxTitleLength = 300
/** Writing so many takes less than ten milliseconds, a thread of its own two hundred. */
const mostActivitiesAtOnce = 300
/** Nobody in particular: who renamed stands in the log, and is no business of the document. */
const openActorId = 'open'

const refusal = (description: string) => ({
  description,
  type: 'object',
  properties: { code: { type: 'string' }, message: { type: 'string' }, hint: { type: 'string' } },
})

const boardItem = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    title: { type: 'string' },
    activities: { type: 'integer' },
    createdAt: { type: 'string', format: 'date-time' },
    updatedAt: { type: 'string', format: 'date-time' },
    gone: { type: 'boolean', description: 'It lies in the bin' },
    binnedAt: { type: 'string', format: 'date-time' },
    damaged: { type: 'boolean', description: 'It was damaged on the disk and does not open' },
    url: { type: 'string', format: 'uri' },
  },
}

const boardParams = { type: 'object', properties: { id: { type: 'string', pattern: '^[A-Za-z0-9._:-]{1,64}$' } } }

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readTitle(value: unknown, locale: Locale): string {
  const title = typeof value === 'string' ? value.trim() : ''
  if (title === '' || title.length > maxTitleLength) {
    const { message } = refusalBody('BRD_TITLE_INVALID', {}, locale)
    throw new Refusal('BRD_TITLE_INVALID', {}, { problems: [{ path: 'title', message }] })
  }
  return title
}

/** What a request to make a board asks for, as a board file: the one it sent, the worked example, or an empty one. */
async function boardFileOf(body: unknown, locale: Locale): Promise<unknown> {
  if (!isRecord(body)) throw new Refusal('BRD_BAD_REQUEST')
  if ('format' in body || 'board' in body) return body
  const boardLocale = isLocale(body['locale']) ? body['locale'] : locale
  if (body['example'] !== true) return emptyBoardFile(readTitle(body['title'], locale), boardLocale, new Date())
  const example = await demoBoard(boardLocale)
  if (body['title'] === undefined || !isRecord(example) || !isRecord(example['board'])) return example
  return { ...example, board: { ...example['board'], title: readTitle(body['title'], locale) } }
}

/** Whether reading what came may take long; a thread of its own is not worth it for less. */
function isLarge({ headers }: FastifyRequest): boolean {
  return !(Number(headers['content-length']) <= 32 * 1024)
}

/** Makes, lists, reads, renames and bins boards. */
export function addBoardRoutes(app: FastifyInstance, context: ServerContext, devices: Devices): void {
  const { config, log, rooms } = context
  const files = new BoardFileThread()
  // A whole board costs the server up to a second, made or read; nobody needs hundreds of them.
  const wholeBoards = { rateLimit: { max: config.addressLimits.newBoardsPerMinute } }
  const localeOf = (request: FastifyRequest): Locale =>
    localeOfRequest(request.headers['accept-language'], config.locale)

  const urlOf = (request: FastifyRequest, id: string): string => {
    const base = config.publicUrl ?? new URL(`${request.protocol}://${request.headers.host ?? request.host}`)
    return new URL(`/b/${id}/calendar`, base).href
  }

  const itemOf = (request: FastifyRequest, row: BoardRow) => ({
    id: row.id,
    title: row.title,
    activities: row.activities,
    ...rooms.liveSummary(row.id),
    createdAt: new Date(row.createdAtMs).toISOString(),
    updatedAt: new Date(row.updatedAtMs).toISOString(),
    gone: row.goneAtMs !== undefined,
    ...(row.damaged ? { damaged: true } : {}),
    ...(row.goneAtMs === undefined ? {} : { binnedAt: new Date(row.goneAtMs).toISOString() }),
    url: urlOf(request, row.id),
  })

  const rowOf = async (id: string): Promise<BoardRow> => {
    const row = isBoardId(id) ? await log.findBoard(id) : undefined
    if (row === undefined) throw new Refusal('BRD_BOARD_NOT_FOUND', { id: id.slice(0, 64) })
    return row
  }

  /** A board as the text of a board file: a small one at once, a large one from what is stored, in a thread of its own. */
  const boardFile = async (id: string, isIndented: boolean): Promise<string | Uint8Array> => {
    const row = await rowOf(id)
    if (row.goneAtMs !== undefined) throw new Refusal('BRD_BOARD_IN_BIN', { id })
    const content = row.activities > mostActivitiesAtOnce ? await log.read(id) : undefined
    if (content === undefined) return rooms.read(id, (doc) => boardFileText(doc, isIndented))
    return files.write({ boardId: id, content, isIndented })
  }

  app.post(
    '/api/boards',
    {
      config: wholeBoards,
      schema: {
        summary: 'Make a board: empty, from the worked example, or from a whole board file',
        body: {
          oneOf: [
            {
              type: 'object',
              required: ['title'],
              properties: {
                title: { type: 'string', minLength: 1, maxLength: maxTitleLength },
                locale: { enum: ['nl', 'en'] },
                example: { type: 'boolean', description: 'Start from the worked example year' },
              },
            },
            boardFileJsonSchema(),
          ],
        },
        response: {
          201: { description: 'Made', type: 'object', properties: { id: { type: 'string' }, url: { type: 'string' } } },
          422: refusal('Nothing was made; `problems` lists { path, message }'),
        },
      },
    },
    async (request, reply) => {
      const locale = localeOf(request)
      const json = await boardFileOf(request.body, locale)
      const inThread = isLarge(request) && !isBottomless(json)
      const draft = inThread ? await files.draft({ json, locale }) : draftBoard(json, locale)
      const { id } = await makeBoard(log, draft, devices.principalOf(request.headers.cookie))
      const url = urlOf(request, id)
      reply.code(201).header('location', url)
      return { id, url }
    },
  )

  app.get<{ Querystring: { bin?: string } }>(
    '/api/boards',
    {
      schema: {
        summary: 'The boards I may see; with bin=1 those in the bin',
        querystring: { type: 'object', properties: { bin: { enum: ['1'] } } },
        response: { 200: { description: 'Newest change first', type: 'array', items: boardItem } },
      },
    },
    async (request, reply) => {
      devices.greet(request, reply)
      const inBin = request.query.bin === '1'
      const rows = (await log.listBoards()).filter(({ goneAtMs }) => (goneAtMs !== undefined) === inBin)
      return rows.map((row) => itemOf(request, row))
    },
  )

  app.get<BoardParams>(
    '/api/boards/:id',
    {
      config: wholeBoards,
      schema: {
        summary: 'One board as a board file',
        params: boardParams,
        response: { 200: { ...boardFileJsonSchema(), description: 'The board' }, 404: refusal('No such board') },
      },
    },
    async ({ params }, reply) => {
      reply.type('application/json')
      return boardFile(params.id, false)
    },
  )

  app.get<BoardParams>(
    '/api/boards/:id/export.json',
    {
      config: wholeBoards,
      schema: {
        summary: 'One board as a file to keep',
        params: boardParams,
        response: { 200: { ...boardFileJsonSchema(), description: 'The board' }, 404: refusal('No such board') },
      },
    },
    async ({ params }, reply) => {
      const file = await boardFile(params.id, true)
      reply.header('content-disposition', `attachment; filename="schakelbord-${params.id}.json"`)
      reply.type('application/json')
      return file
    },
  )

  app.patch<BoardParams>(
    '/api/boards/:id',
    {
      schema: {
        summary: 'Rename a board',
        params: boardParams,
        body: {
          type: 'object',
          required: ['title'],
          properties: { title: { type: 'string', maxLength: maxTitleLength } },
        },
        response: { 200: { description: 'Renamed', ...boardItem }, 404: refusal('No such board') },
      },
    },
    async (request) => {
      const { id } = request.params
      const row = await rowOf(id)
      if (row.goneAtMs !== undefined) throw new Refusal('BRD_BOARD_IN_BIN', { id })
      const title = readTitle(isRecord(request.body) ? request.body['title'] : undefined, localeOf(request))
      const principal = devices.principalOf(request.headers.cookie)
      const renamed = await rooms.edit(id, principal, (doc) =>
        renameBoard(openBoardDocument(doc), { id: openActorId, name: '' }, { title }),
      )
      if (!renamed.ok && renamed.reason === 'board-read-only') throw new Refusal('BRD_BOARD_READ_ONLY', { id })
      return itemOf(request, await rowOf(id))
    },
  )

  app.delete<BoardParams>(
    '/api/boards/:id',
    {
      schema: {
        summary: 'Put a board in the bin',
        params: boardParams,
        response: { 204: { description: 'It is in the bin', type: 'null' }, 404: refusal('No such board') },
      },
    },
    async ({ params: { id } }, reply) => {
      await rowOf(id)
      await log.binBoard(id, Date.now())
      await rooms.evict(id, 'noSuchBoard')
      return reply.code(204).send()
    },
  )

  app.post<BoardParams>(
    '/api/boards/:id/restore',
    {
      schema: {
        summary: 'Take a board out of the bin',
        params: boardParams,
        response: { 200: { description: 'It is back', ...boardItem }, 404: refusal('No such board') },
      },
    },
    async (request) => {
      const { id } = request.params
      await rowOf(id)
      await log.restoreBoard(id)
      return itemOf(request, await rowOf(id))
    },
  )
}
