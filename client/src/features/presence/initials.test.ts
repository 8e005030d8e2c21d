import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.each([
  ['Noor de Vries', 'NV'],
  ['Anna', 'AN'],
  ['Anne-Marie', 'AM'],
  ['é', 'É'],
  ['  ', ''],
  ['📚 Boek', '📚B'],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
