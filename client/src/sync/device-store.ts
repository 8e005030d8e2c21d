import { deleteDatabase, done, openDatabase } from './indexed-db.ts'

/** What a store on this device holds of a board. */
export interface DeviceCopy {
  readonly updates: readonly Uint8Array[]
  /** Marks of changes that the relay had not acknowledged when they were written here. */
  readonly unsaved: readonly string[]
}

/** What a store asks of, and tells to, the session it belongs to. */
export interface DeviceStoreOwner {
  /** What this window holds, whole: written where the browser threw the database away in the middle. */
  readonly whole: () => DeviceCopy
  /** Another tab wrote this; the tab may be gone already. */
  readonly onOtherTab: (copy: DeviceCopy) => void
  /** Another tab let go of what this device has of the board, because the person said so: nothing is kept here any more. */
  readonly onDiscarded: () => void
  /** Writing starts to fail (with the error), or works again (`null`). */
  readonly onTrouble: (error: unknown) => void
}

type Write =
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly unsaved: string | null }
  | { readonly kind: 'forget'; readonly marks: readonly string[] }
  | { readonly kind: 'whole' }

const updatesStore = 'updates'
const unsavedStore = 'unsaved'
/** From this many rows on, loading puts them together into one. */
const maxRows = 200
const retryMs = 5_000
/** A tab that lets go of the board says so, and this long it may take to be heard, before a lost database is filled again. */
const refillAfterMs = 500

const nobody: DeviceStoreOwner = {
  whole: () => ({ updates: [], unsaved: [] }),
  onOtherTab: () => {},
  onDiscarded: () => {},
  onTrouble: () => {},
}

/**
 * A board's updates in IndexedDB, written ahead of the relay.
 *
 * Concurrency: several tabs append to the same store and tell each other; rows are only put together inside one
 * transaction that has read them all, so no tab's row is lost. An update and its mark "not yet acknowledged" are one
 * transaction.
 * Errors: a failed write is kept, told to the owner and tried again; nothing is dropped in silence. A database that the
 * browser threw away is filled again with everything.
 */
export class DeviceStore {
  readonly #name: string
  readonly #factory: IDBFactory
  readonly #tabs: BroadcastChannel | null
  #owner: DeviceStoreOwner = nobody
  #database: IDBDatabase | null = null
  #madeAnew = false
  #lastRead = 0
  #queue: Write[] = []
  #flushing: Promise<void> | null = null
  #retry: ReturnType<typeof setTimeout> | undefined
  #refill: ReturnType<typeof setTimeout> | undefined
  #closed = false
  #trouble: unknown = null

  constructor(boardId: string, factory: IDBFactory) {
    this.#name = `schakelbord/${boardId}`
    this.#factory = factory
    this.#tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(this.#name)
  }

  /** Names whom the store serves from now on, and listens to the other tabs. */
  serve(owner: DeviceStoreOwner, onWritten: () => void): void {
    this.#owner = owner
    if (this.#tabs === null) return
    this.#tabs.onmessage = ({ data }) => {
      if (data === 'written') onWritten()
      if (data !== 'discarded') return
      this.#queue = []
      void this.close()
      owner.onDiscarded()
    }
  }

  /**
   * Reads everything, and puts many rows together into one.
   *
   * @param merge called inside the transaction with what was read; gives the whole state as one update
   * Errors: rejects where the browser keeps nothing; the board then lives in memory alone.
   */
  async load(merge: (copy: DeviceCopy) => Uint8Array): Promise<void> {
    const database = await this.#open()
    // Filled for the first time, not anew: nothing has been lost.
    this.#madeAnew = false
    const transaction = database.transaction([updatesStore, unsavedStore], 'readwrite')
    const updates = transaction.objectStore(updatesStore)
    const keys = updates.getAllKeys()
    const rows = updates.getAll()
    const marks = transaction.objectStore(unsavedStore).getAllKeys()
    marks.onsuccess = () => {
      this.#haveRead(keys.result)
      const list = rows.result.filter(isUpdate)
      const whole = merge({ updates: list, unsaved: marks.result.filter(isMark) })
      if (list.length < maxRows) return
      updates.clear()
      updates.add(whole)
    }
    await done(transaction)
  }

