/** A board in the list. */
export interface BoardEntry {
  readonly id: string
  readonly title: string
  readonly library: string
  /** `null` where the server does not say. */
  readonly activities: number | null
  /** Units: ISO 8601 instant; `null` where the server does not say. */
  readonly updatedAt: string | null
  /** It lies in the bin. */
  readonly gone: boolean
}

/** What is known of the boards. */
export interface BoardList {
  /** `null` before anything is known. */
  readonly boards: readonly BoardEntry[] | null
  /** `stale`: the server did not answer, this is the list of last time. */
  readonly state: 'loading' | 'fresh' | 'stale'
}

const storageKey = 'schakelbord.boards'
const listeners = new Set<() => void>()
let list: BoardList = { boards: readStored(), state: 'loading' }

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
    store(alive)
  } catch {
    show({ ...list, state: 'stale' })
  }
}

async function fetchBoards(address: string): Promise<readonly BoardEntry[]> {
  const response = await fetch(address, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return readEntries(await response.json())
}

/** Reads a list of boards tolerantly; an entry without an id is left out. */
export function readEntries(value: unknown): readonly BoardEntry[] {
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).flatMap((row) => {
    const id = text(row['id'])
    if (id === '') return []
    const activities = row['activities']
    const updatedAt = text(row['updatedAt'])
    return [
      {
        id,
        title: text(row['title']),
        library: text(row['library']),
        activities: typeof activities === 'number' ? activities : null,
        updatedAt: updatedAt === '' ? null : updatedAt,
        gone: row['gone'] === true,
      },
    ]
  })
}

function show(next: BoardList): void {
  list = next
  for (const listener of listeners) listener()
}

function store(boards: readonly BoardEntry[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(boards))
  } catch {
    // Without a stored list the screen says that it knows none while offline.
  }
}

function readStored(): readonly BoardEntry[] | null {
  try {
    const stored = localStorage.getItem(storageKey)
    return stored === null ? null : readEntries(JSON.parse(stored))
  } catch {
    return null
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
