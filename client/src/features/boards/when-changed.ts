import type { Locale } from '@schakelbord/shared/calendar/locale'
import { dateAt, todayIn } from '@schakelbord/shared/calendar/zoned-today'
import { daysBetween } from '@schakelbord/shared/calendar/plain-date'
import { formatDayWithYear } from '@schakelbord/shared/calendar/date-names'
import { temporal } from '@schakelbord/shared/calendar/temporal'

const intlLocales = { nl: 'nl-NL', en: 'en-GB' } as const

/** When a board changed last, as people say it: today and yesterday with the time, else the day. */
export function whenChanged(instant: string, locale: Locale): string {
  let epochMs: number
  try {
    epochMs = temporal().Instant.from(instant).epochMilliseconds
  } catch {
    return ''
  }
  const zone = temporal().Now.timeZoneId()
  const day = dateAt(epochMs, zone)
  const daysAgo = daysBetween(day, todayIn(zone))
  if (daysAgo > 1 || daysAgo < 0) return formatDayWithYear(day, locale)
  const word = new Intl.RelativeTimeFormat(intlLocales[locale], { numeric: 'auto' }).format(-daysAgo, 'day')
  const time = new Intl.DateTimeFormat(intlLocales[locale], { hour: '2-digit', minute: '2-digit' }).format(epochMs)
  return `${word} ${time}`
}
