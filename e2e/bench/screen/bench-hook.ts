/** A card as every contender gets it. */
export interface BenchCard {
  readonly id: string
  /** Carries the marker `·<id>`, by which it is found on the page. */
  readonly title: string
  /** Units: days since 1 January 2027, 0–364; `end` is included. */
  readonly day: number
  readonly end: number
  /** Units: 0–11. */
  readonly lane: number
  /** Units: 0–5. */
  readonly proto: number
  readonly status: number
  readonly owner: number
}

/** What every contender's page offers. */
export interface BenchHook {
  seed(cards: readonly BenchCard[]): void
  update(id: string, title: string): void
  updateMany(titles: readonly (readonly [id: string, title: string])[]): void
  get(id: string): { readonly title?: unknown } | undefined
}

declare global {
  interface Window {
    __bench?: BenchHook
  }
}
