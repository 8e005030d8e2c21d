import { toDayNumber, type PlainDate } from '@schakelbord/shared/calendar/plain-date'
import type { CalendarLanes } from '@schakelbord/shared/views/calendar-lanes'
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { useMessages } from '#i18n/use-language.ts'
import type { BackgroundLayer } from '../layers/background-layer.ts'
import { BoardBackdrop } from './board-backdrop.tsx'
import { boardWindowOf, isSameWindow, laneBandsOf, type BoardWindow } from './board-geometry.ts'
import { BoardHeader } from './board-header.tsx'
import type { BoardInteraction } from './board-interaction.ts'
import type { BoardCell, BoardSurface } from './board-surface.ts'
import { CalendarLayout, type BoardFrame } from './calendar-layout.ts'
import { LaneRow } from './lane-row.tsx'
import { moveFocus, placeAt, type FocusStep } from './roving-focus.ts'
import { columnOfDay, isOnAxis, type TimeAxis } from './time-axis.ts'
import { useBoardSizes } from './use-board-sizes.ts'

/** What a board shows and tells. */
export interface CalendarBoardProps {
  readonly lanes: CalendarLanes
  readonly axis: TimeAxis
  readonly today: PlainDate
  readonly layers: readonly BackgroundLayer[]
  readonly interaction: BoardInteraction
  readonly surface: BoardSurface
  /** An empty cell was clicked, or Enter pressed on it. */
  onEmptyCell(cell: BoardCell): void
  onKeepDraft(laneId: string, day: number, title: string): void
  /** Drawn over the lanes: the target of a drag, ghosts. */
  readonly children?: ReactNode
}

const focusSteps: Readonly<Record<string, FocusStep>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'row-start',
  End: 'row-end',
}
const cardSteps: Readonly<Record<string, FocusStep>> = { ArrowLeft: 'previous-card', ArrowRight: 'next-card' }

const emptyFrame: BoardFrame = { lanes: [], rowCounts: [] }
const noFrame = (): BoardFrame => emptyFrame
const listenToNothing = (): (() => void) => () => undefined
const noWindow: BoardWindow = { firstColumn: 0, lastColumn: -1, top: 0, bottom: -1 }

/**
 * Lanes by columns of time. Only what can be seen is on the page; a colleague's change draws one card, or the lanes it
 * left and entered.
 *
 * Source: WAI-ARIA APG, grid pattern: one tab stop, arrows move within.
 */
