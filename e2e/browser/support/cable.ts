import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** The wire between one person and the relay, which can be unplugged: a real network that is really gone. */
export class Cable {
  readonly #port: number
  readonly #sockets = new Set<Socket>()
  #server: Server | null = null
  #origin = ''

  private constructor(relayOrigin: string) {
    this.#port = Number(new URL(relayOrigin).port)
  }

  /** Lays a cable to a relay. */
  static async to(relayOrigin: string): Promise<Cable> {
    const cable = new Cable(relayOrigin)
    await cable.plug()
    return cable
  }

  /** Where the relay is found at this end. */
  get origin(): string {
    return this.#origin
  }

  /** Lets the network come back, at the same address. */
  async plug(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(this.#port, '127.0.0.1')
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(socket)
        socket.on('close', () => {
          this.#sockets.delete(socket)
          other.destroy()
        })
        // A cut wire is no fault here; both ends hear of it by `close`.
        socket.on('error', () => socket.destroy())
        socket.pipe(other)
      }
    })
    server.listen(this.#origin === '' ? 0 : Number(new URL(this.#origin).port), '127.0.0.1')
    await once(server, 'listening')
    this.#server = server
    this.#origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  /** Cuts everything that runs through it, and lets nothing through. */
  async unplug(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (server === null) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }
}
