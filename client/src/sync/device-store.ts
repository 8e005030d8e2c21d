/** What a store on this device holds of a board. */
export interface DeviceCopy {
  readonly updates: readonly Uint8Array[]
  /** Marks of changes that the relay had not acknowledged when they were written here. */
  readonly unsaved: readonly string[]
}

type Write =
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly unsaved: string | null }
  | { readonly kind: 'forget'; readonly marks: readonly string[] }

const updatesStore = 'updates'
const unsavedStore = 'unsaved'
/** From this many rows on, loading puts them together into one. */
const maxRows = 200
const retryMs = 5_000

/**
 * A board's updates in IndexedDB, written ahead of the relay.
 *
 * Concurrency: several tabs append to the same store; rows are only put together inside one transaction that has read
 * them all, so no tab's row is lost. An update and its mark "not yet acknowledged" are one transaction.
 * Errors: a failed write is kept, told to `onTrouble` and tried again; nothing is dropped in silence.
 */
export class DeviceStore {
  readonly #name: string
  readonly #factory: IDBFactory
  #database: IDBDatabase | null = null
  #queue: Write[] = []
  #flushing: Promise<void> | null = null
  #retry: ReturnType<typeof setTimeout> | undefined
  #closed = false
  #trouble: unknown = null

  /** Told when writing starts to fail (with the error) and when it works again (`null`). */
  onTrouble: (error: unknown) => void = () => {}

  constructor(boardId: string, factory: IDBFactory) {
    this.#name = `schakelbord/${boardId}`
    this.#factory = factory
  }

  /**
   * Reads everything, and puts many rows together into one.
   *
   * @param merge called inside the transaction with what was read; gives the whole state as one update
   * Errors: rejects where the browser keeps nothing; the board then lives in memory alone.
   */
  async load(merge: (copy: DeviceCopy) => Uint8Array): Promise<void> {
    const database = await this.#open()
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction([updatesStore, unsavedStore], 'readwrite')
      const updates = transaction.objectStore(updatesStore)
      const rows = updates.getAll()
      const marks = transaction.objectStore(unsavedStore).getAllKeys()
      marks.onsuccess = () => {
        const list = rows.result.filter((row): row is Uint8Array => row instanceof Uint8Array)
        const unsaved = marks.result.filter((key): key is string => typeof key === 'string')
        const whole = merge({ updates: list, unsaved })
        if (list.length < maxRows) return
        updates.clear()
        updates.add(whole)
      }
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  }

  /** Keeps an update; `unsaved` is the mark of a change that the relay still has to acknowledge. */
  write(update: Uint8Array, unsaved: string | null): void {
    this.#enqueue({ kind: 'update', update, unsaved })
  }

  /** Takes away the marks of changes that are on the relay's disk now. */
  forget(marks: readonly string[]): void {
    if (marks.length > 0) this.#enqueue({ kind: 'forget', marks })
  }

  /** Resolves when everything that was handed over is on this device, or when writing failed. */
  async settled(): Promise<void> {
    while (this.#flushing !== null) await this.#flushing
  }

  /** Writes what is waiting and lets go of the database. */
  async close(): Promise<void> {
    clearTimeout(this.#retry)
    this.#start()
    await this.settled()
    this.#closed = true
    clearTimeout(this.#retry)
    this.#database?.close()
    this.#database = null
  }

  /** Throws this board's copy on this device away; nothing is written any more. */
  async discard(): Promise<void> {
    this.#queue = []
    await this.close()
    await new Promise<void>((resolve, reject) => {
      const request = this.#factory.deleteDatabase(this.#name)
      request.onsuccess = () => resolve()
      request.onerror = () => reject(request.error)
    })
  }

  #enqueue(write: Write): void {
    if (this.#closed) return
    this.#queue.push(write)
    this.#start()
  }

  #start(): void {
    if (this.#flushing !== null || this.#queue.length === 0) return
    this.#flushing = this.#flush().finally(() => {
      this.#flushing = null
    })
  }

  async #flush(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue
      this.#queue = []
      try {
        await this.#writeAll(batch)
        this.#tell(null)
      } catch (error) {
        this.#queue = [...batch, ...this.#queue]
        this.#tell(error)
        if (!this.#closed) this.#retry = setTimeout(() => this.#start(), retryMs)
        return
      }
    }
  }

  async #writeAll(batch: readonly Write[]): Promise<void> {
    const database = await this.#open()
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction([updatesStore, unsavedStore], 'readwrite')
      const updates = transaction.objectStore(updatesStore)
      const marks = transaction.objectStore(unsavedStore)
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB aborted the write'))
      for (const write of batch) {
        if (write.kind === 'forget') for (const mark of write.marks) marks.delete(mark)
        else {
          updates.add(write.update)
          if (write.unsaved !== null) marks.put(true, write.unsaved)
        }
      }
    })
  }

  #open(): Promise<IDBDatabase> {
    if (this.#database !== null) return Promise.resolve(this.#database)
    return new Promise((resolve, reject) => {
      const request = this.#factory.open(this.#name, 1)
      request.onupgradeneeded = () => {
        request.result.createObjectStore(updatesStore, { autoIncrement: true })
        request.result.createObjectStore(unsavedStore)
      }
      request.onerror = () => reject(request.error)
      request.onsuccess = () => {
        const database = request.result
        // Browsers close a database under a page (storage cleared, disk trouble): the next write opens it again.
        database.onclose = () => {
          this.#database = null
        }
        database.onversionchange = () => {
          database.close()
          this.#database = null
        }
        this.#database = database
        resolve(database)
      }
    })
  }

  #tell(error: unknown): void {
    if ((error === null) === (this.#trouble === null)) return
    this.#trouble = error
    this.onTrouble(error)
  }
}
