import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { secretOfFolder } from './secret-file.ts'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'schakelbord-secret-'))
})

afterEach(() => rmSync(dir, { recursive: true }))

test('is made once, for its owner alone, and is another one elsewhere', () => {
  const secret = secretOfFolder(dir)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(secretOfFolder(dir)).toBe(secret)
  expect(readdirSync(dir)).toEqual(['secret'])
  expect(statSync(join(dir, 'secret')).mode & 0o077).toBe(0)
  const other = mkdtempSync(join(tmpdir(), 'schakelbord-secret-'))
  expect(secretOfFolder(other)).not.toBe(secret)
  rmSync(other, { recursive: true })
})

test('half a secret is made anew', () => {
  writeFileSync(join(dir, 'secret'), 'half')
  expect(secretOfFolder(dir).length).toBeGreaterThanOrEqual(32)
})
