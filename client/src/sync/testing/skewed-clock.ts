let offsetMs = 0
const RealDate = Date
const realNow = Date.now.bind(Date)

/** Sets the clock on the wall off by so much, from now on; timers go on as they do. Imported before all else. */
export function skewClock(byMs: number): void {
  offsetMs = byMs
}

class SkewedDate extends RealDate {
  constructor(...given: readonly []) {
    // All ways to make a date but one: of nothing, which is now.
    super(...(given.length === 0 ? ([realNow() + offsetMs] as unknown as readonly []) : given))
  }

  static override now(): number {
    return realNow() + offsetMs
  }
}

globalThis.Date = SkewedDate as unknown as DateConstructor
