import type { PlainDate } from '@schakelbord/shared/calendar/plain-date'
import { todayIn } from '@schakelbord/shared/calendar/zoned-today'
import type { BoardInfo } from '@schakelbord/shared/model/board-info'
import { useEffect, useMemo, useState } from 'react'

const minuteMs = 60_000

function readToday(info: BoardInfo): PlainDate {
  return info.today ?? todayIn(info.timeZone)
}

/** Today on the board: its own where it has one (an example year), else the real one, also after midnight. */
export function useToday(info: BoardInfo): PlainDate {
  // Read while drawing: a board that arrives is drawn once, around its own day.
  const [midnights, setMidnights] = useState(0)
  // oxlint-disable-next-line react/exhaustive-deps -- what is read is the clock
  const today = useMemo(() => readToday(info), [info, midnights])
  useEffect(() => {
    const timer = setInterval(() => {
      if (readToday(info) !== today) setMidnights((count) => count + 1)
    }, minuteMs)
    return () => clearInterval(timer)
  }, [info, today])
  return today
}
