/**
 * Opens a database, and makes it where there is none.
 *
 * Errors: rejects where the browser keeps nothing.
 */
export function openDatabase(
  factory: IDBFactory,
  name: string,
  make: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1)
    request.onupgradeneeded = () => make(request.result)
    request.onerror = () => reject(request.error ?? new Error(`IndexedDB could not open ${name}`))
    request.onsuccess = () => resolve(request.result)
  })
}

/** Deletes a database; resolves when it is gone. */
export function deleteDatabase(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error ?? new Error(`IndexedDB could not delete ${name}`))
  })
}

/** Resolves when a transaction is on this device. Errors: rejects where it was given up (no space, a lost database). */
export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave a transaction up'))
  })
}