export function CalendarBoard(props: CalendarBoardProps) {
  const { lanes, axis, today, layers, interaction, surface, onEmptyCell, onKeepDraft, children } = props
  const { calendar } = useMessages()
  const scroll = useRef<HTMLDivElement>(null)
  const header = useRef<HTMLDivElement>(null)
  const [viewport, setViewport] = useState({ width: 0, height: 0 })
  const [window, setWindow] = useState(noWindow)
  const ready = viewport.width > 0
  const { metrics, titleColumns } = useBoardSizes(axis, viewport.width)
  // Nothing is laid out before the width is known: it would be for nothing.
  const layout = useMemo(
    () => (ready ? new CalendarLayout(lanes, axis, titleColumns) : null),
    [lanes, axis, titleColumns, ready],
  )
  const frame = useSyncExternalStore(layout?.subscribeFrame ?? listenToNothing, layout?.frame ?? noFrame)
  const bands = useMemo(() => laneBandsOf(frame.rowCounts, metrics), [frame, metrics])
  const activeLaneId = useSyncExternalStore(interaction.subscribe, () => interaction.get().active?.laneId ?? null)
  // A card in the hand stays on the page: a finger's events go to the element it touched first.
  const heldLaneId = useSyncExternalStore(interaction.subscribe, () => {
    const { heldId } = interaction.get()
    return heldId === null ? null : (lanes.laneOfCard(heldId) ?? null)
  })

  const attach = useCallback(
    (element: HTMLDivElement | null): (() => void) => {
      scroll.current = element
      surface.attach(element)
      const measure = (): void => {
        if (element) setViewport({ width: element.clientWidth, height: element.clientHeight })
      }
      measure()
      const onPointerDown = (event: PointerEvent): void => {
        interaction.holdsFocus = event.target instanceof Node && element?.contains(event.target) === true
      }
      document.addEventListener('pointerdown', onPointerDown, true)
      const observer = new ResizeObserver(measure)
      if (element) observer.observe(element)
      return () => {
        observer.disconnect()
        document.removeEventListener('pointerdown', onPointerDown, true)
        surface.attach(null)
      }
    },
    [surface, interaction],
  )

  const look = useCallback((): void => {
    const element = scroll.current
    if (element === null) return
    const seen = {
      left: element.scrollLeft,
      top: element.scrollTop,
      width: element.clientWidth - metrics.laneLabelWidth,
      height: element.clientHeight,
    }
    const next = boardWindowOf(seen, axis.columns, metrics)
    setWindow((now) => (isSameWindow(now, next) ? now : next))
  }, [axis, metrics])

  const headerHeight = useRef(0)
  useLayoutEffect(() => {
    headerHeight.current = header.current?.offsetHeight ?? 0
    const style = scroll.current?.style
    if (style === undefined) return
    const wanted = { '--head': `${headerHeight.current}px`, '--lane-label': `${metrics.laneLabelWidth}px` }
    for (const [name, value] of Object.entries(wanted)) {
      // Setting what everything inherits makes the browser look at everything again.
      if (style.getPropertyValue(name) !== value) style.setProperty(name, value)
    }
  }, [layers, metrics, axis, ready])
  useLayoutEffect(() => {
    surface.draw({ axis, frame, bands, metrics, headerHeight: headerHeight.current })
  })
  useLayoutEffect(() => {
    const element = scroll.current
    if (element === null || !ready) return
    const day = toDayNumber(today)
    const seen = element.clientWidth - metrics.laneLabelWidth
    element.scrollLeft = isOnAxis(axis, day) ? columnOfDay(axis, day) * metrics.columnWidth - seen / 3 : 0
    // Only a new period opens around today; a resized window stays where it was.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [axis, ready])
  // After the scroll above, so that what is drawn first is what is seen.
  useLayoutEffect(look, [look, viewport])

  useEffect(() => {
    const { active } = interaction.get()
    const laneIds = frame.lanes.map(({ id }) => id)
    if (active !== null && laneIds.includes(active.laneId) && isOnAxis(axis, active.day)) return
    const first = laneIds[0]
    if (first === undefined || layout === null) return
    const day = toDayNumber(today)
    const column = isOnAxis(axis, day) ? columnOfDay(axis, day) : 0
    const laneId = active !== null && laneIds.includes(active.laneId) ? active.laneId : first
    interaction.set({ active: placeAt(ground(layout, laneIds), laneId, column, 'top') })
  }, [axis, frame, layout, interaction, today])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.shiftKey || interaction.get().heldId !== null) return
    if (event.target instanceof Element && event.target.closest('input') !== null) return
    const { active } = interaction.get()
    if (active === null || layout === null) return
    // A card may have the focus without being the tab stop, e.g. put there by a screen reader: then Enter is the card's.
    const isOnCard = event.target instanceof Element && event.target.closest('[data-card]') !== null
    if (event.key === 'Enter' && active.cardId === null && !isOnCard) {
      event.preventDefault()
      onEmptyCell({ laneId: active.laneId, column: columnOfDay(axis, active.day) })
      return
    }
    const step = event.ctrlKey || event.metaKey ? cardSteps[event.key] : focusSteps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = moveFocus(
      ground(
        layout,
        frame.lanes.map(({ id }) => id),
      ),
      active,
      step,
    )
    const row = layout.layout(next.laneId).cards.find(({ id }) => id === next.cardId)?.row ?? 0
    surface.reveal({ laneId: next.laneId, column: columnOfDay(axis, next.day) }, row)
    look()
    interaction.focus(next, { selectedId: null })
  }

  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return
    if (event.target.closest('button, input, .cal-head, .cal-lane-name, [data-resize]') !== null) return
    const cell = surface.cellFromPoint(event.clientX, event.clientY)
    if (cell !== null) onEmptyCell(cell)
  }

  const width = metrics.laneLabelWidth + axis.columns * metrics.columnWidth
  return (
    <div
      className="cal-scroll"
      ref={attach}
      role="grid"
      aria-label={calendar.gridLabel}
      aria-rowcount={frame.lanes.length + 1}
      aria-colcount={axis.columns + 1}
      onScroll={look}
      onFocus={() => (interaction.holdsFocus = true)}
      onBlur={(event) => {
        if (event.relatedTarget !== null) interaction.holdsFocus = event.currentTarget.contains(event.relatedTarget)
      }}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div className="cal-canvas" role="presentation" style={{ width }}>
        <BoardHeader
          ref={header}
          axis={axis}
          metrics={metrics}
          today={today}
          corner={calendar.axis[lanes.axis]}
          layers={layers}
          firstColumn={window.firstColumn}
          lastColumn={window.lastColumn}
        />
        <div className="cal-body" role="rowgroup" style={{ height: bands.height }}>
          <BoardBackdrop
            axis={axis}
            metrics={metrics}
            today={today}
            layers={layers}
            firstColumn={window.firstColumn}
            lastColumn={window.lastColumn}
          />
          {layout !== null &&
            frame.lanes.map((lane, index) => {
              const top = bands.tops[index] ?? 0
              const height = bands.heights[index] ?? 0
              const isSeen = top <= window.bottom && top + height >= window.top
              if (!isSeen && lane.id !== activeLaneId && lane.id !== heldLaneId) return null
              return (
                <LaneRow
                  key={lane.id}
                  lane={lane}
                  index={index}
                  top={top}
                  height={height}
                  layout={layout}
                  metrics={metrics}
                  interaction={interaction}
                  firstColumn={window.firstColumn}
                  lastColumn={window.lastColumn}
                  firstRow={Math.floor((window.top - top) / metrics.rowHeight) - 1}
                  lastRow={Math.floor((window.bottom - top) / metrics.rowHeight)}
                  onKeepDraft={onKeepDraft}
                />
              )
            })}
          {children}
        </div>
      </div>
    </div>
  )
}

function ground(layout: CalendarLayout, laneIds: readonly string[]) {
  return { axis: layout.axis, laneIds, layout: (laneId: string) => layout.layout(laneId) }
}
