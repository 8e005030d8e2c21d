/** Loaded before a server (`--import`): each SIGUSR2 sets its clock on the wall off by so many milliseconds more. */
const RealDate = Date
const stepsMs = (process.env['CLOCK_STEPS_MS'] ?? '').split(',').map(Number)
let offsetMs = 0

class SkewedDate extends RealDate {
  constructor(...given: readonly []) {
    // All ways to make a date but one: of nothing, which is now.
    super(...(given.length === 0 ? ([RealDate.now() + offsetMs] as unknown as readonly []) : given))
  }

  static override now(): number {
    return RealDate.now() + offsetMs
  }
}

globalThis.Date = SkewedDate as unknown as DateConstructor
process.on('SIGUSR2', () => {
  offsetMs += stepsMs.shift() ?? 0
})
