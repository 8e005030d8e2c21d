import { keepKnownBoards, knownBoards, readEntries, type BoardEntry } from './known-boards.ts'

/** What is known of the boards. */
export interface BoardList {
  /** `null` before anything is known. */
  readonly boards: readonly BoardEntry[] | null
  /** `stale`: the server did not answer, this is the list of last time. */
  readonly state: 'loading' | 'fresh' | 'stale'
}

const listeners = new Set<() => void>()
let list: BoardList = { boards: knownBoards(), state: 'loading' }

/** The boards as far as known; the same object until that changes. */
export function currentBoards(): BoardList {
  return list
}

/** Tells when the list changed. */
export function subscribeBoards(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks the server for the boards; without an answer the list of last time stays and says so. */
export async function refreshBoards(): Promise<void> {
  try {
    const [alive, binned] = await Promise.all([fetchBoards('/api/boards'), fetchBoards('/api/boards?bin=1')])
    show({ boards: [...alive, ...binned], state: 'fresh' })
    keepKnownBoards(alive)
  } catch {
    show({ boards: knownBoards() ?? list.boards, state: 'stale' })
  }
}

async function fetchBoards(address: string): Promise<readonly BoardEntry[]> {
  const response = await fetch(address, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return readEntries(await response.json())
}

function show(next: BoardList): void {
  list = next
  for (const listener of listeners) listener()
}
