import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const table = readFileSync(new URL('docs/promises.md', root), 'utf8')

/** Every trial that the tables name: a file, and what stands in the trial's name; several names may follow a file. */
const trials = [...table.matchAll(/`([\w./-]+\.tsx?)` (_[^|;]+)/g)].flatMap(([, file = '', names = '']) =>
  [...names.matchAll(/(?:^|, )_([^_]+)_/g)].map(([, name = '']) => [file, name.trim()] as const),
)

test('the table of promises and trials is read', () => {
  expect(trials.length).toBeGreaterThan(120)
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
