import { cellAt, laneAt, type BoardMetrics, type CellIndex, type LaneBands } from './board-geometry.ts'
import type { BoardFrame } from './calendar-layout.ts'
import type { TimeAxis } from './time-axis.ts'

/** A cell by lane and column. */
export interface BoardCell {
  readonly laneId: string
  readonly column: number
}

/** What is drawn now. */
export interface SurfaceState {
  readonly axis: TimeAxis
  readonly frame: BoardFrame
  readonly bands: LaneBands
  readonly metrics: BoardMetrics
  readonly headerHeight: number
}

/**
 * From the screen to the board and back by arithmetic: no element per cell is needed.
 *
 * Units: CSS pixels of the viewport.
 */
export class BoardSurface {
  #scroll: HTMLElement | null = null
  #state: SurfaceState | null = null

  /** The scrolling element. */
  get scroll(): HTMLElement | null {
    return this.#scroll
  }

  /** What is drawn now; `null` before the first drawing. */
  get state(): SurfaceState | null {
    return this.#state
  }

  /** Takes the scrolling element; for React's `ref`. */
  readonly attach = (element: HTMLElement | null): void => {
    this.#scroll = element
  }

  /** Takes what is drawn. */
  draw(state: SurfaceState): void {
    this.#state = state
  }

  /** The part of the screen in which cells are seen, without headers. */
  viewport(): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } | null {
    if (this.#scroll === null || this.#state === null) return null
    const rect = this.#scroll.getBoundingClientRect()
    return {
      left: rect.left + this.#state.metrics.laneLabelWidth,
      top: rect.top + this.#state.headerHeight,
      right: rect.left + this.#scroll.clientWidth,
      bottom: rect.top + this.#scroll.clientHeight,
    }
  }

  /** The cell under a point of the screen; `null` outside what is seen. */
  cellFromPoint(x: number, y: number): BoardCell | null {
    const state = this.#state
    const viewport = this.viewport()
    if (state === null || this.#scroll === null || viewport === null) return null
    if (x < viewport.left || x > viewport.right || y < viewport.top || y > viewport.bottom) return null
    const index = cellAt(
      state.bands,
      state.axis.columns,
      state.metrics,
      x - viewport.left + this.#scroll.scrollLeft,
      y - viewport.top + this.#scroll.scrollTop,
    )
    return index === null ? null : this.#cellOf(state, index)
  }

  /** The column under a point, beyond the ends of the axis too. */
  columnFromX(x: number): number | null {
    const viewport = this.viewport()
    if (this.#state === null || this.#scroll === null || viewport === null) return null
    return Math.floor((x - viewport.left + this.#scroll.scrollLeft) / this.#state.metrics.columnWidth)
  }

  /** The first cell that is seen whole. */
  firstVisibleCell(): BoardCell | null {
    const state = this.#state
    if (state === null || this.#scroll === null) return null
    return this.#cellOf(state, {
      lane: laneAt(state.bands, this.#scroll.scrollTop),
      column: Math.min(Math.ceil(this.#scroll.scrollLeft / state.metrics.columnWidth), state.axis.columns - 1),
    })
  }

  /** Scrolls no further than needed to see a cell. */
  reveal(cell: BoardCell, row = 0): void {
    const state = this.#state
    const scroll = this.#scroll
    if (state === null || scroll === null) return
    const lane = state.frame.lanes.findIndex(({ id }) => id === cell.laneId)
    if (lane < 0) return
    const { columnWidth, rowHeight, laneLabelWidth, lanePadding } = state.metrics
    const left = cell.column * columnWidth
    const top = (state.bands.tops[lane] ?? 0) + row * rowHeight
    const width = scroll.clientWidth - laneLabelWidth
    const height = scroll.clientHeight - state.headerHeight
    if (left < scroll.scrollLeft) scroll.scrollLeft = left
    else if (left + columnWidth > scroll.scrollLeft + width) scroll.scrollLeft = left + columnWidth - width
    if (top < scroll.scrollTop) scroll.scrollTop = top
    else if (top + rowHeight + lanePadding * 2 > scroll.scrollTop + height) {
      scroll.scrollTop = top + rowHeight + lanePadding * 2 - height
    }
  }

  #cellOf(state: SurfaceState, index: CellIndex): BoardCell | null {
    const lane = state.frame.lanes[index.lane]
    return lane === undefined ? null : { laneId: lane.id, column: index.column }
  }
}
