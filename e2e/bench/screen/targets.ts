import type { PageFigures } from './measure-page.ts'

/** What ours has to reach beside the best peer. */
export interface Target {
  readonly figure: keyof PageFigures
  readonly says: string
  /** At how many cards it counts; absent: at any number. */
  readonly cards?: number
  holds(ours: number, best: number): boolean
}

const frameMs = 1000 / 60

/** The budgets of the year view. */
export const targets: readonly Target[] = [
  { figure: 'firstRender', says: '≤ 1.3 × the better peer', cards: 2_000, holds: (ours, best) => ours <= 1.3 * best },
  { figure: 'changeScreen', says: '≤ 0.5 × the better peer', cards: 2_000, holds: (ours, best) => ours <= 0.5 * best },
  { figure: 'changeTask', says: '≤ 0.25 × the better peer', cards: 2_000, holds: (ours, best) => ours <= 0.25 * best },
  { figure: 'dragLongest', says: '≤ 50 ms', holds: (ours) => ours <= 50 },
  { figure: 'scrollP95', says: '≤ the better peer + 2 frames', holds: (ours, best) => ours <= best + 2 * frameMs },
]
