import { killsScenario } from './kills.ts'
import { loadScenarios } from './loads.ts'
import { manyEditsScenario } from './many-edits.ts'
import { memoryScenario } from './memory.ts'
import { openingScenarios } from './opening.ts'
import { returningScenarios } from './returning.ts'
import type { Scenario } from './scenario.ts'

/** Every row of the table of what the relay promises. */
export const scenarios: readonly Scenario[] = [
  ...loadScenarios,
  ...openingScenarios,
  ...returningScenarios,
  memoryScenario,
  manyEditsScenario,
  killsScenario,
]
