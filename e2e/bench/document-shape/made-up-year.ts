import type { Random } from '../measure/random.ts'
import type { Card, Edit } from './card.ts'

const words = [
  'lezen',
  'samen',
  'taal',
  'verhalen',
  'avond',
  'blok',
  'muziek',
  'wijk',
  'school',
  'ouders',
  'makers',
] as const
const recipes = ['presentation-block', 'guest-collection', 'reading-route', 'talk', 'workshop', 'general'] as const
const phases = ['idea', 'proposed', 'pencilled', 'firm', 'announced', 'held', 'learned'] as const
const disciplines = ['collection', 'participation', 'marketing', 'programme'] as const
const values = ['pluriformity', 'authenticity', 'accessibility', 'independence', 'currency', 'reliability'] as const
const themes = ['diversity-inclusion-equity', 'place', 'language', 'digital-citizenship'] as const
const checklist = [
  'visible-specialist',
  'same-target-group',
  'customer-view',
  'internal-visible',
  'core-attitude',
] as const
const fieldKeys = ['focus', 'location', 'plannedItems', 'refill', 'returnPlan', 'coChosen'] as const

const idOf = (index: number): string => `c${index.toString(36).padStart(4, '0')}`
const sentence = (random: Random, length: number): string => Array.from({ length }, () => random.of(words)).join(' ')
const day = (random: Random): string =>
  `2027-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`

/** A year of cards; the same seed gives the same year. */
export function makeYear(random: Random, count: number): Card[] {
  return Array.from({ length: count }, (_, index) => {
    const dates = [day(random), day(random)].sort()
    const start = dates[0] ?? '2027-01-01'
    return {
      id: idOf(index),
      recipeId: random.of(recipes),
      title: sentence(random, 5),
      summary: sentence(random, 12),
      customerSentence: sentence(random, 10),
      phase: random.of(phases),
      public: random.next() < 0.5,
      start,
      end: dates[1] ?? start,
      times: [{ date: start, start: '14:00', end: '15:30' }],
      placeId: `place-${random.below(5)}`,
      groupId: `group-${random.below(30)}`,
      targetGroupIds: [`group-${random.below(15)}`, `group-${15 + random.below(15)}`],
      valueIds: random.some(values, 0.4).sort(),
      themeIds: random.some(themes, 0.5),
      layerIds: random.some(['nationale-voorleesdagen', 'boekenweek'], 0.4),
      partnerIds: [`pa-${random.below(11)}`, `pa-${11 + random.below(11)}`],
      owners: disciplines.slice(0, 3).map((discipline) => ({
        discipline,
        roleId: `${discipline}-specialist`,
        personId: `st-${discipline}-${random.below(4)}`,
      })),
      fields: {
        focus: sentence(random, 3),
        location: sentence(random, 4),
        plannedItems: random.below(80),
        refill: 'weekly',
        returnPlan: 'languageShelf',
        coChosen: true,
      },
      measures: [
        { measureId: 'languages-served', target: random.below(9), observed: random.below(9) },
        { measureId: 'co-makers', target: random.below(9), observed: random.below(9) },
      ],
      attendance: random.below(400),
      marketingChecklist: Object.fromEntries(checklist.map((item) => [item, random.next() < 0.5])),
    }
  })
}

/** What people do in a year: moving most, then titles and ticking, the rest less. */
export function makeEdit(random: Random, count: number): Edit {
  const id = idOf(random.below(count))
  const dice = random.next()
  if (dice < 0.3) {
    const dates = [day(random), day(random)].sort()
    const [start = '2027-01-01', end = '2027-01-02'] = dates
    return { id, kind: 'place', start, end, groupId: `group-${random.below(30)}`, placeId: `place-${random.below(5)}` }
  }
  if (dice < 0.45) return { id, kind: 'title', title: sentence(random, 5) }
  if (dice < 0.55) return { id, kind: 'phase', phase: random.of(phases) }
  if (dice < 0.7) return { id, kind: 'value', valueId: random.of(values), on: random.next() < 0.6 }
  if (dice < 0.75) {
    const discipline = random.of(disciplines)
    const owner = { discipline, roleId: `${discipline}-specialist`, personId: `st-${discipline}-${random.below(4)}` }
    return { id, kind: 'owner', owner }
  }
  if (dice < 0.85) return { id, kind: 'field', key: random.of(fieldKeys), value: sentence(random, 3) }
  if (dice < 0.95) return { id, kind: 'check', item: random.of(checklist), checked: random.next() < 0.6 }
  return { id, kind: 'attendance', attendance: random.below(400) }
}
