/** A card as the screen bench hands it to every contender. */
export interface BenchCard {
  readonly id: string
  /** Carries the marker `·<id>`, by which the bench finds it on the page. */
  readonly title: string
  /** Units: days since 1 January 2027, 0–364; `end` is included. */
  readonly day: number
  readonly end: number
  /** Units: 0–11. */
  readonly lane: number
  /** Units: 0–5. */
  readonly proto: number
  readonly status: number | string
  readonly owner: number | string
}
