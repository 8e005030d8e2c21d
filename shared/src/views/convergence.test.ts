import 'temporal-polyfill/global'
import * as Y from 'yjs'
import { afterAll, describe, expect, it } from 'vitest'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { addActivity } from '../commands/add-activity.ts'
import { addListEntry } from '../commands/add-list-entry.ts'
import { addMessage } from '../commands/add-message.ts'
import { connect } from '../commands/connect.ts'
import { copyActivity } from '../commands/copy-activity.ts'
import { deleteActivity } from '../commands/delete-activity.ts'
import { deleteEntity } from '../commands/delete-entity.ts'
import { disconnect } from '../commands/disconnect.ts'
import { editActivity } from '../commands/edit-activity.ts'
import { editConnection } from '../commands/edit-connection.ts'
import { editMessage } from '../commands/edit-message.ts'
import { moveActivity } from '../commands/move-activity.ts'
import { restoreEntity } from '../commands/restore-entity.ts'
import type { Actor } from '../commands/run-command.ts'
import { setMembership } from '../commands/set-membership.ts'
import { setOwner } from '../commands/set-owner.ts'
import { setPhase } from '../commands/set-phase.ts'
import { setRecipeField } from '../commands/set-recipe-field.ts'
import { documentToBoardFile } from '../exchange/document-to-board-file.ts'
import { PHASES } from '../model/activity.ts'
import { openBoardDocument, type BoardDocument } from '../model/board-document.ts'
import { ENTITY_KINDS } from '../model/entity-kinds.ts'
import { CommandOrigin } from '../model/origin.ts'
import { smallBoard } from '../testing/sample-board.ts'
import { BoardView } from './board-view.ts'
import { CalendarLanes } from './calendar-lanes.ts'
import { LANE_AXES } from './lane-axis.ts'
import { BoardSearch } from './search.ts'

/** Mulberry32: small, seeded, the same everywhere. Source: Tommy Ettinger, public domain. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const PEOPLE = 4
const STEPS = 1500
const SEEDS = [...new Set([1, 20261122, Number(process.env['CONVERGENCE_SEED'] ?? 7)])]

/** Somebody with a device: a document, its views kept card by card, and what has not arrived yet. */
interface Device {
  readonly actor: Actor
  readonly board: BoardDocument
  readonly view: BoardView
  readonly lanes: readonly CalendarLanes[]
  readonly search: BoardSearch
  readonly undo: Y.UndoManager
  readonly inbox: Uint8Array[]
}

function deviceOf(index: number): Device {
  const board = smallBoard(1000 + index)
  const view = new BoardView(board)
  const scope = [board.board, ...ENTITY_KINDS.map((kind) => board.entities[kind].map)]
  const search = new BoardSearch(view)
  search.activities('poez')
  search.parts('nij')
  return {
    actor: { id: `device-${index}`, name: `Device ${index}` },
    board,
    view,
    lanes: LANE_AXES.map((axis) => new CalendarLanes(view, axis, index % 2 === 0 ? 'day' : 'week')),
    search,
    undo: new Y.UndoManager(scope, { trackedOrigins: new Set([CommandOrigin]), captureTimeout: 0 }),
    inbox: [],
  }
}

