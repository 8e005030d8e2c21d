import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { nl } from './nl.ts'

type Leaf = string | ((...facts: never[]) => unknown)

function leavesOf(value: object, path: string): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  for (const [key, child] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`
    if (typeof child === 'string' || typeof child === 'function') leaves.set(at, child)
    else for (const [deeper, leaf] of leavesOf(child, at)) leaves.set(deeper, leaf)
  }
  return leaves
}

const dutch = leavesOf(nl, '')
const english = leavesOf(en, '')

describe('the languages of the screen', () => {
  test('have the same sentences', () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort())
  })

  test('leave no sentence empty', () => {
    for (const [path, leaf] of [...dutch, ...english])
      if (typeof leaf === 'string') expect(leaf.trim(), path).not.toBe('')
  })

  test('speak of the same facts in the same sentence', () => {
    for (const [path, leaf] of dutch) {
      const other = english.get(path)
      expect(typeof other, path).toBe(typeof leaf)
      if (typeof leaf === 'function' && typeof other === 'function') expect(other.length, path).toBe(leaf.length)
    }
  })
})
