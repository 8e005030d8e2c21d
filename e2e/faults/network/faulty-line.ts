import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { seededRandom } from '../seeded-random.ts'

/** Which way a frame goes: `down` from the relay to a client. */
export type Direction = 'up' | 'down'

/** What a line does to what passes through it. */
export interface Faults {
  /** One in so many frames is lost in silence; 0 for none. */
  readonly loseOneIn?: Partial<Record<Direction, number>>
  /** One in so many frames comes twice. */
  readonly doubleOneIn?: Partial<Record<Direction, number>>
  /** How long each frame takes, at least and at most; frames of one socket keep their order, those of two do not. */
  readonly latencyMs?: readonly [number, number]
  /** How many bytes pass in a second, each way. */
  readonly bytesPerSecond?: number
}

/** Close codes that stand for a line that broke, and may not be said. Source: RFC 6455 §7.4.1. */
const silent: ReadonlySet<number> = new Set([1004, 1005, 1006, 1015])

/** `half-open`: what is open swallows everything without a word, and what is new is never answered. */
type Mode = 'open' | 'cut' | 'half-open'

interface Pair {
  readonly near: WebSocket
  readonly far: WebSocket
  dead: boolean
}

/**
 * The wire between clients and the relay, which fails as real wires do, the same way for the same seed.
 *
 * It knows WebSocket frames, so that a single one can be lost, which TCP itself never does but proxies, virus scanners and
 * defects do.
 */
export class FaultyLine {
  faults: Faults = {}
  /** Frames that were lost, by what decides it: see `Faults` and `loseNext`. */
  readonly lost: Record<Direction, number> = { up: 0, down: 0 }
  /** When clients knocked. Units: milliseconds of the process' own clock. */
  readonly knocks: number[] = []
  readonly #server: Server
  readonly #sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  readonly #random: (below: number) => number
  readonly #pairs = new Set<Pair>()
  readonly #held = new Set<Duplex>()
  #relay: string
  #mode: Mode = 'open'
  #toLose: ((direction: Direction, frame: Buffer) => boolean) | undefined

  private constructor(relay: string, seed: number) {
    this.#relay = relay
    this.#random = seededRandom(seed)
    this.#server = createServer((_request, response) => response.writeHead(404).end())
    this.#server.on('upgrade', (request: IncomingMessage, socket, head) => this.#upgrade(request, socket, head))
  }

  /** Lays a line to a relay. Shape: `relay` is its `http:` address. */
  static async to(relay: string, seed: number): Promise<FaultyLine> {
    const line = new FaultyLine(relay, seed)
    line.#server.listen(0, '127.0.0.1')
    await once(line.#server, 'listening')
    return line
  }

  /** Where clients find the relay at this end. */
  get syncUrl(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/sync`
  }

  /** How many sockets pass through at the moment. */
  get open(): number {
    return this.#pairs.size
  }

  /** The relay is somewhere else from now on. */
  leadTo(relay: string): void {
    this.#relay = relay
  }

  /** Loses the next frame that a test points out. */
  loseNext(which: (direction: Direction, frame: Buffer) => boolean): void {
    this.#toLose = which
  }

  /** Cuts everything, and lets nobody in. */
  cut(): void {
    this.#mode = 'cut'
    for (const { near, far } of this.#pairs) {
      near.terminate()
      far.terminate()
    }
  }

  /** From now on it swallows everything and says nothing; no socket hears that it is gone. */
  goSilent(): void {
    this.#mode = 'half-open'
    for (const pair of this.#pairs) {
      pair.dead = true
      // The relay's pings are not answered either.
      pair.far.pause()
    }
  }

  /** Works again for whoever comes anew; what fell silent stays silent. */
  mend(): void {
    this.#mode = 'open'
  }

  /** Takes it away. */
  async remove(): Promise<void> {
    this.cut()
    for (const socket of this.#held) socket.destroy()
    const closed = once(this.#server, 'close')
    this.#server.close()
    this.#server.closeAllConnections()
    await closed
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.knocks.push(performance.now())
    socket.on('error', () => socket.destroy())
    if (this.#mode === 'cut') {
      socket.destroy()
      return
    }
    if (this.#mode === 'half-open') {
      this.#held.add(socket)
      socket.on('close', () => this.#held.delete(socket))
      socket.resume()
      return
    }
    this.#sockets.handleUpgrade(request, socket, head, (near) => this.#join(near, request.url ?? '/'))
  }

  #join(near: WebSocket, path: string): void {
    const far = new WebSocket(new URL(path, this.#relay.replace('http', 'ws')), { perMessageDeflate: false })
    const pair: Pair = { near, far, dead: false }
    this.#pairs.add(pair)
    const opened = once(far, 'open').catch(() => {})
    this.#pump(pair, 'up', near, far, opened)
    this.#pump(pair, 'down', far, near, Promise.resolve())
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.on('error', () => socket.terminate())
      socket.on('close', (code: number, reason: Buffer) => {
        this.#pairs.delete(pair)
        if (pair.dead) return
        // A code that may be said aloud is passed on; everything else is a line that broke.
        if (other.readyState === WebSocket.OPEN && !silent.has(code)) {
          other.close(code, reason)
        } else other.terminate()
      })
    }
  }

  #pump(pair: Pair, direction: Direction, from: WebSocket, to: WebSocket, ready: Promise<unknown>): void {
    let before: Promise<unknown> = ready
    let freeAtMs = 0
    from.on('message', (data: Buffer) => {
      if (pair.dead || this.#loses(direction, data)) return
      const times = this.#oneIn(this.faults.doubleOneIn?.[direction]) ? 2 : 1
      const { latencyMs: [least, most] = [0, 0], bytesPerSecond } = this.faults
      const nowMs = performance.now()
      freeAtMs = Math.max(freeAtMs, nowMs) + (bytesPerSecond === undefined ? 0 : (data.length / bytesPerSecond) * 1000)
      const dueMs = freeAtMs + least + this.#random(most - least + 1) - nowMs
      const due = dueMs < 1 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, dueMs))
      before = Promise.all([before, due]).then(() => {
        if (pair.dead || to.readyState !== WebSocket.OPEN) return
        for (let time = 0; time < times; time++) to.send(data)
      })
    })
  }

  #loses(direction: Direction, frame: Buffer): boolean {
    const chosen = this.#toLose?.(direction, frame) === true
    if (chosen) this.#toLose = undefined
    const loses = chosen || this.#oneIn(this.faults.loseOneIn?.[direction])
    if (loses) this.lost[direction]++
    return loses
  }

  #oneIn(many: number | undefined): boolean {
    return many !== undefined && many > 0 && this.#random(many) === 0
  }
}
