import { Random } from '../measure/random.ts'
import type { BenchCard } from './bench-hook.ts'

const words = ['Lezen', 'Taalcafé', 'Verhalen', 'Blok', 'Muziek', 'Ouders', 'Makers', 'Avond', 'Wijk', 'Route'] as const
const lanes = 12
const days = 365

/** The id of a card; all have the same length, so that a marker ends where its id does. */
const idOf = (index: number): string => `c${String(index).padStart(5, '0')}`

/** Finds the markers in what stands on a page. */
export const markerPattern = '·(c\\d{5})'

/** Cards spread evenly over year and lanes, one to three weeks long as a rule; the same number gives the same cards. */
export function makeCards(count: number): BenchCard[] {
  const random = new Random(count)
  return Array.from({ length: count }, (_, index) => {
    const id = idOf(index)
    const day = random.below(days)
    const length = random.next() < 0.4 ? 1 : 1 + random.below(21)
    return {
      id,
      title: `${random.of(words)} ${random.of(words).toLowerCase()} ·${id}`,
      day,
      end: Math.min(days - 1, day + length - 1),
      lane: random.below(lanes),
      proto: random.below(6),
      status: random.below(7),
      owner: random.below(13),
    }
  })
}
