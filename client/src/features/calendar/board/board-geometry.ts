/** The sizes of the board on this screen. Units: CSS pixels. */
export interface BoardMetrics {
  /** How much larger everything is than on a desk. */
  readonly ui: number
  readonly columnWidth: number
  readonly rowHeight: number
  readonly cardHeight: number
  readonly laneLabelWidth: number
  readonly lanePadding: number
}

/** The lanes below one another. Units: CSS pixels from the top of the first lane. */
export interface LaneBands {
  readonly tops: readonly number[]
  readonly heights: readonly number[]
  readonly height: number
}

/** A lane and a column, by number. */
export interface CellIndex {
  readonly lane: number
  readonly column: number
}

/** The part of a board that is drawn: what can be seen and a margin. */
export interface BoardWindow {
  readonly firstColumn: number
  readonly lastColumn: number
  /** Units: CSS pixels from the top of the first lane. */
  readonly top: number
  readonly bottom: number
}

/** How high each lane is and where it starts. */
export function laneBandsOf(rowCounts: readonly number[], metrics: BoardMetrics): LaneBands {
  const tops: number[] = []
  const heights: number[] = []
  let height = 0
  for (const rows of rowCounts) {
    const laneHeight = Math.max(1, rows) * metrics.rowHeight + metrics.lanePadding * 2
    tops.push(height)
    heights.push(laneHeight)
    height += laneHeight
  }
  return { tops, heights, height }
}

/** The lane at a height, or the nearest one; -1 when there are none. */
export function laneAt(bands: LaneBands, y: number): number {
  let low = 0
  let high = bands.tops.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((bands.tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return high
}

/**
 * The cell under a point of the body, or `null` outside it.
 *
 * @param x pixels from the left of column 0
 * @param y pixels from the top of the first lane
 */
export function cellAt(
  bands: LaneBands,
  columns: number,
  metrics: BoardMetrics,
  x: number,
  y: number,
): CellIndex | null {
  if (x < 0 || y < 0 || y >= bands.height || x >= columns * metrics.columnWidth) return null
  return { lane: laneAt(bands, y), column: Math.floor(x / metrics.columnWidth) }
}

const columnChunk = 4
const heightChunk = 160

/**
 * What to draw for a scroll position, in steps, so that most scroll events change nothing.
 *
 * Bounded by the viewport: at most one step more than what is seen on each side.
 */
export function boardWindowOf(
  scroll: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  columns: number,
  metrics: BoardMetrics,
): BoardWindow {
  const first = Math.floor(scroll.left / metrics.columnWidth)
  const last = Math.floor((scroll.left + scroll.width) / metrics.columnWidth)
  return {
    firstColumn: Math.max(0, (Math.floor(first / columnChunk) - 1) * columnChunk),
    lastColumn: Math.min(columns - 1, (Math.floor(last / columnChunk) + 2) * columnChunk - 1),
    top: (Math.floor(scroll.top / heightChunk) - 1) * heightChunk,
    bottom: (Math.floor((scroll.top + scroll.height) / heightChunk) + 2) * heightChunk,
  }
}

/** Whether two windows draw the same. */
export function isSameWindow(a: BoardWindow, b: BoardWindow): boolean {
  return a.firstColumn === b.firstColumn && a.lastColumn === b.lastColumn && a.top === b.top && a.bottom === b.bottom
}

/** How fast the board scrolls by itself while something is held near an edge. Units: pixels a frame, signed. */
export function edgeScrollSpeed(position: number, near: number, far: number): number {
  const zone = 48
  const fastest = 18
  if (position < near + zone) return -Math.ceil(fastest * Math.min(1, (near + zone - position) / zone))
  if (position > far - zone) return Math.ceil(fastest * Math.min(1, (position - far + zone) / zone))
  return 0
}
