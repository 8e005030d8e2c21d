import type * as Y from 'yjs'
import type { BoardDocument } from '../model/board-document.ts'
import { readBoardInfo, type BoardInfo } from '../model/board-info.ts'
import type { Connection } from '../model/connection.ts'
import { ENTITY_KINDS, type EntityKind } from '../model/entity-kinds.ts'
import { entityIdOfKey } from '../model/entity-keys.ts'
import { readEntity, type Snapshots } from '../model/entity-snapshot.ts'
import type { Message } from '../model/message.ts'
import { CommandOrigin } from '../model/origin.ts'
import type { ScriptStep } from '../model/script-step.ts'
import { Links } from './links.ts'
import { Topics } from './topics.ts'

/** What one transaction changed. */
export interface BoardChange {
  readonly ids: Readonly<Record<EntityKind, ReadonlySet<string>>>
  readonly activities: ReadonlySet<string>
  readonly kinds: ReadonlySet<EntityKind>
  /** A command, undo or redo of this client. */
  readonly local: boolean
  readonly origin: unknown
}

/** Something in the bin. */
export interface BinEntry {
  readonly kind: EntityKind
  readonly id: string
  readonly title: string
  /** Units: ISO 8601 instant, UTC. */
  readonly at: string
  readonly by: string
}

type Touched = Record<EntityKind, Set<string>>

/** Lists whose order people see; the others are sorted by whoever shows them. */
const ORDERED_KINDS: ReadonlySet<EntityKind> = new Set(['places', 'people', 'targetGroups', 'partners'])

/**
 * The board as the screens see it: snapshots that change identity only when that thing changed.
 *
 * It observes the document from its constructor on, so nothing that arrives before a screen mounts is missed. One
 * changed card costs one card. Topics: `board`, `bin`, `<kind>`, `<kind>/<id>`, `messages-of/<activityId>`,
 * `steps-of/<activityId>`, `connections-of/<activityId>`, `connections-of-part/<partId>`.
 */
export class BoardView {
  readonly board: BoardDocument
  readonly #snapshots: { readonly [K in EntityKind]: Map<string, Snapshots[K]> }
  readonly #lists = new Map<EntityKind, readonly unknown[]>()
  readonly #hanging = new Map<string, readonly unknown[]>()
  readonly #messages = new Links()
  readonly #steps = new Links()
  readonly #connections = new Links()
  readonly #connectionsOfPart = new Links()
  readonly #topics = new Topics()
  readonly #changeListeners = new Set<(change: BoardChange) => void>()
  readonly #onTransaction: (transaction: Y.Transaction) => void
  #info: BoardInfo
  #bin: readonly BinEntry[] | null = null

  constructor(board: BoardDocument) {
    this.board = board
    this.#info = Object.freeze(readBoardInfo(board))
    this.#snapshots = {
      places: new Map(),
      people: new Map(),
      targetGroups: new Map(),
      collectionParts: new Map(),
      purchaseRequests: new Map(),
      activities: new Map(),
      connections: new Map(),
      messages: new Map(),
      steps: new Map(),
      relations: new Map(),
      experiments: new Map(),
      partners: new Map(),
    }
    const nothing = new Set<string>()
    for (const kind of ENTITY_KINDS) for (const id of board.entities[kind].ids()) this.#read(kind, id, nothing)
    this.#onTransaction = (transaction) => this.#bringUpToDate(transaction)
    board.doc.on('afterTransaction', this.#onTransaction)
  }

