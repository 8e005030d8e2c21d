import { todayIn } from '@schakelbord/shared/calendar/zoned-today'
import type { PlainDate } from '@schakelbord/shared/calendar/plain-date'
import { useBoardView } from '#sync/use-session.ts'

/** The day the board takes for today: an example board has its own, others the real one in their time zone. */
export function useToday(): PlainDate {
  return useBoardView('board', (view) => view.info().today ?? todayIn(view.info().timeZone))
}
