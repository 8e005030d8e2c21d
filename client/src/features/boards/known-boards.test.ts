import { expect, test } from 'vitest'
import { readEntries } from './known-boards.ts'

test('a list of boards is read tolerantly, and an entry without an id is left out', () => {
  const full = {
    id: 'plan',
    title: 'Plan',
    library: 'Zuid',
    activities: 67,
    updatedAt: '2026-11-22T09:00:00Z',
    gone: true,
    damaged: true,
  }
  expect(readEntries([full, { id: 'x', title: 7 }, { title: 'nobody' }, null, 'text'])).toEqual([
    full,
    { id: 'x', title: '', library: '', activities: null, updatedAt: null, gone: false, damaged: false },
  ])
  expect(readEntries({ message: 'no list' })).toEqual([])
})
