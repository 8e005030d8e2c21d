/** Who somebody is to the others on the board. */
export interface AwarenessUser {
  readonly id: string
  readonly name: string
  readonly discipline: string
  readonly colour: string
}

/**
 * A card in somebody's hand, not yet dropped.
 *
 * Shape: dates are ISO plain dates, or null where the card hangs over the tray.
 */
export interface AwarenessDrag {
  readonly card: string
  readonly lane: string
  readonly start: string | null
  readonly end: string | null
}

/** What one open window tells the others: who, where, and what is in the hand. Never part of the document. */
export interface AwarenessState {
  readonly user: AwarenessUser
  readonly view?: string
  readonly card?: string
  readonly drag?: AwarenessDrag
}

const maxTextLength = 200

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, maxTextLength) : undefined
}

function readUser(value: unknown, clientId: number): AwarenessUser {
  const user = isRecord(value) ? value : {}
  return {
    id: readText(user['id']) ?? `client-${clientId}`,
    name: readText(user['name']) ?? '',
    discipline: readText(user['discipline']) ?? '',
    colour: readText(user['colour']) ?? readText(user['color']) ?? '',
  }
}

function readDrag(value: unknown): AwarenessDrag | undefined {
  if (!isRecord(value)) return undefined
  const card = readText(value['card'])
  const lane = readText(value['lane'])
  if (card === undefined || lane === undefined) return undefined
  return { card, lane, start: readText(value['start']) ?? null, end: readText(value['end']) ?? null }
}

/**
 * Reads what another window says of itself; what is missing or malformed becomes a default, nothing throws.
 *
 * Shape: `undefined` for anything that is not an object – that window shows nobody.
 */
export function readAwarenessState(value: unknown, clientId: number): AwarenessState | undefined {
  if (!isRecord(value)) return undefined
  const view = readText(value['view'])
  const card = readText(value['card'])
  const drag = readDrag(value['drag'])
  return {
    user: readUser(value['user'], clientId),
    ...(view === undefined ? {} : { view }),
    ...(card === undefined ? {} : { card }),
    ...(drag === undefined ? {} : { drag }),
  }
}
