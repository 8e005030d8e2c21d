import 'temporal-polyfill/global'
import { describe, expect, it } from 'vitest'
import { temporal } from './temporal.ts'
import { dateAt, todayIn } from './zoned-today.ts'

const epochMs = (text: string) => temporal().Instant.from(text).epochMilliseconds

describe('today', () => {
  it('[CA6] is another day east and west of midnight', () => {
    const moment = epochMs('2026-12-31T23:30:00Z')
    expect(dateAt(moment, 'Europe/Amsterdam')).toBe('2027-01-01')
    expect(dateAt(moment, 'America/Curacao')).toBe('2026-12-31')
  })

  it('[CA6] begins at midnight of the summer clock too', () => {
    expect(dateAt(epochMs('2026-03-29T21:59:59Z'), 'Europe/Amsterdam')).toBe('2026-03-29')
    expect(dateAt(epochMs('2026-03-29T22:00:00Z'), 'Europe/Amsterdam')).toBe('2026-03-30')
  })

  it('lies between the moment before and the moment after asking', () => {
    const before = dateAt(temporal().Now.instant().epochMilliseconds, 'Europe/Amsterdam')
    const today = todayIn('Europe/Amsterdam')
    const after = dateAt(temporal().Now.instant().epochMilliseconds, 'Europe/Amsterdam')
    expect(before <= today && today <= after).toBe(true)
  })
})
