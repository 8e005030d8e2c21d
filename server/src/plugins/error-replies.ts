import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Socket } from 'node:net'
import { STATUS_CODES } from 'node:http'
import type { ServerContext } from '../server-context.ts'
import type { Config } from '../config.ts'
import { Refusal, catalogue, refusalBody } from '../errors.ts'
import type { RefusalCode } from '../errors.ts'
import { LogError } from '../log/update-log.ts'
import { localeOfRequest } from '../request-locale.ts'
import { DamagedBoardError } from '../rooms/room-document.ts'
import { NoSuchBoardError, RoomClosedError } from '../rooms/room.ts'
import { StoreUnavailableError } from '../rooms/room-registry.ts'

/** The largest body that is read: a board file. Units: bytes. */
export const maxBodyBytes = 16 * 1024 * 1024

function fromFastify(error: FastifyError): Refusal {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new Refusal('BRD_BODY_TOO_LARGE', { limit: `${maxBodyBytes / 1024 / 1024} MB` })
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Refusal('BRD_NOT_JSON')
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new Refusal('BRD_BAD_REQUEST')
  return new Refusal('BRD_INTERNAL', {}, {}, error)
}

/** Finds the entry of the catalogue for whatever was thrown; what is nobody's fault here stays an internal error. */
function toRefusal(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error
  const { id = '' } = (request.params ?? {}) as { id?: string }
  if (error instanceof NoSuchBoardError) return new Refusal('BRD_BOARD_NOT_FOUND', { id })
  if (error instanceof DamagedBoardError || (error instanceof LogError && error.failure === 'damaged' && id !== ''))
    return new Refusal('BRD_BOARD_DAMAGED', { id }, {}, error)
  if (error instanceof StoreUnavailableError || error instanceof RoomClosedError || error instanceof LogError) {
    return new Refusal('BRD_STORE_UNAVAILABLE', {}, {}, error)
  }
  if (error instanceof Error && 'statusCode' in error) return fromFastify(error as FastifyError)
  return new Refusal('BRD_INTERNAL', {}, {}, error)
}

/** Answers every refusal as JSON in the reader's language; what an attacker could use stays in the log. */
export function answerErrors(app: FastifyInstance, { config, metrics }: ServerContext): void {
  const answer = async (refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    // A refusal of the operator's tool carries an exit code; over HTTP it is a request that cannot be done.
    const { status: listed } = catalogue[refusal.code]
    const status = listed < 100 ? 422 : listed
    metrics.requestRefused(refusal.code, status, request.ip)
    if (status >= 500) request.log.error({ err: refusal.cause ?? refusal, code: refusal.code }, 'request failed')
    const locale = localeOfRequest(request.headers['accept-language'], config.locale)
    reply.header('content-language', locale)
    await reply.code(status).send({ ...refusalBody(refusal.code, refusal.values, locale), ...refusal.details })
  }

  app.setErrorHandler((error, request, reply) => answer(toRefusal(error, request), request, reply))
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    answer(new Refusal('BRD_NOT_FOUND'), request, reply),
  )
}

const refusalOfLine: Readonly<Record<string, RefusalCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'BRD_TOO_SLOW',
  HPE_HEADER_OVERFLOW: 'BRD_HEADERS_TOO_LARGE',
  FST_ERR_MAX_PARAM_LENGTH: 'BRD_NOT_FOUND',
}

/** Answers what is not even a request – cut off, too slow, too large – in the same form, and hangs up. */
export function answerBrokenRequest({ locale }: Config): (error: { readonly code?: string }, socket: Socket) => void {
  return ({ code = '' }, socket) => {
    if (code === 'ECONNRESET' || socket.destroyed) return
    const refusal = refusalOfLine[code] ?? 'BRD_BAD_REQUEST'
    const { status } = catalogue[refusal]
    const body = JSON.stringify(refusalBody(refusal, {}, locale))
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'X-Content-Type-Options: nosniff',
      'Connection: close',
    ]
    if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
    socket.destroySoon()
  }
}
