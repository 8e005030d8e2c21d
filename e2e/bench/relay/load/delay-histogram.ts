/** Steps in which a delay may double: figures are right to 1 part in 64. */
const stepsPerDoubling = 64
const doublings = 26

/** Counts delays in steps of about 1 %, from a microsecond to a minute, however many there are. */
export class DelayHistogram {
  readonly #counts = new Uint32Array(stepsPerDoubling * doublings)
  #total = 0

  /** Units: µs. */
  add(delay: number): void {
    const step = Math.floor(Math.log2(Math.max(1, delay)) * stepsPerDoubling)
    const index = Math.min(step, this.#counts.length - 1)
    this.#counts[index] = (this.#counts[index] ?? 0) + 1
    this.#total++
  }

  get total(): number {
    return this.#total
  }

  /** The delay that a share of all stay below. Units: ms; `NaN` without any. */
  quantile(share: number): number {
    let left = Math.ceil(share * this.#total)
    for (const [step, count] of this.#counts.entries()) {
      left -= count
      if (left <= 0 && this.#total > 0) return 2 ** ((step + 0.5) / stepsPerDoubling) / 1000
    }
    return Number.NaN
  }
}
