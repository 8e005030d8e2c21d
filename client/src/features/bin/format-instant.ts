/** A moment as people say it, in the board's time zone; nothing where it is none. Units: ISO 8601 instant, UTC. */
export function formatInstant(instant: string, locale: string, timeZone: string): string {
  const at = Date.parse(instant)
  if (!Number.isFinite(at)) return ''
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const
  try {
    return new Intl.DateTimeFormat(locale, { ...style, timeZone }).format(at)
  } catch {
    // A board may name a time zone this browser does not know.
    return new Intl.DateTimeFormat(locale, style).format(at)
  }
}
