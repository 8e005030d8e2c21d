import { ServerResponse } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import { Refusal } from '../errors.ts'
import type { RefusalCode } from '../errors.ts'

/** What the upgrade of a line is told by: those who open sockets decide, this file only carries it out. */
export interface SocketGate {
  readonly maxFrameBytes: number
  /** How long sockets have to say goodbye when the server stops. Units: milliseconds. */
  readonly goodbyeMs: number
  /** Why a line is not to become a socket, or what to do as soon as it is one. */
  readonly judge: (request: IncomingMessage) => RefusalCode | ((socket: WebSocket, line: Socket) => void)
}

/**
 * Lets lines become WebSockets.
 *
 * They do not pass the hooks of a request: headers and limits for pages would cost a crowd that returns at once more than
 * all else, and whatever a hook closes over would be kept for as long as the socket is. What is refused takes the way of
 * a request, so that it is answered like one.
 */
export function acceptSockets(app: FastifyInstance, gate: SocketGate): void {
  const refused = new WeakMap<IncomingMessage, RefusalCode>()
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: gate.maxFrameBytes,
    maxFragments: 1024,
    perMessageDeflate: false,
    // A pong for each ping, however many, and whether or not they are read: the socket is asked first.
    autoPong: false,
  })

  app.addHook('onRequest', async ({ raw }) => {
    const refusal = refused.get(raw)
    if (refusal !== undefined) throw new Refusal(refusal)
  })

  app.server.on('upgrade', (request: IncomingMessage, line: Socket, head: Buffer) => {
    const judged = gate.judge(request)
    if (typeof judged === 'function') {
      sockets.handleUpgrade(request, line, head, (socket) => judged(socket, line))
      return
    }
    // Whoever answers an upgrade hears the errors of its line; Node has let go of it.
    line.on('error', () => line.destroy())
    refused.set(request, judged)
    const response = new ServerResponse(request)
    response.shouldKeepAlive = false
    response.assignSocket(line)
    response.on('finish', () => line.destroySoon())
    app.routing(request, response)
  })

  // The rooms have said goodbye with a reason; whoever does not answer in time is cut.
  app.addHook('preClose', (done) => {
    const cut = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate()
    }, gate.goodbyeMs)
    sockets.close(() => {
      clearTimeout(cut)
      done()
    })
  })
}
