import 'temporal-polyfill/global'
import { expect, it } from 'vitest'
import type { BoardDocument } from '../model/board-document.ts'
import { readEntity } from '../model/entity-snapshot.ts'
import { ANNA, smallBoard } from '../testing/sample-board.ts'
import { moveActivity } from './move-activity.ts'
import { setMembership } from './set-membership.ts'

function groupsOf(board: BoardDocument): readonly string[] {
  return readEntity(board, 'activities', 'dated')?.targetGroupIds ?? []
}

function put(board: BoardDocument, memberId: string, on: boolean): boolean {
  return setMembership(board, ANNA, { activityId: 'dated', field: 'targetGroupIds', memberId, on }).ok
}

it('[CM8] the group a card left can be put back beside the new main group', () => {
  const board = smallBoard()
  expect(groupsOf(board)).toEqual(['toddlers', 'seniors'])
  expect(moveActivity(board, ANNA, { activityId: 'dated', lane: { groupId: 'seniors' } }).ok).toBe(true)
  expect(groupsOf(board)).toEqual(['seniors'])
  expect(put(board, 'toddlers', true)).toBe(true)
  expect(groupsOf(board)).toEqual(['seniors', 'toddlers'])
  expect(put(board, 'toddlers', true)).toBe(false)
  expect(put(board, 'toddlers', false)).toBe(true)
  expect(groupsOf(board)).toEqual(['seniors'])
})

it('[CM8] taking off the main group hands its place to the next, also when that one was there before', () => {
  const board = smallBoard()
  moveActivity(board, ANNA, { activityId: 'dated', lane: { groupId: 'seniors' } })
  put(board, 'toddlers', true)
  expect(put(board, 'seniors', false)).toBe(true)
  expect(groupsOf(board)).toEqual(['toddlers'])
})
