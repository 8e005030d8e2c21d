import type { Contender, ContenderId } from '../contenders/contender.ts'

/** What a scenario found out about one contender in one round, by name. */
export type Figures = Readonly<Record<string, number>>

/** One line of a table: a figure and the words it is told in. */
export interface FigureRow {
  readonly figure: string
  readonly says: string
}

/** What ours has to reach beside the best of some peers. */
export interface Target {
  readonly figure: string
  /** Whose best counts; absent: no peer's, the target stands for itself. */
  readonly beside?: readonly ContenderId[]
  readonly says: string
  holds(ours: number, best: number): boolean
}

/** One row of what the relay promises, and how it is measured. */
export interface Scenario {
  readonly id: string
  readonly says: string
  readonly contenders: readonly ContenderId[]
  readonly rows: readonly FigureRow[]
  readonly targets: readonly Target[]
  /** How many rounds it takes where nobody says; absent: as many as the others. */
  readonly rounds?: number
  measure(contender: Contender, options: ScenarioOptions): Promise<Figures>
}

export interface ScenarioOptions {
  /** How long a load is measured. */
  readonly seconds: number
}
