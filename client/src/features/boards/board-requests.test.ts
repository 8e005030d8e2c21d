import { expect, test } from 'vitest'
import { readProblems } from './board-requests.ts'

test('[BF2] the list of what is wrong in a file is found in the refusal', () => {
  const problems = [
    { path: 'activities[0].start', message: 'moet een dag zijn' },
    { path: 'board', message: 'ontbreekt' },
  ]
  expect(readProblems({ code: 'BRD_FILE_INVALID', message: 'Dit bestand past niet', problems })).toEqual(problems)
  expect(readProblems({ code: 'BRD_TITLE_INVALID', message: 'Geen titel' })).toEqual([])
  expect(readProblems(null)).toEqual([])
})
