import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { WebSocket } from 'ws'

/** A WebSocket in the hands of somebody who means no good. */
export class HostileSocket {
  readonly socket: WebSocket
  readonly closed: Promise<number>
  /** The first frame of the other side came, so that more may be said than waits for a board. */
  readonly greeted: Promise<void>
  bytesHeard = 0

  constructor(address: string, path: string, headers: Readonly<Record<string, string>> = {}) {
    const url = new URL(path, address)
    url.protocol = 'ws:'
    this.socket = new WebSocket(url, { headers, perMessageDeflate: false })
    this.socket.on('error', () => {})
    this.closed = new Promise((resolve) => this.socket.once('close', (code) => resolve(code)))
    this.greeted = new Promise((resolve) => this.socket.once('message', () => resolve()))
    this.socket.on('message', (data: Buffer) => {
      this.bytesHeard += data.length
    })
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN
  }

  /** Says frames, as far as the line still takes them. */
  say(...frames: readonly (Uint8Array | string)[]): void {
    for (const frame of frames) if (this.isOpen) this.socket.send(frame)
  }

  /** Resolves when the other side has read everything said so far, or hung up. */
  async heard(): Promise<void> {
    if (!this.isOpen) return
    const answered = new Promise<void>((resolve) => this.socket.once('pong', () => resolve()))
    this.socket.ping()
    await Promise.race([answered, this.closed])
  }

  leave(): void {
    this.socket.terminate()
  }
}

/** A bare line on which a program says whatever bytes it likes. */
export class BareLine {
  readonly line: Socket
  readonly opened: Promise<void>
  readonly ended: Promise<void>
  readonly #address: string
  #heard = Buffer.alloc(0)

  constructor(address: string) {
    this.#address = address
    this.line = connect(Number(new URL(address).port), '127.0.0.1')
    this.line.on('error', () => {})
    this.opened = new Promise((resolve) => this.line.once('connect', () => resolve()))
    this.ended = new Promise((resolve) => this.line.once('close', () => resolve()))
    this.line.on('data', (data) => {
      this.#heard = Buffer.concat([this.#heard, data]).subarray(-4096)
    })
  }

  /** What came back last. */
  get heard(): Buffer {
    return this.#heard
  }

  /** Asks for a WebSocket by hand, and resolves when the other side agreed. */
  async upgrade(path: string, more: readonly string[] = []): Promise<void> {
    const head = [
      `GET ${path} HTTP/1.1`,
      `Host: ${new URL(this.#address).host}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      ...more,
    ]
    const answered = new Promise((resolve) => this.line.once('data', resolve))
    this.line.write(`${head.join('\r\n')}\r\n\r\n`)
    await Promise.race([answered, this.ended])
  }

  /** The code of the last goodbye on an upgraded line; `undefined` where there was none. */
  get closeCode(): number | undefined {
    // A close frame is short and comes last: 0x88, its length, two bytes of code.
    for (let at = this.#heard.length - 4; at >= 0; at--) {
      const length = this.#heard[at + 1] ?? 0
      if (this.#heard[at] === 0x88 && length >= 2 && at + 2 + length === this.#heard.length) {
        return this.#heard.readUInt16BE(at + 2)
      }
    }
    return undefined
  }
}
