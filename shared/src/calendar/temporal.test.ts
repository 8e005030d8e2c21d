import { Temporal } from 'temporal-polyfill/implementation'
import { afterEach, describe, expect, it } from 'vitest'
import { temporal } from './temporal.ts'

const original = Object.getOwnPropertyDescriptor(globalThis, 'Temporal')

afterEach(() => {
  if (original === undefined) Reflect.deleteProperty(globalThis, 'Temporal')
  else Object.defineProperty(globalThis, 'Temporal', original)
})

describe('Temporal', () => {
  it('says what to import where the platform has none', () => {
    Reflect.deleteProperty(globalThis, 'Temporal')
    expect(temporal).toThrow("import 'temporal-polyfill/global'")
  })

  it('is whatever the entry point loaded', () => {
    Object.defineProperty(globalThis, 'Temporal', { value: Temporal, configurable: true })
    expect(temporal()).toBe(Temporal)
  })
})
