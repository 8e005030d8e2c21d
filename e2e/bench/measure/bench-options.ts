/** What every bench is told on the command line. */
export interface BenchOptions {
  /** Numbers of cards; absent: those of the bench. */
  readonly sizes: readonly number[] | undefined
  readonly rounds: number | undefined
  /** Only these contenders; absent: all of them. */
  readonly only: readonly string[] | undefined
}
