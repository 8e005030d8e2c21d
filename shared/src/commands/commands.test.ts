import 'temporal-polyfill/global'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { messagesOfRecipe } from '../domain/recipe-messages.ts'
import { recipeOf } from '../domain/recipes.ts'
import { documentToBoardFile } from '../exchange/document-to-board-file.ts'
import type { BoardDocument } from '../model/board-document.ts'
import { ENTITY_KINDS } from '../model/entity-kinds.ts'
import { readEntity } from '../model/entity-snapshot.ts'
import { CommandOrigin } from '../model/origin.ts'
import { ANNA, BRAM, smallBoard } from '../testing/sample-board.ts'
import { addActivity } from './add-activity.ts'
import { addListEntry } from './add-list-entry.ts'
import { addMessage } from './add-message.ts'
import { addStep } from './add-step.ts'
import { connect } from './connect.ts'
import { copyActivity } from './copy-activity.ts'
import { deleteActivity } from './delete-activity.ts'
import { deleteEntity } from './delete-entity.ts'
import { disconnect } from './disconnect.ts'
import { editActivity } from './edit-activity.ts'
import { editBoard } from './edit-board.ts'
import { editConnection } from './edit-connection.ts'
import { editListEntry } from './edit-list-entry.ts'
import { editMessage } from './edit-message.ts'
import { editStep } from './edit-step.ts'
import { moveActivity } from './move-activity.ts'
import { removeMessage } from './remove-message.ts'
import { removeStep } from './remove-step.ts'
import { renameBoard } from './rename-board.ts'
import { restoreEntity } from './restore-entity.ts'
import type { CommandResult } from './run-command.ts'
import { setChecklistItem } from './set-checklist-item.ts'
import { setMeasure } from './set-measure.ts'
import { setMembership } from './set-membership.ts'
import { setOwner } from './set-owner.ts'
import { setPhase } from './set-phase.ts'
import { setRecipeField } from './set-recipe-field.ts'

const day = plainDate

