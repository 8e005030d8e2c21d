import type { Contender } from './contender.ts'
import { ours } from './ours.ts'
import { peers } from './peers.ts'

/** Ours first, then those it is compared with. */
export const contenders: readonly Contender[] = [ours, ...peers]
