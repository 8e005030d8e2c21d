import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import { WIRE_VERSION, WIRE_VERSION_PARAMETER } from '@schakelbord/shared/protocol/wire-tag'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import type { RawData } from 'ws'
import type { ServerContext } from '../server-context.ts'
import { openPrincipal } from '../server-context.ts'
import { WebRoomSocket } from './web-room-socket.ts'

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/**
 * Opens `/sync/<boardId>` for y-websocket clients.
 *
 * Every refusal is *accept, then close*: a refused upgrade would look like a network fault to a browser.
 * Source: contract §4, the y-websocket protocol.
 */
export async function openLiveSync(app: FastifyInstance, context: ServerContext): Promise<void> {
  let socketCount = 0
  await app.register(websocket, {
    options: {
      maxPayload: RELAY_LIMITS.maxFrameBytes,
      maxFragments: 1024,
      perMessageDeflate: false,
    },
    // Without a listener a socket error would end the process. What is wrong with a frame, ws has answered already.
    errorHandler: (error, _socket, request) => {
      request.log.info({ err: error.message }, 'socket failed')
    },
    preClose: (done) => {
      for (const socket of app.websocketServer.clients) socket.terminate()
      app.websocketServer.close(() => done())
    },
  })

  await app.register(async (scope) => {
    scope.get<{ Params: { '*': string }; Querystring: Record<string, string> }>(
      '/sync/*',
      { websocket: true },
      (socket, request) => {
        const roomSocket = new WebRoomSocket(`s${++socketCount}`, socket, RELAY_LIMITS)
        const joined = context.rooms.join(request.params['*'], roomSocket, {
          principal: openPrincipal,
          mayWrite: true,
          wantsAck: request.query[WIRE_VERSION_PARAMETER] === WIRE_VERSION,
        })
        socket.on('message', (data, isBinary) => {
          if (!isBinary) {
            context.metrics.refused({
              close: 'textFrame',
              reason: 'a text frame',
              socketId: roomSocket.id,
              boardId: '',
            })
            roomSocket.close('textFrame')
            joined.leave()
            return
          }
          const frame = bytesOf(data)
          roomSocket.count(frame.byteLength, Date.now())
          joined.receive(frame)
        })
        socket.on('close', () => joined.leave())
      },
    )
  })
}
