import websocket from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CLOSE } from '@schakelbord/shared/protocol/close-code'
import type { CloseName } from '@schakelbord/shared/protocol/close-code'
import { WIRE_VERSION, WIRE_VERSION_PARAMETER } from '@schakelbord/shared/protocol/wire-tag'
import type { RawData } from 'ws'
import type { ServerContext } from '../server-context.ts'
import { Refusal } from '../errors.ts'
import type { Devices } from './device-cookie.ts'
import { addressOf } from './request-limits.ts'
import { SocketCensus } from './socket-census.ts'
import { WebRoomSocket, goodbyeWithinMs } from './web-room-socket.ts'

const longestNamedBoard = 64

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/** How ws ends a socket whose frames it cannot take. Source: RFC 6455 §7.4.1. */
function closeCodeOf(error: Error & { readonly code?: string }): number {
  if (error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return CLOSE.frameTooBig.code
  if (error.code === 'WS_ERR_TOO_MANY_BUFFERED_PARTS') return 1008
  return error.code === 'WS_ERR_INVALID_UTF8' ? 1007 : 1002
}

/** Knows which upgrades came too fast; they are let in to be told so. */
async function countConnects(scope: FastifyInstance, max: number): Promise<(request: FastifyRequest) => boolean> {
  const tooFast = new WeakSet<FastifyRequest>()
  const limit = scope.createRateLimit({ max, timeWindow: 60_000, keyGenerator: addressOf })
  scope.addHook('preHandler', async (request) => {
    const { isAllowed, ...verdict } = await limit(request)
    if (!isAllowed && 'isExceeded' in verdict && verdict.isExceeded) tooFast.add(request)
  })
  return (request) => tooFast.has(request)
}

/**
 * Opens `/sync/<boardId>` for y-websocket clients.
 *
 * Every refusal is *accept, then close*: a refused upgrade would look like a network fault to a browser.
 * Source: contract §4, the y-websocket protocol.
 */
export async function openLiveSync(app: FastifyInstance, context: ServerContext, devices: Devices): Promise<void> {
  const { config, limits, metrics, rooms } = context
  const census = new SocketCensus(config.addressLimits)
  let socketCount = 0
  await app.register(websocket, {
    options: {
      maxPayload: limits.maxFrameBytes,
      maxFragments: 1024,
      perMessageDeflate: false,
      // A pong for each ping, however many, and whether or not they are read: the socket is asked first.
      autoPong: false,
    },
    // Each socket listens for its own errors; ws would cut the line here before the close code leaves.
    errorHandler: () => {},
    // The rooms have said goodbye with a reason; whoever does not answer in time is cut.
    preClose: (done) => {
      const { clients } = app.websocketServer
      const cut = setTimeout(() => {
        for (const socket of clients) socket.terminate()
      }, goodbyeWithinMs)
      app.websocketServer.close(() => {
        clearTimeout(cut)
        done()
      })
    },
  })

  app.addHook('onRequest', async (request) => {
    if (request.ws && !request.url.startsWith('/sync/')) throw new Refusal('BRD_NOT_FOUND')
  })

  await app.register(async (scope) => {
    const connectsTooFast = await countConnects(scope, config.addressLimits.connectsPerMinute)

    scope.get<{ Params: { '*': string }; Querystring: Record<string, string> }>(
      '/sync/*',
      { websocket: true, config: { rateLimit: false } },
      (socket, request) => {
        const address = addressOf(request)
        const boardId = request.params['*'].slice(0, longestNamedBoard)
        const roomSocket = new WebRoomSocket(`s${++socketCount}`, address, socket, request.raw.socket, limits)
        const told = { socketId: roomSocket.id, address, boardId: '' }
        // What is wrong with a frame, ws has answered already.
        socket.on('error', (error) => metrics.refusedWith(closeCodeOf(error), { ...told, reason: 'not a frame' }))
        const turnAway = (close: CloseName, reason: string): void => {
          metrics.refused({ ...told, close, reason })
          roomSocket.close(close)
        }
        if (connectsTooFast(request)) {
          turnAway('tooFast', 'too many connects of one address')
          return
        }
        const crowd = census.enter(address, boardId)
        if (crowd !== undefined) {
          turnAway('overLimit', crowd)
          return
        }
        const joined = rooms.join(request.params['*'], roomSocket, {
          principal: devices.principalOf(request),
          mayWrite: true,
          wantsAck: request.query[WIRE_VERSION_PARAMETER] === WIRE_VERSION,
        })
        const sendAway = (close: CloseName, reason: string): void => {
          turnAway(close, reason)
          joined.leave()
        }
        socket.on('message', (data, isBinary) => {
          const frame = bytesOf(data)
          if (socket.readyState !== socket.OPEN) return
          if (!isBinary) sendAway('textFrame', 'a text frame')
          else if (roomSocket.count(frame.byteLength, Date.now())) joined.receive(frame)
          else sendAway('tooFast', 'a flood that did not end')
        })
        const hearControl = (data: Buffer, isPing: boolean): void => {
          if (socket.readyState !== socket.OPEN) return
          if (!roomSocket.count(data.byteLength, Date.now())) sendAway('tooFast', 'a flood that did not end')
          else if (roomSocket.bufferedBytes > limits.maxBufferedBytes) sendAway('tooFast', 'it does not read')
          else if (isPing) socket.pong(data)
        }
        socket.on('ping', (data) => hearControl(data, true))
        socket.on('pong', (data) => hearControl(data, false))
        socket.on('close', () => {
          joined.leave()
          census.leave(address, boardId)
        })
      },
    )
  })
}
