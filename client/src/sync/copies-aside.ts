import { done, openDatabase } from './indexed-db.ts'

/** A copy of a board that was put aside on this device when the board was opened anew. */
export interface CopyAside {
  readonly key: number
  /** Units: ISO 8601 instant, by this device's clock. */
  readonly keptAt: string
  /** The person knows of it: they asked for it, or have looked at it since. */
  readonly told: boolean
}

/** A name that no board's own database has. */
const databaseName = 'schakelbord-aside'
const labelsStore = 'labels'
const bytesStore = 'bytes'
/** Of one board; what is older makes room. */
const maxCopies = 3

interface Label {
  readonly boardId: string
  readonly keptAt: string
  readonly told: boolean
}

/**
 * The copies of one board that were put aside on this device.
 *
 * Labels and bytes lie apart, so that looking whether there is any reads no board.
 * Errors: all reject where the browser keeps nothing.
 */
export class CopiesAside {
  readonly #factory: IDBFactory
  readonly #boardId: string

  constructor(factory: IDBFactory, boardId: string) {
    this.#factory = factory
    this.#boardId = boardId
  }

  /** Puts a copy aside; `told` where the person asked for it and needs no telling. */
  async put(bytes: Uint8Array, told: boolean): Promise<void> {
    const before = await this.list()
    const keptAt = new Date().toISOString()
    await this.#change((labels, copies) => {
      for (const { key } of before.slice(maxCopies - 1)) {
        labels.delete(key)
        copies.delete(key)
      }
      const added = labels.add({ boardId: this.#boardId, keptAt, told } satisfies Label)
      added.onsuccess = () => copies.put(bytes, added.result)
    })
  }

  /** What lies aside, the newest first. */
  async list(): Promise<readonly CopyAside[]> {
    const database = await this.#open()
    try {
      const labels = database.transaction(labelsStore).objectStore(labelsStore)
      const keys = labels.getAllKeys()
      const rows = labels.getAll()
      await done(labels.transaction)
      return keys.result
        .flatMap((key, index) => {
          const label: unknown = rows.result[index]
          return typeof key === 'number' && isLabel(label) && label.boardId === this.#boardId
            ? [{ key, keptAt: label.keptAt, told: label.told }]
            : []
        })
        .toReversed()
    } finally {
      database.close()
    }
  }

  /** The copy itself, as one Yjs update; `undefined` where it is gone. */
  async read(key: number): Promise<Uint8Array | undefined> {
    const database = await this.#open()
    try {
      const transaction = database.transaction(bytesStore)
      const row = transaction.objectStore(bytesStore).get(key)
      await done(transaction)
      const bytes: unknown = row.result
      return bytes instanceof Uint8Array ? bytes : undefined
    } finally {
      database.close()
    }
  }

  /** The person has seen these. */
  async markTold(copies: readonly CopyAside[]): Promise<void> {
    await this.#change((labels) => {
      for (const { key, keptAt } of copies) {
        labels.put({ boardId: this.#boardId, keptAt, told: true } satisfies Label, key)
      }
    })
  }

  /** Lets go of a copy. */
  async forget(key: number): Promise<void> {
    await this.#change((labels, copies) => {
      labels.delete(key)
      copies.delete(key)
    })
  }

  async #change(write: (labels: IDBObjectStore, copies: IDBObjectStore) => void): Promise<void> {
    const database = await this.#open()
    try {
      const transaction = database.transaction([labelsStore, bytesStore], 'readwrite')
      write(transaction.objectStore(labelsStore), transaction.objectStore(bytesStore))
      await done(transaction)
    } finally {
      database.close()
    }
  }

  #open(): Promise<IDBDatabase> {
    return openDatabase(this.#factory, databaseName, (made) => {
      made.createObjectStore(labelsStore, { autoIncrement: true })
      made.createObjectStore(bytesStore)
    })
  }
}

function isLabel(row: unknown): row is Label {
  return typeof row === 'object' && row !== null && 'boardId' in row && 'keptAt' in row && 'told' in row
}