  /** Reads what came since the last time – by other tabs, and once more by this one – and hands it to the owner. */
  async catchUp(): Promise<void> {
    await this.settled()
    if (this.#closed || this.#trouble !== null) return
    const database = await this.#open()
    const transaction = database.transaction([updatesStore, unsavedStore], 'readonly')
    const updates = transaction.objectStore(updatesStore)
    const keys = updates.getAllKeys()
    const marks = transaction.objectStore(unsavedStore).getAllKeys()
    const rows: IDBRequest<unknown>[] = []
    marks.onsuccess = () => {
      for (const key of keys.result) if (Number(key) > this.#lastRead) rows.push(updates.get(key))
    }
    await done(transaction)
    this.#haveRead(keys.result)
    const copy = { updates: rows.map(({ result }) => result).filter(isUpdate), unsaved: marks.result.filter(isMark) }
    if (!this.#isClosed()) this.#owner.onOtherTab(copy)
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
    clearTimeout(this.#refill)
    this.#tabs?.close()
    this.#database?.close()
    this.#database = null
  }

  /** Throws this board's copy on this device away, after `before` is done; nothing is written any more. */
  async discard(before: () => Promise<void>): Promise<void> {
    this.#queue = []
    this.#tabs?.postMessage('discarded')
    await this.close()
    try {
      await before()
    } catch {
      // A device that keeps nothing puts nothing aside either.
    }
    await deleteDatabase(this.#factory, this.#name)
  }

  #haveRead(keys: readonly IDBValidKey[]): void {
    for (const key of keys) this.#lastRead = Math.max(this.#lastRead, Number(key))
  }

  #isClosed(): boolean {
    return this.#closed
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
        if (batch.some(({ kind }) => kind !== 'forget')) this.#tabs?.postMessage('written')
      } catch (error) {
        this.#queue = [...batch, ...this.#queue]
        // Some browsers close a database without a word and fail every use of it: the next try opens it again.
        this.#database?.close()
        this.#database = null
        this.#tell(error)
        if (!this.#closed) this.#retry = setTimeout(() => this.#start(), retryMs)
        return
      }
    }
  }

  async #writeAll(batch: readonly Write[]): Promise<void> {
    const database = await this.#open()
    const transaction = database.transaction([updatesStore, unsavedStore], 'readwrite')
    const updates = transaction.objectStore(updatesStore)
    const marks = transaction.objectStore(unsavedStore)
    const whole = this.#madeAnew ? this.#owner.whole() : null
    if (whole !== null) {
      for (const update of whole.updates) updates.add(update)
      for (const mark of whole.unsaved) marks.put(true, mark)
    }
    for (const write of batch) {
      if (write.kind === 'forget') for (const mark of write.marks) marks.delete(mark)
      else if (write.kind === 'update') {
        updates.add(write.update)
        if (write.unsaved !== null) marks.put(true, write.unsaved)
      }
    }
    // A tab that is closed in the next moment has it written all the same.
    transaction.commit()
    await done(transaction)
    if (whole !== null) this.#madeAnew = false
  }

  async #open(): Promise<IDBDatabase> {
    if (this.#database !== null) return this.#database
    const database = await openDatabase(this.#factory, this.#name, (made) => {
      made.createObjectStore(updatesStore, { autoIncrement: true })
      made.createObjectStore(unsavedStore)
      this.#madeAnew = true
      this.#lastRead = 0
    })
    // Browsers take a database away under a page: storage cleared, disk trouble, another tab that lets go of the board.
    database.onclose = () => this.#lost()
    database.onversionchange = () => {
      database.close()
      this.#lost()
    }
    this.#database = database
    return database
  }

  /** What only this window has is written again soon; what the relay has can wait for the next change. */
  #lost(): void {
    this.#database = null
    // Whoever opens it next – another tab, perhaps – finds or makes one that has nothing of this window.
    this.#madeAnew = true
    clearTimeout(this.#refill)
    this.#refill = setTimeout(() => {
      if (this.#owner.whole().unsaved.length > 0) this.#enqueue({ kind: 'whole' })
    }, refillAfterMs)
  }

  #tell(error: unknown): void {
    if ((error === null) === (this.#trouble === null)) return
    this.#trouble = error
    this.#owner.onTrouble(error)
  }
}

function isUpdate(row: unknown): row is Uint8Array {
  return row instanceof Uint8Array
}

function isMark(key: IDBValidKey): key is string {
  return typeof key === 'string'
}
