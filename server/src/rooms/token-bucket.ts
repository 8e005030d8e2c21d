/** A measure that fills at a steady rate up to a brim: short bursts pass, a flood has to wait. */
export class TokenBucket {
  readonly #perSecond: number
  readonly #burst: number
  #tokens: number
  #filledAtMs: number

  constructor(perSecond: number, burst: number, nowMs: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#tokens = burst
    this.#filledAtMs = nowMs
  }

  /** Takes what has arrived already and says how long to wait before taking more. Units: milliseconds. */
  take(tokens: number, nowMs: number): number {
    const elapsedMs = Math.max(0, nowMs - this.#filledAtMs)
    this.#filledAtMs = nowMs
    this.#tokens = Math.min(this.#burst, this.#tokens + (elapsedMs * this.#perSecond) / 1000) - tokens
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens * 1000) / this.#perSecond)
  }

  /** Takes what has arrived already, or nothing where that is not enough. */
  takeWhole(tokens: number, nowMs: number): boolean {
    this.take(0, nowMs)
    if (this.#tokens < tokens) return false
    this.#tokens -= tokens
    return true
  }

  isFull(nowMs: number): boolean {
    this.take(0, nowMs)
    return this.#tokens >= this.#burst
  }
}
