import 'temporal-polyfill/global'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { addListEntry } from '../commands/add-list-entry.ts'
import { connect } from '../commands/connect.ts'
import { deleteActivity } from '../commands/delete-activity.ts'
import { deleteEntity } from '../commands/delete-entity.ts'
import { editActivity } from '../commands/edit-activity.ts'
import { moveActivity } from '../commands/move-activity.ts'
import { fieldsOfRecipe } from '../domain/recipe-fields.ts'
import { ANNA, exampleJson, openFile, smallBoard } from '../testing/sample-board.ts'
import { BoardView } from './board-view.ts'
import { CalendarLanes } from './calendar-lanes.ts'
import { NO_LANE } from './lane-axis.ts'
import { openQuestionsOf } from './open-questions.ts'
import { messageWarning, stepWarning } from './script-warnings.ts'
import { BoardSearch } from './search.ts'

function heard(
  subscribe: (topic: string, listener: () => void) => () => void,
  ...topics: string[]
): Map<string, number> {
  const counts = new Map(topics.map((topic) => [topic, 0]))
  for (const topic of topics) subscribe(topic, () => counts.set(topic, (counts.get(topic) ?? 0) + 1))
  return counts
}

describe('BoardView', () => {
  it('[VW1] one changed card changes one snapshot and calls its listeners once', () => {
    const view = new BoardView(openFile(exampleJson('nl')))
    const [before, other] = [view.get('activities', 'c13'), view.get('activities', 'c12')]
    const counts = heard(
      view.subscribe.bind(view),
      'activities/c13',
      'activities/c12',
      'activities',
      'people',
      'messages-of/c12',
    )
    editActivity(view.board, ANNA, { activityId: 'c13', changes: { title: 'Leestafel', summary: 'x' } })
    expect(view.get('activities', 'c13')).not.toBe(before)
    expect(view.get('activities', 'c12')).toBe(other)
    expect(Object.fromEntries(counts)).toEqual({
      'activities/c13': 1,
      'activities/c12': 0,
      activities: 1,
      people: 0,
      'messages-of/c12': 0,
    })
  })

  it('[VW1] lists keep their identity until something of theirs changes', () => {
    const view = new BoardView(smallBoard())
    const [groups, messages] = [view.all('targetGroups'), view.messagesOf('dated')]
    editActivity(view.board, ANNA, { activityId: 'waiting', changes: { title: 'Anders' } })
    expect(view.all('targetGroups')).toBe(groups)
    expect(view.messagesOf('dated')).toBe(messages)
    moveActivity(view.board, ANNA, { activityId: 'dated', start: plainDate('2027-03-11') })
    expect(view.messagesOf('dated')).not.toBe(messages)
  })

  it('[BD7] what hangs on something in the bin is hidden with it', () => {
    const view = new BoardView(smallBoard())
    connect(view.board, ANNA, { activityId: 'dated', part: { id: 'book' } })
    expect(view.connectionsOf('dated')).toHaveLength(1)
    deleteEntity(view.board, ANNA, { kind: 'collectionParts', id: 'book' })
    expect(view.connectionsOf('dated')).toHaveLength(0)
    deleteActivity(view.board, ANNA, { activityId: 'dated' })
    expect(view.connectionsOfPart('book')).toHaveLength(0)
    expect(new Map(view.bin().map(({ id, by }) => [id, by]))).toEqual(
      new Map([
        ['book', 'Anna'],
        ['dated', 'Anna'],
      ]),
    )
  })

  it('[BD1] lists that people see keep their order: the file first, later ones behind', () => {
    const view = new BoardView(smallBoard())
    for (const name of ['Buren', 'Ouders']) addListEntry(view.board, ANNA, { kind: 'targetGroups', name })
    expect(view.all('targetGroups').map(({ name }) => name)).toEqual([
      'Peuters',
      'Senioren',
      'Tieners',
      'Buren',
      'Ouders',
    ])
  })

  it('[VW1] does not miss what arrives before anyone listens, and stops when destroyed', () => {
    const board = smallBoard()
    const view = new BoardView(board)
    editActivity(board, ANNA, { activityId: 'dated', changes: { title: 'Eerder' } })
    expect(view.get('activities', 'dated')?.title).toBe('Eerder')
    view.destroy()
    editActivity(board, ANNA, { activityId: 'dated', changes: { title: 'Later' } })
    expect(view.get('activities', 'dated')?.title).toBe('Eerder')
  })
})

