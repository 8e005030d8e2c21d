import 'temporal-polyfill/global'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { addActivity } from '../commands/add-activity.ts'
import { deleteActivity } from '../commands/delete-activity.ts'
import { notesOf } from '../model/board-document.ts'
import { entityRecord } from '../model/entity-record.ts'
import { readEntity } from '../model/entity-snapshot.ts'
import { ANNA, exampleJson, goodFile, openFile, smallBoard } from '../testing/sample-board.ts'
import { moveActivity } from '../commands/move-activity.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { boardFileToUpdate } from './board-file-to-update.ts'
import { boardFileJsonSchema, parseBoardFile } from './board-file.ts'
import { documentToBoardFile } from './document-to-board-file.ts'

/** Order does not count: lists by id, keys sorted. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(sorted)
    const hasIds = items.every((item) => typeof item === 'object' && item !== null && 'id' in item)
    return hasIds ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([k, v]) => [k, sorted(v)]),
    )
  }
  return value
}

const minimal = { format: 'schakelbord-board', version: 1, board: { title: 'B' } }

describe('board file', () => {
  it('[BF2] what has no bottom, or reaches for a prototype, is refused with its place', () => {
    const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
    const problems = (json: object): readonly string[] => {
      const parsed = parseBoardFile({ ...minimal, ...json })
      return parsed.ok ? [] : parsed.problems.map(({ path }) => path)
    }
    expect(problems({ later: nested(100), activities: [{ id: 'c1', title: 'T', later: nested(90) }] })).toEqual([])
    expect(problems({ later: nested(101) })).toEqual(['later'])
    expect(problems({ activities: [{ id: 'c1', title: 'T', fields: nested(20_000) }] })).toEqual(['activities'])
    expect(problems({ activities: [{ id: '__proto__', title: 'T' }] })).toEqual(['activities[0].id'])
  })

  it.each(['nl', 'en'] as const)('[BF1] the worked example (%s) comes out as it went in', (locale) => {
    const json = exampleJson(locale)
    expect(sorted(documentToBoardFile(openFile(json).doc))).toEqual(sorted(json))
  })

  it('[BF1] unknown keys survive, at the top and in entities', () => {
    const json = {
      ...minimal,
      signals: [{ id: 's', text: 'Waar staan de strips?' }],
      board: { title: 'B', mascot: 'uil' },
      activities: [{ id: 'a', title: 'A', start: null, colour: 'paars', laidOutBy: ['x'] }],
      messages: [
        { id: 'm', activityId: 'a', channelId: 'intranet', publishOn: '2027-01-05', copyDue: null, tone: 'warm' },
      ],
    }
    expect(sorted(documentToBoardFile(openFile(json).doc))).toEqual(sorted(json))
  })

  it('[BF2] lists every problem with its path', () => {
    const parsed = parseBoardFile({
      ...minimal,
      activities: [
        { id: 'a', title: 'A', start: '2026-02-30' },
        { id: 'bad id', title: 'B' },
        { id: 'c', title: 'C', start: '2027-03-02', end: '2027-03-01' },
      ],
    })
    expect(parsed.ok).toBe(false)
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual([
      'activities[0].start',
      'activities[1].id',
      'activities[2].end',
    ])
  })

  it('[BF2] says what a field must be in words that people use', () => {
    const json = { ...minimal, activities: [{ id: 'a', title: 3, public: 'yes', times: {} }, { id: 'b' }], places: 7 }
    const said = (locale: 'nl' | 'en') => {
      const parsed = parseBoardFile(json, locale)
      return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path} ${message}`).sort()
    }
    expect(said('nl')).toEqual([
      'activities[0].public moet ja (true) of nee (false) zijn',
      'activities[0].times moet een lijst zijn: [ … ]',
      'activities[0].title moet tekst zijn',
      'activities[1].title ontbreekt',
      'places moet een lijst zijn: [ … ]',
    ])
    expect(said('en')).toContain('activities[1].title is missing')
  })

  it('[BF2] refuses doubles and loose ends, in Dutch too', () => {
    const parsed = parseBoardFile(
      {
        ...minimal,
        activities: [
          { id: 'a', title: 'A' },
          { id: 'a', title: 'B' },
        ],
        connections: [{ id: 'a:x', activityId: 'a', partId: 'x' }],
      },
      'nl',
    )
    expect(parsed).toEqual({
      ok: false,
      problems: [
        { path: 'activities[1].id', message: '"a" komt twee keer voor' },
        { path: 'connections[0].partId', message: 'er is geen collectieonderdeel "x"' },
      ],
    })
  })

  it.each([
    null,
    7,
    'board',
    [],
    {},
    { ...minimal, version: 2 },
    { ...minimal, format: 'other' },
    { ...minimal, activities: 'none' },
  ])('[BF2] refuses %j', (json) => {
    const parsed = parseBoardFile(json)
    expect(parsed.ok).toBe(false)
    expect(parsed.ok ? 0 : parsed.problems.length).toBeGreaterThan(0)
  })

  it('[BF2] a key that looks like a prototype stays data', () => {
    const json: unknown = JSON.parse(
      '{"format":"schakelbord-board","version":1,"board":{"title":"B"},"__proto__":{"polluted":true}}',
    )
    parseBoardFile(json)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('[BF3] the same file gives the same bytes', () => {
    const file = goodFile(exampleJson('nl'))
    expect(boardFileToUpdate(file)).toEqual(boardFileToUpdate(goodFile(exampleJson('nl'))))
  })

  it('[BF4] what is in the bin, or hangs on it, stays out', () => {
    const board = smallBoard()
    deleteActivity(board, ANNA, { activityId: 'dated' })
    const file = documentToBoardFile(board.doc)
    expect(file['activities']).toHaveLength(1)
    expect(file['messages']).toEqual([])
    expect(parseBoardFile(file).ok).toBe(true)
  })

  it('[BF7] notes go out and come in with their form', () => {
    const text = (words: string, ...marks: object[]) => ({
      type: 'text',
      text: words,
      ...(marks.length > 0 ? { marks } : {}),
    })
    const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
    const notes = [
      paragraph(text('Vraag '), text('eerst', { type: 'strong' }, { type: 'em' }), text(' na:'), {
        type: 'hard_break',
      }),
      {
        type: 'ordered_list',
        attrs: { order: 3 },
        content: [
          {
            type: 'list_item',
            content: [paragraph(text('zaal', { type: 'link', attrs: { href: 'https://zaal.nl' } }))],
          },
          {
            type: 'list_item',
            content: [{ type: 'bullet_list', content: [{ type: 'list_item', content: [{ type: 'paragraph' }] }] }],
          },
        ],
      },
    ]
    const json = {
      ...minimal,
      activities: [
        { id: 'a', title: 'A', notes },
        { id: 'b', title: 'B' },
      ],
    }
    const board = openFile(json)
    expect(documentToBoardFile(board.doc)['activities']).toEqual(json.activities)
    // As the notes editor writes it: one text with its marks as attributes.
    const first = notesOf(board, 'a').get(0)
    const words = first instanceof Y.XmlElement ? first.get(0) : undefined
    expect(words instanceof Y.XmlText ? words.toDelta() : []).toEqual([
      { insert: 'Vraag ' },
      { insert: 'eerst', attributes: { strong: {}, em: {} } },
      { insert: ' na:' },
    ])

    // Written by somebody at a keyboard, read by whoever has never opened the notes, and asked for where there are none.
    notesOf(board, 'b').push([new Y.XmlElement('paragraph')])
    const paragraphOfB = notesOf(board, 'b').get(0)
    if (!(paragraphOfB instanceof Y.XmlElement)) throw new Error('no paragraph')
    paragraphOfB.push([new Y.XmlText('Twee'), new Y.XmlText(' dingen')])
    const reader = new Y.Doc()
    Y.applyUpdate(reader, Y.encodeStateAsUpdate(board.doc))
    expect(documentToBoardFile(reader)['activities']).toEqual([
      json.activities[0],
      { id: 'b', title: 'B', notes: [paragraph(text('Twee dingen'))] },
    ])
    expect(parseBoardFile(documentToBoardFile(reader)).ok).toBe(true)
    const plain = openFile({ ...minimal, activities: [{ id: 'a', title: 'A' }] })
    documentToBoardFile(plain.doc)
    expect([...plain.doc.share.keys()].filter((root) => root.startsWith('notes/'))).toEqual([])
  })

  it.each([
    ['as text', '"Vraag eerst na"'],
    ['of text without words', '[{"type":"text"}]'],
    ['without a type', '[{"content":[]}]'],
    ['with a treacherous name', '[{"type":"paragraph","attrs":{"__proto__":1}}]'],
    ['nested beyond measure', '[{"type":"list_item","content":'.repeat(40) + '[]' + '}]'.repeat(40)],
  ])('[BF7] notes %s are refused with their place', (_what, notes) => {
    const json = { ...minimal, activities: [{ id: 'a', title: 'A', notes: JSON.parse(notes) as unknown }] }
    const parsed = parseBoardFile(json, 'nl')
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(['activities[0].notes'])
  })

  it('[BF5] a script without a date survives export and import', () => {
    const board = smallBoard()
    const added = addActivity(board, ANNA, { id: 'new', recipeId: 'poezee', locale: 'nl' })
    expect(added.ok).toBe(true)
    const copy = openFile(documentToBoardFile(board.doc))
    moveActivity(board, ANNA, { activityId: 'new', start: plainDate('2027-06-01') })
    moveActivity(copy, ANNA, { activityId: 'new', start: plainDate('2027-06-01') })
    const stepId = 'new:poezee-s1'
    expect(readEntity(board, 'steps', stepId)?.on).toBe('2027-03-09')
    expect(entityRecord(copy, 'steps', stepId)).toEqual(entityRecord(board, 'steps', stepId))
  })

  it('[BF1] the schema is one and speaks of every list', () => {
    const schema = JSON.stringify(boardFileJsonSchema())
    for (const list of ['activities', 'connections', 'messages', 'steps', 'experiments', 'partners']) {
      expect(schema).toContain(`"${list}"`)
    }
    expect(schema).toContain('https://json-schema.org/draft/2020-12/schema')
  })

  it('[BF1] exporting a changed board gives a good file', () => {
    const board = openFile(exampleJson('nl'))
    moveActivity(board, ANNA, { activityId: 'c13', start: plainDate('2027-02-15'), lane: { groupId: 'teens' } })
    expect(parseBoardFile(documentToBoardFile(board.doc)).ok).toBe(true)
    const again = new Y.Doc()
    Y.applyUpdate(again, Y.encodeStateAsUpdate(board.doc))
    expect(documentToBoardFile(again)).toEqual(documentToBoardFile(board.doc))
  })
})
