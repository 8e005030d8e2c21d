import type { PlainDate } from '@schakelbord/shared/calendar/plain-date'
import { todayIn } from '@schakelbord/shared/calendar/zoned-today'
import type { BoardInfo } from '@schakelbord/shared/model/board-info'
import { useEffect, useState } from 'react'

const minuteMs = 60_000

function readToday(info: BoardInfo): PlainDate {
  return info.today ?? todayIn(info.timeZone)
}

/** Today on the board: its own where it has one (an example year), else the real one, also after midnight. */
export function useToday(info: BoardInfo): PlainDate {
  const [today, setToday] = useState(() => readToday(info))
  useEffect(() => {
    setToday(readToday(info))
    const timer = setInterval(() => setToday(readToday(info)), minuteMs)
    return () => clearInterval(timer)
  }, [info])
  return today
}
