import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { RelayLimits } from '@schakelbord/shared/protocol/relay-limits'
import type { Frame } from './room-socket.ts'
import { EntryStrip } from './server-frame.ts'

/** One window's word about itself. Shape: `state` is JSON text, checked to be an object or null. */
interface ClientEntry {
  readonly clientId: number
  readonly state: string
}

interface Presence<Owner> {
  readonly owner: Owner
  readonly entry: Uint8Array
}

/** What came of an awareness frame. Shape: `contested` names the socket that holds the id this one speaks for. */
export type Hearing<Owner> =
  | { readonly kind: 'taken' }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'contested'; readonly owner: Owner }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'over-limit' }

function encodeEntry(clientId: number, clock: number, state: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, state)
  return encoding.toUint8Array(encoder)
}

function readState(text: string): string {
  const state: unknown = JSON.parse(text)
  if (typeof state !== 'object' || Array.isArray(state)) throw new Error('a state that is no object')
  return JSON.stringify(state)
}

/**
 * Who is on the board: one entry per socket, under the client id the socket spoke for first, with a clock of our own.
 *
 * Entries for other clients are ignored, not punished, since honest y-websocket clients echo what they hear.
 * Source: y-protocols/awareness for the bytes. The clock is the time of day, so that it also rises over a restart:
 * clients believe the highest they have seen.
 */
export class PresenceTable<Owner extends object> {
  readonly #limits: RelayLimits
  readonly #nowMs: () => number
  readonly #byClient = new Map<number, Presence<Owner>>()
  readonly #clientOf = new Map<Owner, number>()
  readonly #changes = new Map<number, { readonly owner: Owner; readonly entry: Uint8Array }>()
  #lastClock = 0

  constructor(limits: RelayLimits, nowMs: () => number) {
    this.#limits = limits
    this.#nowMs = nowMs
  }

  get hasChanges(): boolean {
    return this.#changes.size > 0
  }

  /** Hears what a socket says; only its own entry counts. */
  hear(owner: Owner, payload: Uint8Array): Hearing<Owner> {
    const read = this.#readOwnEntry(owner, payload)
    if (read.kind !== 'entry') return read
    const { clientId, state } = read.entry
    const holder = this.#byClient.get(clientId)?.owner
    if (holder !== undefined && holder !== owner) return { kind: 'contested', owner: holder }
    this.#clientOf.set(owner, clientId)
    this.#set(owner, clientId, state)
    return { kind: 'taken' }
  }

  /** Forgets a socket and tells that its person left. */
  leave(owner: Owner): void {
    const clientId = this.#clientOf.get(owner)
    this.#clientOf.delete(owner)
    if (clientId !== undefined && this.#byClient.has(clientId)) this.#set(owner, clientId, 'null')
  }

  /** Everybody but the one who asks; `undefined` where nobody is there. */
  frameFor(owner: Owner): Frame | undefined {
    const present = [...this.#byClient.values()]
    const own = present.findIndex((presence) => presence.owner === owner)
    return new EntryStrip(present.map(({ entry }) => entry)).frameWithout(own < 0 ? undefined : own)
  }

  /** Takes what changed since the last call: a frame for each receiver, without what is its own. */
  takeChanges(): (receiver: Owner) => Frame | undefined {
    const changes = [...this.#changes.values()]
    this.#changes.clear()
    const entries = new EntryStrip(changes.map(({ entry }) => entry))
    const placeOf = new Map(changes.map(({ owner }, index) => [owner, index]))
    return (receiver) => entries.frameWithout(placeOf.get(receiver))
  }

  #set(owner: Owner, clientId: number, state: string): void {
    this.#lastClock = Math.max(this.#lastClock + 1, this.#nowMs())
    const entry = encodeEntry(clientId, this.#lastClock, state)
    if (state === 'null') this.#byClient.delete(clientId)
    else this.#byClient.set(clientId, { owner, entry })
    this.#changes.set(clientId, { owner, entry })
  }

  #readOwnEntry(
    owner: Owner,
    payload: Uint8Array,
  ): { readonly kind: 'entry'; readonly entry: ClientEntry } | Hearing<Owner> {
    const own = this.#clientOf.get(owner)
    const found: ClientEntry[] = []
    try {
      const decoder = decoding.createDecoder(payload)
      const count = decoding.readVarUint(decoder)
      if (count > this.#limits.maxAwarenessEntries) return { kind: 'over-limit' }
      for (let i = 0; i < count; i++) {
        const clientId = decoding.readVarUint(decoder)
        decoding.readVarUint(decoder)
        const text = decoding.readVarString(decoder)
        if (own !== undefined && clientId !== own) continue
        if (text.length > this.#limits.maxAwarenessStateBytes) return { kind: 'over-limit' }
        found.push({ clientId, state: readState(text) })
      }
    } catch {
      return { kind: 'malformed' }
    }
    if (own !== undefined) {
      const entry = found.at(-1)
      return entry === undefined ? { kind: 'ignored' } : { kind: 'entry', entry }
    }
    // A socket's first word is about itself alone; a list is an echo.
    const [entry] = found
    if (entry === undefined || found.length > 1 || entry.state === 'null') return { kind: 'ignored' }
    return { kind: 'entry', entry }
  }
}
