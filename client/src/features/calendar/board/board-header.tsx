import {
  dayOfMonth,
  fromDayNumber,
  monthOf,
  toDayNumber,
  yearOf,
  type PlainDate,
} from '@schakelbord/shared/calendar/plain-date'
import { dayOfWeekOfDayNumber } from '@schakelbord/shared/calendar/day-number'
import { formatDayAndMonth, formatWeek, monthName, weekdayName } from '@schakelbord/shared/calendar/date-names'
import { isoWeekOf } from '@schakelbord/shared/calendar/iso-week'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { memo, useMemo, useState, type Ref } from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import type { BackgroundLayer } from '../layers/background-layer.ts'
import type { BoardMetrics } from './board-geometry.ts'
import { longColumnName } from './column-names.ts'
import { layOutLane, type LaneLayout } from './lane-layout.ts'
import { columnOfDay, dayOfColumn, type TimeAxis } from './time-axis.ts'

/** A stretch of columns under one name. */
export interface HeaderSpan {
  readonly key: string
  readonly firstColumn: number
  readonly lastColumn: number
  readonly label: string
}

/**
 * The upper row of the header: months over weeks, weeks over days.
 *
 * A week belongs to the month its Thursday lies in, as in ISO 8601.
 */
export function headerSpansOf(axis: TimeAxis, locale: Locale): readonly HeaderSpan[] {
  const spans: HeaderSpan[] = []
  for (let column = 0; column < axis.columns; column += 1) {
    const day = dayOfColumn(axis, column)
    const date = fromDayNumber(axis.daysPerColumn === 7 ? day + 3 : day)
    const key = axis.daysPerColumn === 7 ? `${yearOf(date)}-${monthOf(date)}` : `w${isoWeekOf(date).week}`
    const last = spans.at(-1)
    if (last?.key === key) spans[spans.length - 1] = { ...last, lastColumn: column }
    else {
      const label =
        axis.daysPerColumn === 7
          ? `${monthName(monthOf(date), locale)} ${yearOf(date)}`
          : formatWeek(isoWeekOf(date), locale)
      spans.push({ key, firstColumn: column, lastColumn: column, label })
    }
  }
  return spans
}

/** Below these widths a week is named shorter. */
const weekWordPx = 52
const weekDayPx = 96
const stripRows = { wide: 4, narrow: 2 } as const
const narrowLabelPx = 120

/** What the header shows. */
export interface BoardHeaderProps {
  readonly axis: TimeAxis
  readonly metrics: BoardMetrics
  readonly today: PlainDate
  readonly corner: string
  readonly layers: readonly BackgroundLayer[]
  readonly firstColumn: number
  readonly lastColumn: number
  readonly ref: Ref<HTMLDivElement>
}

