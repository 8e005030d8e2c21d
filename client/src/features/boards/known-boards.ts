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
  /** It was damaged on the server's disk and does not open there. */
  readonly damaged: boolean
}

const storageKey = 'schakelbord.boards'

/** The boards this browser knew of last time, so that they can be found without a network; `null` for none ever. */
export function knownBoards(): readonly BoardEntry[] | null {
  try {
    const stored = localStorage.getItem(storageKey)
    return stored === null ? null : readEntries(JSON.parse(stored))
  } catch {
    return null
  }
}

/** Remembers the list for the next time there is no network. */
export function keepKnownBoards(boards: readonly BoardEntry[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(boards))
  } catch {
    // Without a stored list the screen says that it knows none while offline.
  }
}

/** Remembers a board that was opened by its address, so that it is in the list without a network too. */
export function rememberBoard(id: string, title: string): void {
  const known = knownBoards() ?? []
  const before = known.find((board) => board.id === id)
  if (before?.title === title) return
  const entry = {
    ...(before ?? { library: '', activities: null, updatedAt: null, gone: false, damaged: false }),
    id,
    title,
  }
  keepKnownBoards([entry, ...known.filter((board) => board.id !== id)])
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
        damaged: row['damaged'] === true,
      },
    ]
  })
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
