import { loadScenarios } from './loads.ts'
import type { Scenario } from './scenario.ts'

/** Every row of the table of what the relay promises. */
export const scenarios: readonly Scenario[] = [...loadScenarios]
