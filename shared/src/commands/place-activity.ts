import { addDays, daysBetween, parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { Placement } from '../model/activity.ts'

/** Where a gesture wants a card: what is left out stays as it is; `start: null` is the tray. */
export interface PlacementChange {
  readonly start?: PlainDate | null
  readonly end?: PlainDate | null
  readonly lane?: Partial<Placement>
}

/** The placement after a gesture; `null` for dates that are none or run backwards. Only a new start keeps the length. */
export function placeActivity(before: Placement, change: PlacementChange): Placement | null {
  const { lane = {} } = change
  const start = change.start === undefined ? before.start : change.start
  let end = change.end === undefined ? before.end : change.end
  if (start === null) end = null
  else if (change.end === undefined) {
    const days = before.start === null || before.end === null ? 0 : daysBetween(before.start, before.end)
    end = change.start === undefined ? (before.end ?? start) : addDays(start, days)
  } else end ??= start
  if (start !== null && parsePlainDate(start) === null) return null
  if (end !== null && (parsePlainDate(end) === null || (start !== null && end < start))) return null
  return { ...before, ...lane, start, end }
}
