import { dayOfWeekOfDayNumber } from '@schakelbord/shared/calendar/day-number'
import { toDayNumber, type PlainDate } from '@schakelbord/shared/calendar/plain-date'
import { memo } from 'react'
import type { BackgroundLayer } from '../layers/background-layer.ts'
import type { BoardMetrics } from './board-geometry.ts'
import { columnOfDay, dayOfColumn, isOnAxis, type TimeAxis } from './time-axis.ts'

/** What lies behind the lanes. */
export interface BoardBackdropProps {
  readonly axis: TimeAxis
  readonly metrics: BoardMetrics
  readonly today: PlainDate
  readonly layers: readonly BackgroundLayer[]
  readonly firstColumn: number
  readonly lastColumn: number
}

/** Column lines, weekends, holidays and the line of today: pictures only, the header says the same in words. */
export const BoardBackdrop = memo(function BoardBackdrop(props: BoardBackdropProps) {
  const { axis, metrics, today, layers, firstColumn, lastColumn } = props
  const todayDay = toDayNumber(today)
  const leftOfDay = (day: number): number => ((day - axis.firstDay) / axis.daysPerColumn) * metrics.columnWidth
  const weekends: number[] = []
  if (axis.daysPerColumn === 1) {
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      if (dayOfWeekOfDayNumber(dayOfColumn(axis, column)) > 5) weekends.push(column)
    }
  }
  const holidays = layers.filter(
    ({ group, startDay, endDay }) =>
      group !== 'campaigns' && columnOfDay(axis, endDay) >= firstColumn && columnOfDay(axis, startDay) <= lastColumn,
  )
  const dayWidth = metrics.columnWidth / axis.daysPerColumn
  return (
    <div
      className="cal-backdrop"
      aria-hidden="true"
      style={{
        left: metrics.laneLabelWidth,
        width: axis.columns * metrics.columnWidth,
        backgroundSize: `${metrics.columnWidth}px 100%`,
      }}
    >
      {weekends.map((column) => (
        <span
          key={column}
          className="cal-weekend"
          style={{ left: column * metrics.columnWidth, width: metrics.columnWidth }}
        />
      ))}
      {holidays.map((layer) => {
        const start = Math.max(layer.startDay, axis.firstDay)
        const end = Math.min(layer.endDay, dayOfColumn(axis, axis.columns) - 1)
        return (
          <span
            key={layer.id}
            className="cal-holiday"
            data-group={layer.group}
            style={{ left: leftOfDay(start), width: (end - start + 1) * dayWidth }}
          />
        )
      })}
      {isOnAxis(axis, todayDay) && <span className="cal-today" style={{ left: leftOfDay(todayDay) + dayWidth / 2 }} />}
    </div>
  )
})