function randomGesture(device: Device, random: () => number): void {
  const { board, actor, view, undo } = device
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const activities = [...board.entities.activities.ids()]
  const activityId = pick(activities) ?? 'dated'
  const start = random() < 0.15 ? null : addDays(plainDate('2027-01-01'), Math.floor(random() * 365))
  const groupId = pick(['toddlers', 'seniors', 'teens', null]) ?? null
  const partId = pick([...board.entities.collectionParts.ids()]) ?? 'book'
  const connectionId = pick([...board.entities.connections.ids()]) ?? 'none'
  const messageId = pick([...board.entities.messages.ids()]) ?? 'none'
  const recipeId = pick(['poezee', 'book-matchmaker', 'general-programme']) ?? 'poezee'
  const gestures: (() => unknown)[] = [
    () => activities.length < 60 && addActivity(board, actor, { recipeId, start, lane: { groupId }, locale: 'nl' }),
    () => activities.length < 60 && copyActivity(board, actor, { activityId, start, locale: 'en' }),
    () => moveActivity(board, actor, { activityId, start, lane: random() < 0.5 ? { groupId } : {} }),
    () => moveActivity(board, actor, { activityId, lane: { placeId: pick(['centre', 'harbour', null]) ?? null } }),
    () => moveActivity(board, actor, { activityId, lane: { discipline: pick(['marketing', 'collection']) ?? null } }),
    () => editActivity(board, actor, { activityId, changes: { title: `Titel ${Math.floor(random() * 1000)}` } }),
    () =>
      editActivity(board, actor, {
        activityId,
        changes: { public: random() < 0.5, attendance: Math.floor(random() * 90) },
      }),
    () => setPhase(board, actor, { activityId, phase: pick(PHASES) ?? 'idea', reason: 'omdat' }),
    () =>
      setMembership(board, actor, {
        activityId,
        field: 'targetGroupIds',
        memberId: groupId ?? 'teens',
        on: random() < 0.5,
      }),
    () =>
      setMembership(board, actor, {
        activityId,
        field: 'valueIds',
        memberId: pick(['topicality', 'inspiration']) ?? 'x',
        on: random() < 0.6,
      }),
    () =>
      setOwner(board, actor, {
        activityId,
        discipline: pick(['collection', 'marketing']) ?? 'marketing',
        owner: random() < 0.3 ? null : { roleId: null, personId: null },
      }),
    () => setRecipeField(board, actor, { activityId, key: 'form', value: pick(['boat', 'window', null]) }),
    () =>
      connect(board, actor, {
        activityId,
        part: random() < 0.2 ? { title: `Boek ${Math.floor(random() * 9)}` } : { id: partId },
        why: 'past',
      }),
    () => editConnection(board, actor, { connectionId, changes: { why: `w${Math.floor(random() * 9)}` } }),
    () => disconnect(board, actor, { connectionId }),
    () => addMessage(board, actor, { activityId, channelId: 'newsletter' }),
    () => editMessage(board, actor, { messageId, changes: { locked: random() < 0.5 } }),
    () => editMessage(board, actor, { messageId, changes: { publishOn: start } }),
    () => random() < 0.3 && deleteActivity(board, actor, { activityId }),
    () => random() < 0.1 && deleteEntity(board, actor, { kind: 'collectionParts', id: partId }),
    () => restoreEntity(board, actor, { kind: view.bin()[0]?.kind ?? 'activities', id: view.bin()[0]?.id ?? 'none' }),
    () =>
      random() < 0.1 && addListEntry(board, actor, { kind: 'targetGroups', name: `Groep ${Math.floor(random() * 9)}` }),
    () => undo.undo(),
    () => undo.redo(),
  ]
  undo.stopCapturing()
  pick(gestures)?.()
}

/** Everything a screen would show, computed by views that grew up with the document. */
function shown(view: BoardView, lanes: readonly CalendarLanes[]): unknown {
  return {
    info: view.info(),
    bin: view.bin(),
    all: Object.fromEntries(
      ENTITY_KINDS.map((kind) => [kind, kind === 'targetGroups' ? view.all(kind) : byId(view.all(kind))]),
    ),
    hanging: view
      .all('activities')
      .map(({ id }) => [id, view.messagesOf(id), view.stepsOf(id), view.connectionsOf(id)])
      .sort(byFirst),
    parts: view
      .all('collectionParts')
      .map(({ id }) => [id, view.connectionsOfPart(id)])
      .sort(byFirst),
    lanes: lanes.map((lane) => ({
      lanes: lane.lanes(),
      tray: lane.tray(),
      cards: byId(lane.lanes()).map(({ id }) => [id, lane.cards(id), lane.rowCount(id)]),
    })),
  }
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
const byFirst = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1)

