/**
 * A window that can die: from one moment on nothing it does reaches its device or the network.
 *
 * What was given to the device before is there; what was not committed yet is not.
 */
export class MortalWindow {
  readonly indexedDB: IDBFactory
  readonly WebSocket: typeof WebSocket
  readonly #underWay = new Set<IDBTransaction>()
  readonly #sockets = new Set<WebSocket>()
  #dead = false

  constructor(device: IDBFactory) {
    const expectLife = () => {
      if (this.#dead) throw new DOMException('this window has crashed', 'AbortError')
    }
    const watchTransactions = (database: IDBDatabase): IDBDatabase => {
      const begin = database.transaction.bind(database)
      database.transaction = (...args: Parameters<IDBDatabase['transaction']>) => {
        expectLife()
        const transaction = begin(...args)
        this.#underWay.add(transaction)
        transaction.addEventListener('complete', () => this.#underWay.delete(transaction))
        return transaction
      }
      return database
    }
    this.indexedDB = new Proxy(device, {
      get: (target, key) => {
        if (key !== 'open') {
          const value: unknown = Reflect.get(target, key)
          return typeof value === 'function' ? (value.bind(target) as unknown) : value
        }
        return (name: string, version: number) => {
          expectLife()
          const request = target.open(name, version)
          request.addEventListener('success', () => watchTransactions(request.result))
          return request
        }
      },
    })
    const sockets = this.#sockets
    const isDead = () => this.#dead
    this.WebSocket = class extends WebSocket {
      constructor(url: string | URL) {
        super(url)
        sockets.add(this)
      }
      override send(data: Parameters<WebSocket['send']>[0]): void {
        if (!isDead()) super.send(data)
      }
    }
  }

  /** Dies. */
  die(): void {
    this.#dead = true
    for (const transaction of this.#underWay) {
      try {
        transaction.abort()
      } catch {
        // It is being committed: that was before.
      }
    }
    for (const socket of this.#sockets) socket.close()
  }
}
