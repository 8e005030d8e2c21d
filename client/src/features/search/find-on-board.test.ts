import 'temporal-polyfill/global'
import { expect, it } from 'vitest'
import { connect } from '@schakelbord/shared/commands/connect'
import { addActivity } from '@schakelbord/shared/commands/add-activity'
import { openBoardDocument } from '@schakelbord/shared/model/board-document'
import { BoardView } from '@schakelbord/shared/views/board-view'
import { BoardSearch } from '@schakelbord/shared/views/search'
import * as Y from 'yjs'
import { findOnBoard } from './find-on-board.ts'

const anna = { id: 'anna', name: 'Anna' }

it('finds activities before collection parts, and the activities of one part', () => {
  const board = openBoardDocument(new Y.Doc())
  const view = new BoardView(board)
  const search = new BoardSearch(view)
  addActivity(board, anna, { id: 'zee', title: 'Zeegedichten', recipeId: 'poezee', locale: 'nl' })
  addActivity(board, anna, { id: 'quiz', title: 'Stripquiz', recipeId: 'poezee', locale: 'nl' })
  const made = connect(board, anna, { activityId: 'quiz', part: { title: 'De zee in strips', isbn: '9780241003008' } })
  const partId = made.ok ? made.value.partId : ''
  expect(findOnBoard(view, search, ' zee ', null).map(({ kind, entityId }) => [kind, entityId])).toEqual([
    ['activities', 'zee'],
    ['collectionParts', partId],
  ])
  expect(findOnBoard(view, search, '978-0-241-00300-8', null).map(({ entityId }) => entityId)).toEqual([partId])
  expect(findOnBoard(view, search, 'zee', partId).map(({ entityId }) => entityId)).toEqual(['quiz'])
  expect(findOnBoard(view, search, '  ', null)).toEqual([])
})
