import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import type { CloseName } from '@schakelbord/shared/protocol/close-code'
import { WIRE_VERSION, WIRE_VERSION_PARAMETER } from '@schakelbord/shared/protocol/wire-tag'
import type { RawData } from 'ws'
import type { ServerContext } from '../server-context.ts'
import { openPrincipal } from '../server-context.ts'
import { WebRoomSocket, goodbyeWithinMs } from './web-room-socket.ts'

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
  const { limits } = context
  let socketCount = 0
  await app.register(websocket, {
    options: {
      maxPayload: limits.maxFrameBytes,
      maxFragments: 1024,
      perMessageDeflate: false,
    },
    // Without a listener a socket error would end the process. What is wrong with a frame, ws has answered already.
    errorHandler: (error, _socket, request) => {
      request.log.info({ err: error.message }, 'socket failed')
    },
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

  await app.register(async (scope) => {
    scope.get<{ Params: { '*': string }; Querystring: Record<string, string> }>(
      '/sync/*',
      { websocket: true },
      (socket, request) => {
        const roomSocket = new WebRoomSocket(`s${++socketCount}`, socket, limits)
        const joined = context.rooms.join(request.params['*'], roomSocket, {
          principal: openPrincipal,
          mayWrite: true,
          wantsAck: request.query[WIRE_VERSION_PARAMETER] === WIRE_VERSION,
        })
        const sendAway = (close: CloseName, reason: string): void => {
          context.metrics.refused({ close, reason, socketId: roomSocket.id, boardId: request.params['*'].slice(0, 64) })
          roomSocket.close(close)
          joined.leave()
        }
        socket.on('message', (data, isBinary) => {
          const frame = bytesOf(data)
          if (socket.readyState !== socket.OPEN) return
          if (!isBinary) sendAway('textFrame', 'a text frame')
          else if (roomSocket.count(frame.byteLength, Date.now())) joined.receive(frame)
          else sendAway('tooFast', 'a flood that did not end')
        })
        socket.on('close', () => joined.leave())
      },
    )
  })
}