/** Months, weeks and days above the lanes, and what lies behind them; it stays in sight. */
export const BoardHeader = memo(function BoardHeader(props: BoardHeaderProps) {
  const { axis, metrics, today, corner, layers, firstColumn, lastColumn, ref } = props
  const { locale, messages } = useLanguage()
  const todayColumn = columnOfDay(axis, toDayNumber(today))
  const columns = Array.from({ length: Math.max(0, lastColumn - firstColumn + 1) }, (_, index) => firstColumn + index)
  const columnWidth = metrics.columnWidth / metrics.ui
  const [showAll, setShowAll] = useState(false)
  const spans = useMemo(() => headerSpansOf(axis, locale), [axis, locale])
  const strip = useMemo(() => layOutStrip(layers, axis, columnWidth), [layers, axis, columnWidth])
  const most = metrics.laneLabelWidth < narrowLabelPx * metrics.ui ? stripRows.narrow : stripRows.wide
  const rows = showAll ? strip.rows : Math.min(strip.rows, most)
  const hidden = strip.cards.filter(({ row }) => row >= rows).length
  return (
    <div className="cal-head" ref={ref} role="rowgroup">
      <div className="cal-head-spans" aria-hidden="true">
        {spans
          .filter((span) => span.firstColumn <= lastColumn && span.lastColumn >= firstColumn)
          .map((span) => (
            <span
              key={`${span.key}/${span.firstColumn}`}
              className="cal-head-span"
              style={{
                left: metrics.laneLabelWidth + span.firstColumn * metrics.columnWidth,
                width: (span.lastColumn - span.firstColumn + 1) * metrics.columnWidth,
              }}
            >
              <span className="cal-head-span-name" style={{ left: metrics.laneLabelWidth + 8 }}>
                {span.label}
              </span>
            </span>
          ))}
      </div>
      <div className="cal-head-columns" role="row" aria-rowindex={1}>
        <div role="columnheader" aria-colindex={1} className="cal-corner" style={{ width: metrics.laneLabelWidth }}>
          {corner}
        </div>
        {columns.map((column) => {
          const day = dayOfColumn(axis, column)
          const date = fromDayNumber(day)
          return (
            <div
              key={column}
              role="columnheader"
              aria-colindex={column + 2}
              aria-label={longColumnName(axis, column, locale)}
              aria-current={column === todayColumn ? 'date' : undefined}
              className="cal-column-name"
              data-weekend={axis.daysPerColumn === 1 && dayOfWeekOfDayNumber(day) > 5 ? '' : undefined}
              style={{ left: metrics.laneLabelWidth + column * metrics.columnWidth, width: metrics.columnWidth }}
            >
              {axis.daysPerColumn === 1 ? (
                <>
                  <b>{dayOfMonth(date)}</b> <span>{weekdayName(dayOfWeekOfDayNumber(day), locale, 'short')}</span>
                </>
              ) : (
                <>
                  <b>
                    {columnWidth >= weekWordPx ? formatWeek(isoWeekOf(date), locale, 'short') : isoWeekOf(date).week}
                  </b>{' '}
                  {columnWidth >= weekDayPx && <span>{formatDayAndMonth(date, locale)}</span>}
                </>
              )}
            </div>
          )
        })}
      </div>
      {rows > 0 && (
        <div className="cal-strip" role="row" style={{ height: `calc(${rows} * 1.35rem * var(--ui) + 4px)` }}>
          <div role="rowheader" aria-colindex={1} className="cal-strip-name" style={{ width: metrics.laneLabelWidth }}>
            {messages.calendar.background}
            {strip.rows > most && (
              <button
                type="button"
                className="cal-strip-more"
                aria-expanded={showAll}
                onClick={() => setShowAll(!showAll)}
              >
                {showAll ? messages.calendar.fewerLayers : messages.calendar.moreLayers(hidden)}
              </button>
            )}
          </div>
          {strip.cards
            .filter((card) => card.row < rows && card.firstColumn <= lastColumn && card.reachColumn >= firstColumn)
            .map((card) => {
              const layer = layers.find(({ id }) => id === card.id)
              if (layer === undefined) return null
              const name = `${layer.name[locale]}${layer.isUncertain ? ' ?' : ''}`
              const span = (card.lastColumn - card.firstColumn + 1) * metrics.columnWidth - 2
              return (
                <div
                  key={card.id}
                  role="gridcell"
                  aria-colindex={card.firstColumn + 2}
                  className="cal-layer"
                  data-group={layer.group}
                  title={layer.isUncertain ? messages.calendar.uncertain(layer.name[locale]) : name}
                  style={{
                    left: metrics.laneLabelWidth + card.firstColumn * metrics.columnWidth + 1,
                    top: `calc(${card.row} * 1.35rem * var(--ui) + 2px)`,
                    width: (card.reachColumn - card.firstColumn + 1) * metrics.columnWidth - 2,
                    ['--span' as string]: `${span}px`,
                  }}
                >
                  <span className="cal-layer-name">{name}</span>
                </div>
              )
            })}
        </div>
      )}
    </div>
  )
})

/** Days off first, then what can wait for a second look; within that by date. */
function layOutStrip(layers: readonly BackgroundLayer[], axis: TimeAxis, columnWidth: number): LaneLayout {
  const daysOff = layers.filter(({ group }) => group !== 'campaigns')
  const campaigns = layers.filter(({ group }) => group === 'campaigns')
  // One after the other, so that a campaign never pushes a holiday out of sight.
  const first = layOutLane(daysOff, axis, Math.ceil(96 / columnWidth))
  const second = layOutLane(campaigns, axis, Math.ceil(150 / columnWidth))
  const below = second.cards.map((card) => ({ ...card, row: card.row + first.rows }))
  return { cards: [...first.cards, ...below], rows: first.rows + second.rows }
}
