import 'temporal-polyfill/global'
import { describe, expect, it } from 'vitest'
import { plainDate } from './plain-date.ts'
import { parsePlainTime } from './plain-time.ts'
import { temporal } from './temporal.ts'
import { isTimeZone, zonedInstant } from './zoned-instant.ts'

const amsterdam = 'Europe/Amsterdam'

function at(date: string, time: string, timeZone = amsterdam) {
  const read = parsePlainTime(time)
  if (read === null) throw new Error(`not a time: ${time}`)
  const { epochMs, ...rest } = zonedInstant(plainDate(date), read, timeZone)
  return { utc: temporal().Instant.fromEpochMilliseconds(epochMs).toString(), ...rest }
}

describe('a time on a day in a time zone', () => {
  it('[CA5] moves a time that the clock skips in spring on by the hour', () => {
    expect(at('2026-03-29', '02:30')).toEqual({
      utc: '2026-03-29T01:30:00Z',
      offsetMinutes: 120,
      local: '2026-03-29T03:30:00',
      offset: '+02:00',
    })
    expect(at('2026-03-29', '01:59').offset).toBe('+01:00')
    expect(at('2026-03-29', '03:00').utc).toBe('2026-03-29T01:00:00Z')
  })

  it('[CA5] means the first of a time that the clock shows twice in autumn', () => {
    expect(at('2026-10-25', '02:30')).toEqual({
      utc: '2026-10-25T00:30:00Z',
      offsetMinutes: 120,
      local: '2026-10-25T02:30:00',
      offset: '+02:00',
    })
    expect(at('2026-10-25', '03:00')).toMatchObject({ utc: '2026-10-25T02:00:00Z', offsetMinutes: 60 })
  })

  it('follows the zone that is asked, half hours and west of Greenwich included', () => {
    expect(at('2027-06-14', '19:30').utc).toBe('2027-06-14T17:30:00Z')
    expect(at('2027-06-14', '19:30', 'America/Curacao')).toMatchObject({ offsetMinutes: -240, offset: '-04:00' })
    expect(at('2027-06-14', '19:30', 'Asia/Kolkata')).toMatchObject({ offsetMinutes: 330, offset: '+05:30' })
  })

  it('knows which time zones there are', () => {
    expect(isTimeZone(amsterdam)).toBe(true)
    expect(isTimeZone('Europe/Waterrijk')).toBe(false)
    expect(isTimeZone('')).toBe(false)
    expect(isTimeZone(null)).toBe(false)
  })
})