  /** Stops observing the document. */
  destroy(): void {
    this.board.doc.off('afterTransaction', this.#onTransaction)
    this.#changeListeners.clear()
  }

  /** Listens to a topic; the returned function stops it. */
  subscribe(topic: string, listener: () => void): () => void {
    return this.#topics.subscribe(topic, listener)
  }

  /** Hears every transaction that changed something, before the topics are announced. */
  onChange(listener: (change: BoardChange) => void): () => void {
    this.#changeListeners.add(listener)
    return () => this.#changeListeners.delete(listener)
  }

  /** The board itself. Topic: `board`. */
  info(): BoardInfo {
    return this.#info
  }

  /** One thing, those in the bin included. Topic: `<kind>/<id>`. */
  get<K extends EntityKind>(kind: K, id: string): Snapshots[K] | undefined {
    return this.#snapshots[kind].get(id)
  }

  /** All of a kind that are not in the bin, in board order. Topic: `<kind>`. */
  all<K extends EntityKind>(kind: K): readonly Snapshots[K][] {
    let list = this.#lists.get(kind)
    if (list === undefined) {
      list = Object.freeze(this.#inOrder(kind).filter((thing) => !thing.gone))
      this.#lists.set(kind, list)
    }
    // The cache is filled per kind, two lines above; its type cannot say so.
    return list as readonly Snapshots[K][]
  }

  /** Connections of an activity to parts that are still there. Topic: `connections-of/<activityId>`. */
  connectionsOf(activityId: string): readonly Connection[] {
    return this.#hung(`connections-of/${activityId}`, this.#connections, activityId, 'connections', (connection) => {
      const part = connection.partId === null ? undefined : this.get('collectionParts', connection.partId)
      return part === undefined || part.gone ? null : part.title
    })
  }