describe('CalendarLanes', () => {
  it('[VW2] a move announces the lane it left and the lane it entered, no other', () => {
    const lanes = new CalendarLanes(new BoardView(smallBoard()), 'targetGroup')
    const view = new BoardView(smallBoard())
    const own = new CalendarLanes(view, 'targetGroup')
    expect(lanes.cards('toddlers')).toHaveLength(1)
    const seniors = own.cards('seniors')
    const counts = heard(own.subscribe.bind(own), 'lane/toddlers', 'lane/teens', 'lane/seniors', 'tray')
    moveActivity(view.board, ANNA, { activityId: 'dated', lane: { groupId: 'teens' } })
    expect(Object.fromEntries(counts)).toEqual({ 'lane/toddlers': 1, 'lane/teens': 1, 'lane/seniors': 0, tray: 0 })
    expect(own.cards('seniors')).toBe(seniors)
    expect(own.cards('teens')).toMatchObject([{ id: 'dated', row: 0 }])
  })

  it('[VW4] a card without a date waits in the tray; one without a group has a lane of its own while there is one', () => {
    const view = new BoardView(smallBoard())
    const lanes = new CalendarLanes(view, 'targetGroup')
    expect(lanes.tray()).toEqual(['waiting'])
    expect(lanes.lanes().map(({ id }) => id)).not.toContain(NO_LANE)
    moveActivity(view.board, ANNA, { activityId: 'dated', lane: { groupId: null } })
    // The side group moves up, so the card is still for somebody.
    expect(lanes.laneOfCard('dated')).toBe('seniors')
    moveActivity(view.board, ANNA, { activityId: 'waiting', start: plainDate('2027-01-01'), lane: { groupId: null } })
    expect(lanes.lanes().map(({ id }) => id)).toContain(NO_LANE)
    expect(lanes.tray()).toEqual([])
  })

  it('[VW3] packs by week where a column is a week', () => {
    const view = new BoardView(smallBoard())
    const [days, weeks] = [new CalendarLanes(view, 'targetGroup'), new CalendarLanes(view, 'targetGroup', 'week')]
    // Wednesday to Friday, and the Saturday and Sunday of the same week 10.
    moveActivity(view.board, ANNA, {
      activityId: 'waiting',
      start: plainDate('2027-03-13'),
      lane: { groupId: 'toddlers' },
    })
    expect(days.rowCount('toddlers')).toBe(1)
    expect(weeks.rowCount('toddlers')).toBe(2)
    moveActivity(view.board, ANNA, { activityId: 'waiting', start: plainDate('2027-03-15') })
    expect(weeks.rowCount('toddlers')).toBe(1)
  })
})

describe('BoardSearch', () => {
  it('[VW5] finds by the beginning of words, without marks, with a typing error, by creator and ISBN', () => {
    const view = new BoardView(smallBoard())
    const search = new BoardSearch(view)
    expect(search.activities('voorl')).toEqual(['dated'])
    expect(search.activities('schrijfcafe')).toEqual(['waiting'])
    expect(search.parts('poezie')).toEqual(['book'])
    expect(search.parts('peutrs')).toEqual(['book'])
    expect(search.parts('bode')).toEqual(['book'])
    expect(search.parts('978-02410-03008')).toEqual(['book'])
    expect(search.parts('9780241')).toEqual(['book'])
    expect(search.parts('zzzz')).toEqual([])
    editActivity(view.board, ANNA, { activityId: 'dated', changes: { title: 'Muziekuur' } })
    expect(search.activities('voorl')).toEqual([])
    deleteActivity(view.board, ANNA, { activityId: 'dated' })
    expect(search.activities('muziek')).toEqual([])
  })
})

describe('open questions and warnings', () => {
  it('[VW6] ask what the phase needs, and nothing beside the main line', () => {
    const view = new BoardView(smallBoard())
    const ask = (id: string) => {
      const activity = view.get('activities', id)
      if (activity === undefined) throw new Error(id)
      return openQuestionsOf(activity, { connections: [], messages: [] }, fieldsOfRecipe(activity.recipeId))
    }
    expect(ask('waiting').map(({ id }) => id)).toEqual(['why'])
    expect(ask('dated').map(({ id, field }) => field ?? id)).toEqual(['why', 'owners', 'form'])
    const dated = view.get('activities', 'dated')
    if (dated === undefined) throw new Error('dated')
    expect(openQuestionsOf({ ...dated, phase: 'cancelled' }, { connections: [], messages: [] })).toEqual([])
    const firm = openQuestionsOf({ ...dated, phase: 'firm' }, { connections: [], messages: [] })
    expect(firm.map(({ id }) => id)).toEqual(['why', 'owners', 'collection', 'channels', 'measures'])
  })

  it('[VW6] say what is late and what is due soon; what is done is neither', () => {
    const view = new BoardView(smallBoard())
    const [message] = view.messagesOf('dated')
    if (message === undefined) throw new Error('no message')
    expect(messageWarning(message, plainDate('2027-02-11'))).toBe('too-late')
    expect(messageWarning(message, plainDate('2027-02-05'))).toBe('due-soon')
    expect(messageWarning(message, plainDate('2027-01-05'))).toBeNull()
    expect(messageWarning({ ...message, state: 'published' }, plainDate('2027-12-01'))).toBeNull()
    const step = {
      id: 's',
      activityId: 'dated',
      title: 'Bellen',
      on: plainDate('2027-02-01'),
      discipline: 'marketing',
      roleId: null,
      done: true,
      locked: false,
      gone: false,
    }
    expect(stepWarning(step, plainDate('2027-03-01'))).toBeNull()
    expect(stepWarning({ ...step, done: false }, plainDate('2027-03-01'))).toBe('too-late')
  })
})
