import { WebSocket } from 'ws'
import type { RelayProcess } from '../relay-process.ts'

/** The setting with which a server lets its memory be looked into. */
export const withInspector = { NODE_OPTIONS: '--inspect=127.0.0.1:0' }

/** Looks into a server that was started `withInspector`. */
export class Inspector {
  readonly #socket: WebSocket
  #nextId = 1

  private constructor(socket: WebSocket) {
    this.#socket = socket
  }

  static async open(server: RelayProcess): Promise<Inspector> {
    const [, url = ''] = /listening on (ws:\/\/\S+)/.exec(server.complaints.join('')) ?? []
    const socket = new WebSocket(url)
    await new Promise((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    return new Inspector(socket)
  }

  /** The bytes that are in use once everything that can be given back was given back. */
  async memoryInUse(): Promise<number> {
    const { heapUsed, external } = await this.memory()
    return heapUsed + external
  }

  /** What Node says of the memory once everything that can be given back was given back. Units: bytes. */
  async memory(): Promise<NodeJS.MemoryUsage> {
    await this.#ask('HeapProfiler.collectGarbage')
    const expression = 'process.memoryUsage()'
    const { result } = (await this.#ask('Runtime.evaluate', { expression, returnByValue: true })) as {
      result: { value: NodeJS.MemoryUsage }
    }
    return result.value
  }

  close(): void {
    this.#socket.terminate()
  }

  #ask(method: string, params: object = {}): Promise<unknown> {
    const id = this.#nextId++
    return new Promise((resolve) => {
      const hear = (data: Buffer): void => {
        const answer = JSON.parse(data.toString()) as { id?: number; result: unknown }
        if (answer.id !== id) return
        this.#socket.off('message', hear)
        resolve(answer.result)
      }
      this.#socket.on('message', hear)
      this.#socket.send(JSON.stringify({ id, method, params }))
    })
  }
}
