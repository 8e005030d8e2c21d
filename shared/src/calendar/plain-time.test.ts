import { describe, expect, it } from 'vitest'
import { comparePlainTimes, isPlainTime, minutesOfDay, parsePlainTime, timeOfMinutes } from './plain-time.ts'

describe('times of day', () => {
  it.each(['00:00', '09:30', '19:05', '23:59'])('reads %s', (text) => {
    expect(parsePlainTime(text)).toBe(text)
  })

  it.each(['24:00', '9:30', '09:60', '09:30:00', '0930', ' 09:30', '', 930, null])('[CA1] refuses %j', (value) => {
    expect(isPlainTime(value)).toBe(false)
  })

  it('orders and counts in minutes', () => {
    const times = ['19:30', '09:05', '13:00'].map(parsePlainTime).filter((time) => time !== null)
    expect(times.toSorted(comparePlainTimes)).toEqual(['09:05', '13:00', '19:30'])
    expect(times.map(minutesOfDay)).toEqual([1170, 545, 780])
    expect(timeOfMinutes(545)).toBe('09:05')
  })

  it('keeps every minute of the day, and what lies outside within it', () => {
    for (let minutes = 0; minutes < 24 * 60; minutes += 1) {
      const time = timeOfMinutes(minutes)
      expect(isPlainTime(time) && minutesOfDay(time) === minutes).toBe(true)
    }
    expect(timeOfMinutes(-5)).toBe('00:00')
    expect(timeOfMinutes(24 * 60)).toBe('23:59')
  })
})
