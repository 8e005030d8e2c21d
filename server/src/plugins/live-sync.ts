import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { CLOSE } from '@schakelbord/shared/protocol/close-code'
import type { CloseName } from '@schakelbord/shared/protocol/close-code'
import { WIRE_VERSION, WIRE_VERSION_PARAMETER } from '@schakelbord/shared/protocol/wire-tag'
import type { RawData, WebSocket } from 'ws'
import type { ServerContext } from '../server-context.ts'
import type { Devices } from './device-cookie.ts'
import { mayConnect } from './origin-guard.ts'
import { addressesOf } from './request-limits.ts'
import { SocketCensus } from './socket-census.ts'
import { acceptSockets } from './socket-upgrades.ts'
import { WebRoomSocket, goodbyeWithinMs } from './web-room-socket.ts'

const syncPath = '/sync/'
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

/** What an address of `/sync/…` asks for. Shape: a name that cannot be read is the name of no board. */
function askedOf({ url = '' }: IncomingMessage): { readonly boardId: string; readonly wantsAck: boolean } {
  const [path = '', query = ''] = url.slice(syncPath.length).split('?', 2)
  const wantsAck = new URLSearchParams(query).get(WIRE_VERSION_PARAMETER) === WIRE_VERSION
  try {
    return { boardId: decodeURIComponent(path), wantsAck }
  } catch {
    return { boardId: '', wantsAck }
  }
}

/**
 * Opens `/sync/<boardId>` for y-websocket clients.
 *
 * Every refusal is *accept, then close*, but for another website's page: a refused upgrade would look like a network fault
 * to a browser. Source: contract §4, the y-websocket protocol.
 */
export function openLiveSync(app: FastifyInstance, context: ServerContext, devices: Devices): void {
  const { config, limits, metrics, rooms } = context
  const census = new SocketCensus(config.addressLimits)
  let socketCount = 0

  const open = (socket: WebSocket, line: Socket, request: IncomingMessage, address: string): void => {
    const { boardId, wantsAck } = askedOf(request)
    const namedBoard = boardId.slice(0, longestNamedBoard)
    const roomSocket = new WebRoomSocket(`s${++socketCount}`, address, socket, line, limits)
    const told = { socketId: roomSocket.id, address, boardId: '' }
    // What is wrong with a frame, ws has answered already.
    socket.on('error', (error) => metrics.refusedWith(closeCodeOf(error), { ...told, reason: 'not a frame' }))
    const turnAway = (close: CloseName, reason: string): void => {
      metrics.refused({ ...told, close, reason })
      roomSocket.close(close)
    }
    const nowMs = Date.now()
    if (!census.mayCome(address, nowMs)) {
      turnAway('tooFast', 'too many connects of one address')
      return
    }
    const crowd = census.enter(address, namedBoard, nowMs)
    if (crowd !== undefined) {
      turnAway('overLimit', crowd)
      return
    }
    const principal = devices.principalOf(request.headers.cookie)
    const joined = rooms.join(boardId, roomSocket, { principal, mayWrite: true, wantsAck })
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
      census.leave(address, namedBoard)
    })
  }

  acceptSockets(app, {
    maxFrameBytes: limits.maxFrameBytes,
    goodbyeMs: goodbyeWithinMs,
    judge: (request) => {
      if (!request.url?.startsWith(syncPath)) return 'BRD_NOT_FOUND'
      const { exact, counted } = addressesOf(request, config)
      if (!mayConnect(request.headers, exact, config)) return 'BRD_WRONG_ORIGIN'
      return (socket, line) => open(socket, line, request, counted)
    },
  })
}
