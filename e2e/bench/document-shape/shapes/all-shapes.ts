import { flat, flatObjects } from './flat.ts'
import { nestedFields } from './nested-fields.ts'
import { nestedSets } from './nested-sets.ts'
import { nestedThree } from './nested-three.ts'
import { plainValue } from './plain-value.ts'
import type { Shape } from './shape.ts'

/** The shapes that were weighed; the chosen one first. */
export const shapes: readonly [Shape, ...Shape[]] = [
  flat,
  flatObjects,
  nestedFields,
  nestedThree,
  plainValue,
  nestedSets,
]
