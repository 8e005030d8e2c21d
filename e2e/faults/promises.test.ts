import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const table = readFileSync(new URL('docs/promises.md', root), 'utf8')

/** Every trial that the table names: a file, and how the trial's name begins. */
const trials = [...table.matchAll(/`([\w./-]+\.(?:test|spec)\.tsx?)` _([^_]+)_/g)].map(
  ([, file = '', name = '']) => [file, name] as const,
)

test('the table of promises and trials is read', () => {
  expect(trials.length).toBeGreaterThan(40)
})

test.each(trials)('%s still tries: %s', (file, name) => {
  const path = fileURLToPath(new URL(file, root))
  expect(existsSync(path)).toBe(true)
  expect(readFileSync(path, 'utf8')).toContain(name)
})

/** The promises that concern relay, store and sync. */
const promised = [1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 26]

test.each(promised)('P%i is tried', (number) => {
  expect(table).toMatch(new RegExp(`^\\| \\*\\*P${number}\\*\\* .*\``, 'm'))
})