  /** Connections of a collection part to activities that are still there. Topic: `connections-of-part/<partId>`. */
  connectionsOfPart(partId: string): readonly Connection[] {
    const topic = `connections-of-part/${partId}`
    return this.#hung(topic, this.#connectionsOfPart, partId, 'connections', (connection) => {
      const activity = connection.activityId === null ? undefined : this.get('activities', connection.activityId)
      return activity === undefined || activity.gone ? null : `${activity.start ?? '9999'}${activity.title}`
    })
  }

  /** Messages of an activity, by date. Topic: `messages-of/<activityId>`. */
  messagesOf(activityId: string): readonly Message[] {
    const topic = `messages-of/${activityId}`
    return this.#hung(topic, this.#messages, activityId, 'messages', (message) => message.publishOn ?? '9999')
  }

  /** Steps of an activity's script, by date. Topic: `steps-of/<activityId>`. */
  stepsOf(activityId: string): readonly ScriptStep[] {
    return this.#hung(`steps-of/${activityId}`, this.#steps, activityId, 'steps', (step) => step.on ?? '9999')
  }

  /** What lies in the bin, the latest first. Topic: `bin`. */
  bin(): readonly BinEntry[] {
    this.#bin ??= Object.freeze(
      ENTITY_KINDS.flatMap((kind) =>
        [...this.#snapshots[kind].values()]
          .filter((thing) => thing.gone)
          .map((thing): BinEntry => {
            const tombstone = this.board.entities[kind].tombstone(thing.id)
            return { kind, id: thing.id, title: titleOf(thing), at: tombstone?.at ?? '', by: tombstone?.by ?? '' }
          }),
      ).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1)),
    )
    return this.#bin
  }

  #inOrder<K extends EntityKind>(kind: K): readonly Snapshots[K][] {
    const snapshots = this.#snapshots[kind]
    if (!ORDERED_KINDS.has(kind)) return [...snapshots.values()]
    return this.board.entities[kind].orderedIds().flatMap((id) => snapshots.get(id) ?? [])
  }

  #hung<K extends EntityKind>(
    topic: string,
    links: Links,
    owner: string,
    kind: K,
    orderOf: (thing: Snapshots[K]) => string | null,
  ): readonly Snapshots[K][] {
    let list = this.#hanging.get(topic)
    if (list === undefined) {
      const ordered: { readonly order: string; readonly thing: Snapshots[K] }[] = []
      for (const id of links.membersOf(owner)) {
        const thing = this.#snapshots[kind].get(id)
        const order = thing === undefined || thing.gone ? null : orderOf(thing)
        if (thing !== undefined && order !== null) ordered.push({ order, thing })
      }
      ordered.sort((a, b) => (a.order === b.order ? (a.thing.id < b.thing.id ? -1 : 1) : a.order < b.order ? -1 : 1))
      list = Object.freeze(ordered.map(({ thing }) => thing))
      this.#hanging.set(topic, list)
    }
    // As in `all`: each topic is only ever filled with things of its own kind.
    return list as readonly Snapshots[K][]
  }

  #bringUpToDate(transaction: Y.Transaction): void {
    const touched = this.#touchedBy(transaction)
    const topics = new Set<string>()
    const { meta, board } = this.board
    for (const type of transaction.changed.keys()) {
      if ((type as unknown) === meta || (type as unknown) === board) topics.add('board')
    }
    if (topics.has('board')) this.#info = Object.freeze(readBoardInfo(this.board))
    // What is counted from an activity moves along with it.
    for (const id of touched.activities) {
      for (const message of this.#messages.membersOf(id)) touched.messages.add(message)
      for (const step of this.#steps.membersOf(id)) touched.steps.add(step)
    }
    for (const kind of ENTITY_KINDS) for (const id of touched[kind]) this.#read(kind, id, topics)
    for (const id of touched.activities) this.#forgetPartLists(this.#connections.membersOf(id), topics)
    for (const id of touched.collectionParts) this.#forgetActivityLists(id, topics)
    if (topics.size === 0) return
    for (const topic of topics) this.#hanging.delete(topic)
    const kinds = new Set(ENTITY_KINDS.filter((kind) => touched[kind].size > 0))
    for (const kind of kinds) this.#lists.delete(kind)
    if (topics.has('bin')) this.#bin = null
    const { origin, local } = transaction
    const change: BoardChange = { ids: touched, activities: touched.activities, kinds, local, origin }
    for (const listener of this.#changeListeners) listener(change)
    this.#topics.announce(topics)
  }

  #touchedBy(transaction: Y.Transaction): Touched {
    const touched = Object.fromEntries(ENTITY_KINDS.map((kind) => [kind, new Set<string>()])) as Touched
    for (const [type, keys] of transaction.changed) {
      const kind = ENTITY_KINDS.find((name) => (this.board.entities[name].map as unknown) === type)
      if (kind !== undefined) for (const key of keys) if (key !== null) touched[kind].add(entityIdOfKey(key))
    }
    return touched
  }

  #read(kind: EntityKind, id: string, topics: Set<string>): void {
    const before = this.#snapshots[kind].get(id)
    const after = readEntity(this.board, kind, id)
    topics.add(kind).add(`${kind}/${id}`)
    if ((before?.gone ?? false) !== (after?.gone ?? false)) topics.add('bin')
    else if (after?.gone === true) topics.add('bin')
    this.#keep(kind, id, after)
    if (kind === 'messages' || kind === 'steps') {
      const links = kind === 'messages' ? this.#messages : this.#steps
      const owner = after !== undefined && 'activityId' in after ? after.activityId : null
      for (const activityId of links.hang(id, owner)) topics.add(`${kind}-of/${activityId}`)
    } else if (kind === 'connections') {
      const activityId = after !== undefined && 'activityId' in after ? after.activityId : null
      const partId = after !== undefined && 'partId' in after ? after.partId : null
      for (const owner of this.#connections.hang(id, activityId)) topics.add(`connections-of/${owner}`)
      for (const owner of this.#connectionsOfPart.hang(id, partId)) topics.add(`connections-of-part/${owner}`)
    }
  }

  #keep<K extends EntityKind>(kind: K, id: string, snapshot: Snapshots[K] | undefined): void {
    if (snapshot === undefined) this.#snapshots[kind].delete(id)
    else {
      Object.freeze(snapshot)
      this.#snapshots[kind].set(id, snapshot)
    }
  }

  #forgetPartLists(connectionIds: ReadonlySet<string>, topics: Set<string>): void {
    for (const id of connectionIds) {
      const partId = this.#connectionsOfPart.ownerOf(id)
      if (partId !== undefined) topics.add(`connections-of-part/${partId}`)
    }
  }

  #forgetActivityLists(partId: string, topics: Set<string>): void {
    for (const id of this.#connectionsOfPart.membersOf(partId)) {
      const activityId = this.#connections.ownerOf(id)
      if (activityId !== undefined) topics.add(`connections-of/${activityId}`)
    }
  }
}

/** Whether a transaction was a command of this client (undo and redo carry the UndoManager as origin). */
export function isCommand(origin: unknown): origin is CommandOrigin {
  return origin instanceof CommandOrigin
}

function titleOf(thing: Snapshots[EntityKind]): string {
  if ('title' in thing) return thing.title
  if ('name' in thing) return thing.name
  if ('channelId' in thing) return thing.channelId
  return thing.id
}
