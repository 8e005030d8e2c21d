import 'temporal-polyfill/global'
import fc from 'fast-check'
import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { ENTITY_KINDS } from '../model/entity-kinds.ts'
import { exampleJson, openFile, smallBoard } from '../testing/sample-board.ts'
import { boardFileToUpdate } from './board-file-to-update.ts'
import { parseBoardFile } from './board-file.ts'
import { documentToBoardFile } from './document-to-board-file.ts'
import { documentToCopy } from './document-to-copy.ts'

it('[BF8] a board that fits is copied as it is exported', () => {
  const { doc } = openFile(exampleJson('nl'))
  expect(documentToCopy(doc)).toEqual(JSON.parse(JSON.stringify(documentToBoardFile(doc))))
})

it('[BF8] what does not fit is kept beside the rest, with its place', () => {
  const { doc } = smallBoard()
  const activities = doc.getMap('activities')
  activities.set('dated/title', 42)
  activities.set('dated/summary', 'x'.repeat(20_001))
  activities.set('dated/attendance', { veel: true })
  activities.set('loose', JSON.stringify({ id: 'not an id' }))
  const file = documentToBoardFile(doc)
  expect(parseBoardFile(file).ok).toBe(false)
  const copy = documentToCopy(doc)
  const parsed = parseBoardFile(copy)
  expect(parsed.ok ? [] : parsed.problems).toEqual([])
  const dated = parsed.ok ? parsed.file.activities?.find(({ id }) => id === 'dated') : undefined
  expect(dated).toMatchObject({ title: '', phase: 'pencilled', start: '2027-03-10' })
  expect(JSON.stringify(copy['unread'])).toContain('{"path":"activities[0].title","value":42}')
  expect(copy['unread']).toContainEqual({ path: 'activities[0].summary', value: 'x'.repeat(20_001) })
  expect(copy['unread']).toContainEqual({ path: 'activities[0].attendance', value: { veel: true } })
  activities.set('dated/marketingChecklist/flyer.a5[2]', 'ja')
  expect(parseBoardFile(documentToCopy(doc)).ok).toBe(true)
  expect(documentToCopy(doc)['activities']).toHaveLength(2)
  // It goes along when the copy is opened and copied again.
  if (!parsed.ok) throw new Error('not mended')
  const again = new Y.Doc()
  Y.applyUpdate(again, boardFileToUpdate(parsed.file))
  expect(documentToCopy(again)['unread']).toEqual(copy['unread'])
})

it('[BF8] whatever anybody writes into a board, a copy of it opens', () => {
  const key = fc.oneof(
    fc.constantFrom(
      'dated',
      'dated/title',
      'dated/start',
      'dated/$at',
      'dated/$phase',
      'dated/times',
      'dated/targetGroupIds/teens',
      'dated/notes',
      'dated/owners',
      'dated/marketingChecklist/a.b',
      'dated/marketingChecklist/__proto__',
      'dated/learning',
      'board',
      'board/title',
      'board/period',
      'x',
    ),
    fc.string({ maxLength: 12 }),
  )
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.jsonValue({ maxDepth: 3 }).map((json) => JSON.stringify(json)),
    fc.constant(JSON.stringify({ id: 'x', activityId: 'gone', partId: 'book', start: '2027-02-30', end: 'never' })),
  )
  const writing = fc.tuple(fc.constantFrom('board', 'meta', ...ENTITY_KINDS), key, value)
  fc.assert(
    fc.property(fc.array(writing, { maxLength: 20 }), (writings) => {
      const { doc } = smallBoard()
      for (const [root, at, what] of writings) doc.getMap(root).set(at, what)
      const parsed = parseBoardFile(documentToCopy(doc))
      expect(parsed.ok ? [] : parsed.problems).toEqual([])
    }),
    { numRuns: 300 },
  )
})
