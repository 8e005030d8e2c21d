import type { Lane } from '@schakelbord/shared/views/calendar-lanes'
import { memo, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import { ActivityCard } from '../card/activity-card.tsx'
import { DraftCard } from '../card/draft-card.tsx'
import type { BoardMetrics } from './board-geometry.ts'
import type { BoardInteraction } from './board-interaction.ts'
import type { CalendarLayout } from './calendar-layout.ts'
import { longColumnName } from './column-names.ts'
import { laneName } from './lane-names.ts'
import { cardsInWindow } from './lane-layout.ts'
import { columnOfDay } from './time-axis.ts'

const longPx = 360

/** A lane, and which part of it is drawn. */
export interface LaneRowProps {
  readonly lane: Lane
  readonly index: number
  readonly top: number
  readonly height: number
  readonly layout: CalendarLayout
  readonly metrics: BoardMetrics
  readonly interaction: BoardInteraction
  readonly firstColumn: number
  readonly lastColumn: number
  readonly firstRow: number
  readonly lastRow: number
  onKeepDraft(laneId: string, day: number, title: string): void
}

/** One lane: its name and the cards of it that can be seen. Draws again when one of its cards came, went or moved. */
export const LaneRow = memo(function LaneRow(props: LaneRowProps) {
  const { lane, index, top, height, layout, metrics, interaction } = props
  const { locale, messages } = useLanguage()
  const { axis } = layout
  const row = useRef<HTMLDivElement>(null)
  const placed = useSyncExternalStore(
    useCallback((listener: () => void) => layout.subscribeLane(lane.id, listener), [layout, lane.id]),
    () => layout.layout(lane.id),
  )
  const active = useSyncExternalStore(interaction.subscribe, () => interaction.activeIn(lane.id))
  const heldHere = useInLane(interaction, () => interaction.get().heldId, placed.cards)
  const selectedHere = useInLane(interaction, () => interaction.get().selectedId, placed.cards)
  const draft = useSyncExternalStore(interaction.subscribe, () => {
    const now = interaction.get().draft
    return now?.laneId === lane.id ? now : null
  })
  useLayoutEffect(() => {
    if (active === null) return
    const isLost = interaction.holdsFocus && document.activeElement === document.body
    if (!interaction.takeFocusRequest() && !isLost) return
    row.current?.querySelector<HTMLElement>('[data-stop]')?.focus({ preventScroll: true })
  })

  const activeCard = active === null ? undefined : placed.cards.find(({ id }) => id === active.cardId)
  const activeColumn = active === null ? -1 : columnOfDay(axis, active.day)
  const name = laneName(lane, locale, messages)
  const visible = cardsInWindow(placed, props, [activeCard?.id ?? null, heldHere])
  const rowTop = (number: number): number => metrics.lanePadding + number * metrics.rowHeight
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="cal-lane"
      style={{ top, height }}
      ref={row}
      data-lane={lane.id}
    >
      <div role="rowheader" aria-colindex={1} className="cal-lane-name" style={{ width: metrics.laneLabelWidth }}>
        <span className="cal-lane-label" title={name}>
          {name}
        </span>
      </div>
      <div className="cal-track" role="presentation" style={{ left: metrics.laneLabelWidth }}>
        {visible.map((card) => (
          <ActivityCard
            key={card.id}
            id={card.id}
            left={card.nameColumn * metrics.columnWidth + 1}
            top={rowTop(card.row)}
            width={(card.reachColumn - card.nameColumn + 1) * metrics.columnWidth - 3}
            spanLeft={(card.firstColumn - card.nameColumn) * metrics.columnWidth}
            spanWidth={(card.lastColumn - card.firstColumn + 1) * metrics.columnWidth - 3}
            height={metrics.cardHeight}
            column={card.firstColumn + 2}
            columnSpan={card.lastColumn - card.firstColumn + 1}
            isLong={(card.lastColumn - card.firstColumn + 1) * metrics.columnWidth > longPx * metrics.ui}
            startsBefore={card.startsBefore}
            endsAfter={card.endsAfter}
            isTabStop={card.id === activeCard?.id}
            isSelected={card.id === selectedHere}
            isHeld={card.id === heldHere}
          />
        ))}
        {active !== null &&
          activeCard === undefined &&
          draft === null &&
          activeColumn >= 0 &&
          activeColumn < axis.columns && (
            <div
              role="gridcell"
              className="cal-cell"
              tabIndex={0}
              data-stop=""
              aria-colindex={activeColumn + 2}
              aria-label={messages.calendar.emptyCell(name, longColumnName(axis, activeColumn, locale))}
              style={{ left: activeColumn * metrics.columnWidth, width: metrics.columnWidth }}
            />
          )}
        {draft !== null && (
          <div
            role="gridcell"
            className="cal-place cal-draft-place"
            aria-colindex={columnOfDay(axis, draft.day) + 2}
            style={{
              left: columnOfDay(axis, draft.day) * metrics.columnWidth + 1,
              top: metrics.lanePadding,
              height: metrics.cardHeight,
            }}
          >
            <DraftCard
              label={messages.calendar.draftLabel(name, longColumnName(axis, columnOfDay(axis, draft.day), locale))}
              onKeep={(title) => props.onKeepDraft(lane.id, draft.day, title)}
              onDrop={() => {
                const place = { laneId: draft.laneId, day: draft.day, cardId: null }
                interaction.focus(place, { draft: null })
              }}
            />
          </div>
        )}
      </div>
    </div>
  )
})

function useInLane(
  interaction: BoardInteraction,
  read: () => string | null,
  cards: readonly { readonly id: string }[],
): string | null {
  return useSyncExternalStore(interaction.subscribe, () => {
    const id = read()
    return id !== null && cards.some((card) => card.id === id) ? id : null
  })
}
