/** What every bench is told on the command line. */
export interface BenchOptions {
  /** Numbers of cards; absent: those of the bench. */
  readonly sizes: readonly number[] | undefined
  readonly rounds: number | undefined
  /** Only these contenders; absent: all of them. */
  readonly only: readonly string[] | undefined
  /** Only these scenarios of a bench that has several; absent: all of them. */
  readonly scenarios: readonly string[] | undefined
  /** How long a load is measured; absent: as the bench does. */
  readonly seconds: number | undefined
}
