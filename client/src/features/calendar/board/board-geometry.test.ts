import { expect, test } from 'vitest'
import { boardWindowOf, cellAt, edgeScrollSpeed, laneAt, laneBandsOf, type BoardMetrics } from './board-geometry.ts'

const metrics: BoardMetrics = {
  ui: 1,
  columnWidth: 40,
  cardHeight: 26,
  rowHeight: 30,
  laneLabelWidth: 180,
  lanePadding: 5,
}
const bands = laneBandsOf([0, 3, 1], metrics)

test('an empty lane is one row high and lanes stand below one another', () => {
  expect(bands.heights).toEqual([40, 100, 40])
  expect(bands.tops).toEqual([0, 40, 140])
  expect(bands.height).toBe(180)
})

test('a point gives its lane and column, to the pixel', () => {
  expect(cellAt(bands, 30, metrics, 0, 0)).toEqual({ lane: 0, column: 0 })
  expect(cellAt(bands, 30, metrics, 39.9, 39.9)).toEqual({ lane: 0, column: 0 })
  expect(cellAt(bands, 30, metrics, 40, 40)).toEqual({ lane: 1, column: 1 })
  expect(cellAt(bands, 30, metrics, 1199, 179)).toEqual({ lane: 2, column: 29 })
})

test('a point beside the body is no cell', () => {
  expect(cellAt(bands, 30, metrics, -1, 10)).toBeNull()
  expect(cellAt(bands, 30, metrics, 1200, 10)).toBeNull()
  expect(cellAt(bands, 30, metrics, 10, 180)).toBeNull()
  expect(cellAt(laneBandsOf([], metrics), 30, metrics, 10, 0)).toBeNull()
})

test('the lane at a height is found among many', () => {
  const many = laneBandsOf(
    Array.from({ length: 200 }, (_, index) => index % 5),
    metrics,
  )
  for (let lane = 0; lane < 200; lane += 1) {
    expect(laneAt(many, many.tops[lane] ?? 0)).toBe(lane)
    expect(laneAt(many, (many.tops[lane] ?? 0) + (many.heights[lane] ?? 0) - 0.5)).toBe(lane)
  }
})

test('the window covers what is seen, is bounded by it and stays the same for small scrolls', () => {
  const size = { width: 800, height: 600 }
  const window = boardWindowOf({ left: 800, top: 1000, ...size }, 365, metrics)
  expect(window.firstColumn).toBeLessThanOrEqual(20)
  expect(window.lastColumn).toBeGreaterThanOrEqual(40)
  expect(window.top).toBeLessThanOrEqual(1000)
  expect(window.bottom).toBeGreaterThanOrEqual(1600)
  expect(window.lastColumn - window.firstColumn).toBeLessThan(20 + 16)
  expect(boardWindowOf({ left: 810, top: 1010, ...size }, 365, metrics)).toEqual(window)
})

test('the board scrolls by itself only near an edge, faster the nearer', () => {
  expect(edgeScrollSpeed(500, 0, 1000)).toBe(0)
  expect(edgeScrollSpeed(10, 0, 1000)).toBeLessThan(edgeScrollSpeed(40, 0, 1000))
  expect(edgeScrollSpeed(995, 0, 1000)).toBeGreaterThan(edgeScrollSpeed(960, 0, 1000))
})
