import { addDays, type PlainDate } from '@schakelbord/shared/calendar/plain-date'
import { freeRecipeId, recipes } from '@schakelbord/shared/domain/recipes'
import type { BoardFile } from '@schakelbord/shared/exchange/board-file'
import { PHASES } from '@schakelbord/shared/model/activity'
import type { BenchCard } from './bench-card.ts'

const laneCount = 12
const year = { from: '2027-01-01' as PlainDate, to: '2027-12-31' as PlainDate }

/** The board file that holds these cards: a year of 2027 with a target group per lane. */
export function boardFileOf(cards: readonly BenchCard[]): BoardFile {
  const owners = [...new Set(cards.map(({ owner }) => String(owner)))]
  return {
    format: 'schakelbord-board',
    version: 1,
    board: { title: 'Bench 2027', period: year, timeZone: 'Europe/Amsterdam', locale: 'nl' },
    today: year.from,
    people: owners.map((owner) => ({ id: `person-${owner}`, name: `Persoon ${owner}`, discipline: 'programme' })),
    targetGroups: Array.from({ length: laneCount }, (_, lane) => ({
      id: `lane-${lane}`,
      name: `Doelgroep ${lane + 1}`,
    })),
    activities: cards.map((card) => ({
      id: card.id,
      title: card.title,
      recipeId: recipes[card.proto]?.id ?? freeRecipeId,
      phase: PHASES.find((phase, index) => phase === card.status || index === card.status) ?? 'pencilled',
      start: addDays(year.from, card.day),
      end: addDays(year.from, Math.min(364, Math.max(card.day, card.end))),
      targetGroupIds: [`lane-${card.lane}`],
      owners: [{ discipline: 'programme', roleId: null, personId: `person-${String(card.owner)}` }],
    })),
  }
}