function done<T>(result: CommandResult<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.reason}`)
  return result.value
}

function activity(board: BoardDocument, id: string) {
  const found = readEntity(board, 'activities', id)
  if (found === undefined) throw new Error(`no activity ${id}`)
  return found
}

function undoOf(board: BoardDocument): Y.UndoManager {
  const scope = [board.board, ...ENTITY_KINDS.map((kind) => board.entities[kind].map)]
  return new Y.UndoManager(scope, { trackedOrigins: new Set([CommandOrigin]), captureTimeout: 0 })
}

/** Two documents that send each other everything, at once. */
function pair(): [BoardDocument, BoardDocument] {
  return [smallBoard(101), smallBoard(202)]
}

function exchange(a: BoardDocument, b: BoardDocument): void {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a.doc), Y.encodeStateAsUpdate(b.doc)]
  Y.applyUpdate(a.doc, fromB)
  Y.applyUpdate(b.doc, fromA)
}

describe('adding', () => {
  it('[CM2] lays out steps and messages backwards from the date', () => {
    const board = smallBoard()
    const start = day('2027-09-01')
    const added = done(
      addActivity(board, ANNA, { recipeId: 'poezee', start, lane: { groupId: 'teens' }, locale: 'nl' }),
    )
    expect(added.steps).toBe(recipeOf('poezee')?.steps.length)
    expect(added.messages).toBe(messagesOfRecipe('poezee').length)
    expect(added.messages).toBeGreaterThan(0)
    expect(readEntity(board, 'steps', `${added.activityId}:poezee-s1`)).toMatchObject({
      on: '2027-06-09',
      title: 'Plek en vorm kiezen',
    })
    expect(activity(board, added.activityId)).toMatchObject({
      title: 'Poezee',
      targetGroupIds: ['teens'],
      phase: 'pencilled',
    })
  })

  it('[CM2] without a date the script waits, and falls in place with the first date', () => {
    const board = smallBoard()
    const { activityId } = done(addActivity(board, ANNA, { recipeId: 'book-matchmaker', locale: 'en' }))
    expect(readEntity(board, 'steps', `${activityId}:book-matchmaker-s1`)?.on).toBeNull()
    done(moveActivity(board, ANNA, { activityId, start: day('2027-05-10') }))
    expect(readEntity(board, 'steps', `${activityId}:book-matchmaker-s1`)?.on).toBe('2027-04-05')
    done(moveActivity(board, ANNA, { activityId, start: null }))
    expect(readEntity(board, 'steps', `${activityId}:book-matchmaker-s1`)?.on).toBeNull()
  })

  it('[CM1] refuses an end before the start and writes nothing', () => {
    const board = smallBoard()
    const before = Y.encodeStateVector(board.doc)
    const input = { recipeId: 'poezee', start: day('2027-09-02'), end: day('2027-09-01'), locale: 'nl' as const }
    expect(addActivity(board, ANNA, input)).toEqual({ ok: false, reason: 'bad-date' })
    expect(Y.encodeStateVector(board.doc)).toEqual(before)
  })

  it('[CM6] a copy takes connections and plan along, not what came of it', () => {
    const board = smallBoard()
    done(connect(board, ANNA, { activityId: 'dated', part: { id: 'book' } }))
    done(editActivity(board, ANNA, { activityId: 'dated', changes: { attendance: 12 } }))
    const { activityId } = done(
      copyActivity(board, ANNA, { activityId: 'dated', start: day('2027-04-01'), locale: 'nl' }),
    )
    expect(activity(board, activityId)).toMatchObject({
      start: '2027-04-01',
      end: '2027-04-03',
      attendance: null,
      title: 'Voorleesuur',
    })
    expect(readEntity(board, 'connections', `${activityId}:book`)?.partId).toBe('book')
  })
})

describe('moving', () => {
  it('[CM3] messages and times move along, locked ones stay', () => {
    const board = smallBoard()
    const moved = done(moveActivity(board, ANNA, { activityId: 'dated', start: day('2027-03-17') }))
    expect(moved).toMatchObject({ messages: 1, steps: 0, lockedBehind: 1 })
    expect(activity(board, 'dated')).toMatchObject({ start: '2027-03-17', end: '2027-03-19' })
    expect(activity(board, 'dated').times[0]?.date).toBe('2027-03-18')
    expect(readEntity(board, 'messages', 'dated-news')).toMatchObject({
      publishOn: '2027-02-24',
      copyDue: '2027-02-17',
    })
    expect(readEntity(board, 'messages', 'dated-fixed')?.publishOn).toBe('2027-02-28')
  })

  it('[CM3] across daylight saving, a leap day and the border of the year a day stays a day', () => {
    const board = smallBoard()
    for (const start of ['2027-03-28', '2028-02-29', '2028-12-31', '2026-12-28']) {
      done(moveActivity(board, ANNA, { activityId: 'dated', start: day(start) }))
    }
    expect(readEntity(board, 'messages', 'dated-news')).toMatchObject({
      publishOn: '2026-12-07',
      copyDue: '2026-11-30',
    })
  })

  it('[CM3] a message locked and unlocked again keeps the day it has', () => {
    const board = smallBoard()
    done(editMessage(board, ANNA, { messageId: 'dated-news', changes: { locked: true } }))
    done(moveActivity(board, ANNA, { activityId: 'dated', start: day('2027-03-20') }))
    expect(readEntity(board, 'messages', 'dated-news')?.publishOn).toBe('2027-02-17')
    done(editMessage(board, ANNA, { messageId: 'dated-news', changes: { locked: false } }))
    done(moveActivity(board, ANNA, { activityId: 'dated', start: day('2027-03-21') }))
    expect(readEntity(board, 'messages', 'dated-news')?.publishOn).toBe('2027-02-18')
  })

  it('[CM7] only a start keeps the length; an end before the start is refused', () => {
    const board = smallBoard()
    expect(moveActivity(board, ANNA, { activityId: 'dated', end: day('2027-03-09') })).toEqual({
      ok: false,
      reason: 'bad-date',
    })
    done(moveActivity(board, ANNA, { activityId: 'dated', end: day('2027-03-20') }))
    done(moveActivity(board, ANNA, { activityId: 'dated', start: day('2027-04-01') }))
    expect(activity(board, 'dated')).toMatchObject({ start: '2027-04-01', end: '2027-04-11' })
  })

  it('[CM8] another lane replaces the main group and keeps the side groups', () => {
    const board = smallBoard()
    done(moveActivity(board, ANNA, { activityId: 'dated', lane: { groupId: 'teens' } }))
    expect(activity(board, 'dated').targetGroupIds).toEqual(['teens', 'seniors'])
    done(moveActivity(board, ANNA, { activityId: 'dated', lane: { groupId: 'seniors' } }))
    expect(activity(board, 'dated').targetGroupIds).toEqual(['seniors'])
    done(moveActivity(board, ANNA, { activityId: 'dated', lane: { discipline: 'marketing' } }))
    expect(activity(board, 'dated').owners.map(({ discipline }) => discipline)).toEqual(['marketing', 'programming'])
  })

  it('[BD3] two people who move one card at once: one drop stands as a whole', () => {
    const [a, b] = pair()
    done(moveActivity(a, ANNA, { activityId: 'dated', start: day('2027-05-01'), lane: { groupId: 'teens' } }))
    done(moveActivity(b, BRAM, { activityId: 'dated', start: day('2027-06-01'), lane: { groupId: 'seniors' } }))
    exchange(a, b)
    const seen = [activity(a, 'dated'), activity(b, 'dated')].map(({ start, targetGroupIds }) => [
      start,
      targetGroupIds[0],
    ])
    expect(seen[0]).toEqual(seen[1])
    expect([
      ['2027-05-01', 'teens'],
      ['2027-06-01', 'seniors'],
    ]).toContainEqual(seen[0])
  })

  it('[BD3] one moves the card while the other changes title and a side group: both stand', () => {
    const [a, b] = pair()
    done(moveActivity(a, ANNA, { activityId: 'dated', start: day('2027-05-01') }))
    done(editActivity(b, BRAM, { activityId: 'dated', changes: { title: 'Voorleesfeest' } }))
    done(setMembership(b, BRAM, { activityId: 'dated', field: 'targetGroupIds', memberId: 'teens', on: true }))
    exchange(a, b)
    for (const board of [a, b]) {
      expect(activity(board, 'dated')).toMatchObject({
        start: '2027-05-01',
        title: 'Voorleesfeest',
        targetGroupIds: ['toddlers', 'seniors', 'teens'],
      })
    }
  })

  it('[CM3] what waits for a date cannot be locked, and its script survives every change', () => {
    const board = smallBoard()
    const { activityId } = done(addActivity(board, ANNA, { recipeId: 'poezee', locale: 'nl' }))
    const [channelId] = messagesOfRecipe('poezee')
    const messageId = `${activityId}:${channelId}`
    const stepId = `${activityId}:poezee-s1`
    const before = documentToBoardFile(board.doc)
    expect(editMessage(board, ANNA, { messageId, changes: { locked: true, text: 'x' } })).toEqual({
      ok: false,
      reason: 'no-date-yet',
    })
    expect(editStep(board, ANNA, { stepId, changes: { locked: true } })).toEqual({ ok: false, reason: 'no-date-yet' })
    expect(documentToBoardFile(board.doc)).toEqual(before)
    done(editMessage(board, ANNA, { messageId, changes: { locked: false, text: 'Kom kijken' } }))
    done(editStep(board, ANNA, { stepId, changes: { locked: false, done: true } }))
    done(moveActivity(board, ANNA, { activityId, start: day('2027-09-01') }))
    expect(readEntity(board, 'steps', stepId)).toMatchObject({ on: '2027-06-09', done: true })
    const message = readEntity(board, 'messages', messageId)
    expect(message).toMatchObject({ text: 'Kom kijken', locked: false })
    expect(message?.publishOn).not.toBeNull()
    expect(message?.copyDue).not.toBeNull()
  })

  it('[CM3] a day chosen for a waiting message keeps the distance between its two days', () => {
    const board = smallBoard()
    const { activityId } = done(addActivity(board, ANNA, { recipeId: 'poezee', locale: 'nl' }))
    const { messageId } = done(addMessage(board, ANNA, { activityId, channelId: 'newsletter' }))
    done(editMessage(board, ANNA, { messageId, changes: { publishOn: day('2027-04-20') } }))
    expect(readEntity(board, 'messages', messageId)).toMatchObject({ publishOn: '2027-04-20', copyDue: '2027-04-13' })
    const other = done(addMessage(board, ANNA, { activityId, channelId: 'newsletter' })).messageId
    done(editMessage(board, ANNA, { messageId: other, changes: { copyDue: day('2027-04-13') } }))
    expect(readEntity(board, 'messages', other)).toMatchObject({ publishOn: '2027-04-20', copyDue: '2027-04-13' })
  })

  it('[CM1] a move to where it stands changes nothing', () => {
    expect(moveActivity(smallBoard(), ANNA, { activityId: 'dated', start: day('2027-03-10') })).toEqual({
      ok: false,
      reason: 'nothing-changed',
    })
  })
})

describe('connecting', () => {
  it('[CM6] two people who make the same connection at once make one, and lose nothing of it', () => {
    const [a, b] = pair()
    const { connectionId } = done(
      connect(a, ANNA, { activityId: 'dated', part: { id: 'book' }, why: 'Past bij het thema' }),
    )
    done(connect(b, BRAM, { activityId: 'dated', part: { id: 'book' } }))
    done(editConnection(b, BRAM, { connectionId, changes: { status: 'besteld' } }))
    exchange(a, b)
    for (const board of [a, b]) {
      expect([...board.entities.connections.ids()]).toEqual(['dated:book'])
      expect(readEntity(board, 'connections', connectionId)).toMatchObject({
        why: 'Past bij het thema',
        status: 'besteld',
      })
    }
  })

  it('[CM6] makes a new collection part where none is found, and brings a dropped connection back', () => {
    const board = smallBoard()
    const made = done(
      connect(board, ANNA, { activityId: 'dated', part: { title: ' Nijntje ', creators: ['Dick Bruna'] } }),
    )
    expect(made.madePart).toBe(true)
    expect(readEntity(board, 'collectionParts', made.partId)?.title).toBe('Nijntje')
    done(disconnect(board, ANNA, { connectionId: made.connectionId }))
    expect(readEntity(board, 'connections', made.connectionId)?.gone).toBe(true)
    done(connect(board, ANNA, { activityId: 'dated', part: { id: made.partId }, kind: 'table' }))
    expect(readEntity(board, 'connections', made.connectionId)).toMatchObject({ gone: false, kind: 'table' })
  })

  it('[CM4] a part or activity that a colleague removed is a refusal', () => {
    const board = smallBoard()
    done(deleteEntity(board, BRAM, { kind: 'collectionParts', id: 'book' }))
    expect(connect(board, ANNA, { activityId: 'dated', part: { id: 'book' } })).toEqual({
      ok: false,
      reason: 'part-gone',
    })
    done(deleteActivity(board, BRAM, { activityId: 'dated' }))
    expect(moveActivity(board, ANNA, { activityId: 'dated', start: null })).toEqual({
      ok: false,
      reason: 'activity-gone',
    })
    expect(connect(board, ANNA, { activityId: 'dated', part: { title: 'X' } })).toEqual({
      ok: false,
      reason: 'activity-gone',
    })
    expect(readEntity(board, 'collectionParts', 'book')?.gone).toBe(true)
  })
})

describe('undo', () => {
  const added = (board: BoardDocument) =>
    done(addActivity(board, ANNA, { id: 'new', recipeId: 'poezee', start: day('2027-08-01'), locale: 'nl' }))
  const commands: readonly [string, (board: BoardDocument) => CommandResult<unknown>][] = [
    [
      'add-activity',
      (board) => addActivity(board, ANNA, { recipeId: 'poezee', start: day('2027-09-01'), locale: 'nl' }),
    ],
    ['copy-activity', (board) => copyActivity(board, ANNA, { activityId: 'dated', locale: 'nl' })],
    [
      'move-activity',
      (board) =>
        moveActivity(board, ANNA, { activityId: 'dated', start: day('2027-04-01'), lane: { groupId: 'teens' } }),
    ],
    ['move to the tray', (board) => moveActivity(board, ANNA, { activityId: 'dated', start: null })],
    [
      'edit-activity',
      (board) => editActivity(board, ANNA, { activityId: 'dated', changes: { title: 'Anders', public: true } }),
    ],
    ['edit times', (board) => editActivity(board, ANNA, { activityId: 'dated', changes: { times: [] } })],
    ['set-phase', (board) => setPhase(board, ANNA, { activityId: 'dated', phase: 'cancelled', reason: 'Ziek' })],
    [
      'set-membership',
      (board) =>
        setMembership(board, ANNA, { activityId: 'dated', field: 'valueIds', memberId: 'topicality', on: true }),
    ],
    [
      'drop the main group',
      (board) =>
        setMembership(board, ANNA, { activityId: 'dated', field: 'targetGroupIds', memberId: 'toddlers', on: false }),
    ],
    [
      'set-owner',
      (board) =>
        setOwner(board, ANNA, {
          activityId: 'dated',
          discipline: 'collection',
          owner: { roleId: 'collection-specialist', personId: null },
        }),
    ],
    ['set-recipe-field', (board) => setRecipeField(board, ANNA, { activityId: 'dated', key: 'form', value: 'boat' })],
    [
      'set-checklist-item',
      (board) => setChecklistItem(board, ANNA, { activityId: 'dated', itemId: 'customer-view', checked: true }),
    ],
    [
      'set-measure',
      (board) =>
        setMeasure(board, ANNA, {
          activityId: 'dated',
          measureId: 'newcomers',
          measure: { target: 10, observed: null },
        }),
    ],
    ['connect', (board) => connect(board, ANNA, { activityId: 'dated', part: { title: 'Nijntje' } })],
    ['delete-activity', (board) => deleteActivity(board, ANNA, { activityId: 'dated' })],
    ['delete-entity', (board) => deleteEntity(board, ANNA, { kind: 'collectionParts', id: 'book' })],
    ['add-message', (board) => addMessage(board, ANNA, { activityId: 'dated', channelId: 'intranet' })],
    [
      'edit-message',
      (board) =>
        editMessage(board, ANNA, { messageId: 'dated-news', changes: { locked: true, publishOn: day('2027-01-01') } }),
    ],
    ['remove-message', (board) => removeMessage(board, ANNA, { messageId: 'dated-news' })],
    [
      'add-step',
      (board) =>
        addStep(board, ANNA, { activityId: 'dated', title: 'Bellen', on: day('2027-03-01'), discipline: 'marketing' }),
    ],
    [
      'edit-step',
      (board) => editStep(board, ANNA, { stepId: 'new:poezee-s1', changes: { done: true, on: day('2027-05-01') } }),
    ],
    ['remove-step', (board) => removeStep(board, ANNA, { stepId: 'new:poezee-s1' })],
    ['add-list-entry', (board) => addListEntry(board, ANNA, { kind: 'targetGroups', name: 'Buren' })],
    [
      'edit-list-entry',
      (board) => editListEntry(board, ANNA, { kind: 'places', id: 'harbour', changes: { name: 'De Haven' } }),
    ],
    ['edit-board', (board) => editBoard(board, ANNA, { changes: { library: 'Bibliotheek Waterrijk' } })],
    ['rename-board', (board) => renameBoard(board, ANNA, { title: 'Ander bord' })],
  ]

  it.each(commands)('[CM5] of %s restores exactly, and redo does it again', (_name, command) => {
    const board = smallBoard()
    added(board)
    const undo = undoOf(board)
    const before = documentToBoardFile(board.doc)
    done(command(board))
    const after = documentToBoardFile(board.doc)
    expect(after).not.toEqual(before)
    expect(undo.undoStack).toHaveLength(1)
    undo.undo()
    expect(documentToBoardFile(board.doc)).toEqual(before)
    undo.redo()
    expect(documentToBoardFile(board.doc)).toEqual(after)
  })

  it('[CM5] undo takes back only what I did', () => {
    const [a, b] = pair()
    const undo = undoOf(a)
    done(moveActivity(a, ANNA, { activityId: 'dated', start: day('2027-05-01') }))
    done(editActivity(b, BRAM, { activityId: 'dated', changes: { title: 'Van Bram' } }))
    exchange(a, b)
    undo.undo()
    exchange(a, b)
    expect(activity(b, 'dated')).toMatchObject({ start: '2027-03-10', title: 'Van Bram' })
  })

  it('[BD7] a deleted activity comes back in one step with all that hung on it', () => {
    const board = smallBoard()
    done(connect(board, ANNA, { activityId: 'dated', part: { id: 'book' } }))
    const before = documentToBoardFile(board.doc)
    done(deleteActivity(board, ANNA, { activityId: 'dated' }))
    done(restoreEntity(board, BRAM, { kind: 'activities', id: 'dated' }))
    expect(documentToBoardFile(board.doc)).toEqual(before)
    expect(restoreEntity(board, BRAM, { kind: 'activities', id: 'dated' })).toEqual({
      ok: false,
      reason: 'nothing-changed',
    })
  })
})

describe('a document that is not as expected', () => {
  it('[BD6] of a newer version is not written to', () => {
    const board = smallBoard()
    board.meta.set('schemaVersion', 2)
    const before = Y.encodeStateVector(board.doc)
    expect(moveActivity(board, ANNA, { activityId: 'dated', start: null })).toEqual({
      ok: false,
      reason: 'board-read-only',
    })
    expect(Y.encodeStateVector(board.doc)).toEqual(before)
  })

  it('[BD5] with nonsense in a field gives defaults and keeps the nonsense', () => {
    const board = smallBoard()
    const { map } = board.entities.activities
    map.set('dated/phase', 42)
    map.set('dated/title', { html: '<b>' })
    map.set('dated/$at', { start: '2027-02-30', end: 7, groupId: 'no such', recipeId: [] })
    map.set('dated/valueIds/x', 'not an order')
    map.set('broken', 'a text')
    map.set('torn', '{"title":"Half')
    map.set('listed', '[{"title":"A list"}]')
    map.set('no id!', { title: 'X' })
    expect(activity(board, 'dated')).toMatchObject({
      phase: 'idea',
      title: '',
      start: null,
      end: null,
      recipeId: 'general-programme',
    })
    for (const id of ['broken', 'torn', 'listed']) {
      expect(readEntity(board, 'activities', id)).toBeUndefined()
      expect(board.entities.activities.isAlive(id)).toBe(false)
    }
    expect(map.get('dated/phase')).toBe(42)
    expect([...board.entities.activities.ids()]).not.toContain('no id!')
  })

  it('[BD1] reads a birth value that lies there as an object like one that lies there as text', () => {
    const board = smallBoard()
    const { map } = board.entities.activities
    const birth: unknown = JSON.parse(String(map.get('dated')))
    const before = activity(board, 'dated')
    map.set('dated', birth)
    expect(activity(board, 'dated')).toEqual(before)
    done(moveActivity(board, ANNA, { activityId: 'dated', start: day('2027-05-05') }))
    expect(activity(board, 'dated').start).toBe('2027-05-05')
  })

  it('[BD4] two people who tick two values keep both', () => {
    const [a, b] = pair()
    done(setMembership(a, ANNA, { activityId: 'dated', field: 'valueIds', memberId: 'topicality', on: true }))
    done(setMembership(b, BRAM, { activityId: 'dated', field: 'valueIds', memberId: 'inspiration', on: true }))
    exchange(a, b)
    expect([...activity(a, 'dated').valueIds].sort()).toEqual(['inspiration', 'topicality'])
    expect(activity(a, 'dated').valueIds).toEqual(activity(b, 'dated').valueIds)
  })
})
