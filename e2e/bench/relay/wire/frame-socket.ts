import { request } from 'node:http'
import type { Socket } from 'node:net'

/** What hears a socket's frames. Shape: the bytes lie in a buffer that is only theirs during the call. */
export type FrameListener = (buffer: Buffer, from: number, to: number) => void

const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const
const longest = 2 ** 31

/** Wraps a payload as a client's frame. Its mask is zero, so that what lies in it can still be written over. */
export function clientFrame(payload: Uint8Array, opcode: number = opcodes.binary): Buffer {
  const length = payload.byteLength
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.alloc(header + 4 + length)
  frame[0] = 0x80 | opcode
  if (header === 2) frame[1] = 0x80 | length
  else if (header === 4) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(payload, header + 4)
  return frame
}

/**
 * The least that a WebSocket client can be: whole frames from chunks, answers to pings, nothing else.
 *
 * `ws` spends about as much on a frame it receives as a server does on one it sends, so the load's own cost would be
 * what a run measures. Source: RFC 6455 §5.2.
 */
export class FrameSocket {
  readonly #socket: Socket
  heard: FrameListener
  /** What of a frame came without its end, in pieces, so that a frame of megabytes is put together once. */
  #rest: Buffer[] = []
  #restBytes = 0
  #wanted = 0
  /** How much of a frame that nobody wants to see is still to come. */
  #passing = 0
  /**
   * Asked of a frame that does not come in one chunk, by the length of its payload: whether it is only counted. A crowd that fetches
   * a gigabyte at once would else measure the memory of this process.
   */
  passesOver: (length: number) => boolean = () => false
  /** A frame that was only counted has come whole. */
  onPassed: () => void = () => {}
  /** Bytes of the frames that were heard, their headers included. */
  bytesReceived = 0
  closeCode: number | undefined
  onClose: () => void = () => {}
  onPong: () => void = () => {}

  private constructor(socket: Socket, heard: FrameListener) {
    this.#socket = socket
    this.heard = heard
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#take(chunk))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.onClose())
  }

  /** Opens a socket. Errors: rejects where it is refused. */
  static open(url: URL, heard: FrameListener): Promise<FrameSocket> {
    return new Promise((resolve, reject) => {
      const asking = request({
        host: url.hostname,
        port: url.port,
        path: url.pathname + url.search,
        agent: false,
        headers: {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        },
      })
      asking.on('upgrade', (_response, socket, head) => {
        const opened = new FrameSocket(socket, heard)
        resolve(opened)
        if (head.byteLength > 0) opened.#take(head)
      })
      asking.on('response', ({ statusCode }) => reject(new Error(`the upgrade was answered with ${statusCode}`)))
      asking.on('error', reject)
      asking.end()
    })
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed
  }

  /** Sends what `clientFrame` made. */
  sendFrame(frame: Buffer): void {
    if (!this.#socket.destroyed) this.#socket.write(frame)
  }

  send(payload: Uint8Array): void {
    this.sendFrame(clientFrame(payload))
  }

  ping(): void {
    this.sendFrame(clientFrame(new Uint8Array(), opcodes.ping))
  }

  /** Goes without a word. */
  destroy(): void {
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    if (this.#passing > 0) {
      const passed = Math.min(this.#passing, chunk.byteLength)
      this.#passing -= passed
      this.bytesReceived += passed
      if (this.#passing > 0) return
      this.onPassed()
      this.#read(chunk.subarray(passed))
      return
    }
    if (this.#rest.length === 0) {
      this.#read(chunk)
      return
    }
    this.#rest.push(chunk)
    this.#restBytes += chunk.byteLength
    if (this.#restBytes < this.#wanted) return
    const whole = Buffer.concat(this.#rest)
    this.#rest = []
    this.#read(whole)
  }

  /** Hears every whole frame of a chunk and keeps the rest. */
  #read(chunk: Buffer): void {
    let at = 0
    while (at < chunk.byteLength) {
      const available = chunk.byteLength - at
      const short = available < 2 ? 0 : (chunk[at + 1] ?? 0) & 0x7f
      const header = short < 126 ? 2 : short === 126 ? 4 : 10
      if (available < header) return this.#keep(chunk, at, header)
      let length = short
      if (short === 126) length = chunk.readUInt16BE(at + 2)
      else if (short === 127) length = Number(chunk.readBigUInt64BE(at + 2))
      if (length > longest) throw new Error(`a frame of ${length} bytes`)
      const end = at + header + length
      if (chunk.byteLength < end) {
        if (!this.passesOver(length)) return this.#keep(chunk, at, header + length)
        this.#passing = end - chunk.byteLength
        this.bytesReceived += available
        return
      }
      this.bytesReceived += end - at
      this.#frame(chunk, chunk[at] ?? 0, at + header, end)
      at = end
    }
  }

  #keep(chunk: Buffer, from: number, wanted: number): void {
    this.#rest = [chunk.subarray(from)]
    this.#restBytes = chunk.byteLength - from
    this.#wanted = wanted
  }

  #frame(chunk: Buffer, first: number, from: number, to: number): void {
    const opcode = first & 0x0f
    if (opcode === opcodes.ping) this.sendFrame(clientFrame(chunk.subarray(from, to), opcodes.pong))
    else if (opcode === opcodes.pong) this.onPong()
    else if (opcode === opcodes.close) {
      this.closeCode = to - from >= 2 ? chunk.readUInt16BE(from) : 1005
      this.#socket.end()
    } else if (opcode === opcodes.binary) {
      if ((first & 0x80) === 0) throw new Error('a frame in pieces, which no contender sends')
      this.heard(chunk, from, to)
    }
  }
}