function converge(seed: number): readonly Device[] {
  const random = randomFrom(seed)
  const devices = Array.from({ length: PEOPLE }, (_, index) => deviceOf(index))
  for (const device of devices) {
    device.board.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'wire') return
      for (const other of devices) {
        if (other === device) continue
        // Lost (it comes by the resync at the end), doubled, or simply late.
        const copies = random() < 0.1 ? 0 : random() < 0.15 ? 2 : 1
        for (let copy = 0; copy < copies; copy++) other.inbox.push(update)
      }
    })
  }
  for (let step = 0; step < STEPS; step++) {
    const device = devices[Math.floor(random() * PEOPLE)]
    if (device === undefined) throw new Error('nobody there')
    if (random() < 0.55) randomGesture(device, random)
    else {
      // Any of the waiting updates, in any order.
      for (let taken = 0; taken < 3 && device.inbox.length > 0; taken++) {
        const [update] = device.inbox.splice(Math.floor(random() * device.inbox.length), 1)
        if (update) Y.applyUpdate(device.board.doc, update, 'wire')
      }
    }
  }
  // Everybody is back on line: each asks the others for what it misses, twice over.
  for (let round = 0; round < 2; round++) {
    for (const device of devices) {
      for (const other of devices) {
        const missing = Y.encodeStateAsUpdate(other.board.doc, Y.encodeStateVector(device.board.doc))
        Y.applyUpdate(device.board.doc, missing, 'wire')
        Y.applyUpdate(device.board.doc, missing, 'wire')
      }
    }
  }
  return devices
}

describe.each(SEEDS)('convergence, seed %i (set CONVERGENCE_SEED to try another)', (seed) => {
  let devices: readonly Device[] = []

  it(`[CV1] ${PEOPLE} documents are equal after ${STEPS} shuffled, doubled, delayed and lost steps (seed ${seed})`, () => {
    devices = converge(seed)
    const [first, ...others] = devices
    if (first === undefined) throw new Error('nobody there')
    expect(first.view.all('activities').length).toBeGreaterThan(3)
    for (const other of others) {
      expect(sortFile(documentToBoardFile(other.board.doc))).toEqual(sortFile(documentToBoardFile(first.board.doc)))
      expect(other.board.doc.store.pendingStructs).toBeNull()
    }
  })

  it(`[VW2] views kept card by card equal views made from scratch (seed ${seed})`, () => {
    for (const device of devices) {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(device.board.doc))
      const fresh = new BoardView(openBoardDocument(doc))
      const lanes = LANE_AXES.map(
        (axis, index) => new CalendarLanes(fresh, axis, device.lanes[index]?.granularity ?? 'day'),
      )
      expect(shown(device.view, device.lanes)).toEqual(shown(fresh, lanes))
      const search = new BoardSearch(fresh)
      for (const query of ['titel 1', 'poez', 'voor']) {
        expect([...device.search.activities(query)].sort()).toEqual([...search.activities(query)].sort())
      }
      expect([...device.search.parts('boek')].sort()).toEqual([...search.parts('boek')].sort())
    }
  })

  it(`[VW3] [VW4] every card stands once, and no two on one spot (seed ${seed})`, () => {
    for (const { view, lanes } of devices) {
      for (const lane of lanes) {
        const standing = lane.lanes().flatMap(({ id }) => lane.cards(id).map((card) => card.id))
        expect([...standing, ...lane.tray()].sort()).toEqual(
          view
            .all('activities')
            .map(({ id }) => id)
            .sort(),
        )
        for (const { id } of lane.lanes()) {
          const cards = lane.cards(id)
          for (const a of cards) {
            const clash = cards.some(
              (b) => b !== a && b.row === a.row && b.startDay <= a.endDay && a.startDay <= b.endDay,
            )
            expect(clash).toBe(false)
          }
        }
      }
    }
  })

  afterAll(() => {
    for (const device of devices) {
      device.view.destroy()
      device.search.destroy()
    }
  })
})

function sortFile(file: Record<string, unknown>): unknown {
  return Object.fromEntries(
    Object.entries(file).map(([key, value]) => [
      key,
      Array.isArray(value) ? [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value,
    ]),
  )
}
