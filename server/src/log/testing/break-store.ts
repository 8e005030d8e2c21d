import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoreStep } from '../sqlite-store.ts'

/** What a test asks of a store that breaks: at which step, how, and how often. */
export interface Break {
  readonly step: StoreStep
  readonly how: 'throw' | 'die'
  readonly times: number
}

const fileName = 'break.json'

/** Leaves word in the data folder that the store shall break. */
export function breakStore(dataDir: string, wish: Break): void {
  writeFileSync(join(dataDir, fileName), JSON.stringify(wish))
}

/** The wish there is, for the store that breaks. */
export function wishIn(dataDir: string): Break | undefined {
  try {
    return JSON.parse(readFileSync(join(dataDir, fileName), 'utf8')) as Break
  } catch {
    return undefined
  }
}
