import 'temporal-polyfill/global'
import { describe, expect, it } from 'vitest'
import { schemaVersionOf } from '../model/board-document.ts'
import { ANNA, smallBoard } from '../testing/sample-board.ts'
import { migrateBoard, type Migration } from './migrate-board.ts'

const upper: Migration = { from: 0, run: (board) => board.meta.set('shout', true) }
const lower: Migration = { from: -1, run: (board) => board.meta.set('whisper', true) }

describe('migrating', () => {
  it('[BD9] takes each step once, oldest first, and writes the version with it', () => {
    const board = smallBoard()
    board.meta.set('schemaVersion', -1)
    expect(migrateBoard(board, ANNA, [upper, lower])).toEqual({ ok: true, value: { steps: 2 } })
    expect(schemaVersionOf(board)).toBe(1)
    expect([board.meta.get('shout'), board.meta.get('whisper')]).toEqual([true, true])
    expect(migrateBoard(board, ANNA, [upper, lower])).toEqual({ ok: false, reason: 'nothing-changed' })
  })

  it('[BD9] goes on after a stop halfway', () => {
    const board = smallBoard()
    board.meta.set('schemaVersion', -1)
    migrateBoard(board, ANNA, [lower])
    expect(schemaVersionOf(board)).toBe(0)
    expect(migrateBoard(board, ANNA, [upper, lower])).toEqual({ ok: true, value: { steps: 1 } })
  })

  it('[BD6] leaves a newer document alone', () => {
    const board = smallBoard()
    board.meta.set('schemaVersion', 7)
    expect(migrateBoard(board, ANNA, [{ from: 7, run: () => undefined }]).ok).toBe(false)
    expect(schemaVersionOf(board)).toBe(7)
  })
})
