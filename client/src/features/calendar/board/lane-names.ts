import type { Locale } from '@schakelbord/shared/calendar/locale'
import { disciplineOf } from '@schakelbord/shared/domain/disciplines'
import { recipeOf } from '@schakelbord/shared/domain/recipes'
import type { Lane } from '@schakelbord/shared/views/calendar-lanes'
import type { Messages } from '#i18n/nl.ts'

/** The name of a lane in the reader's language. */
export function laneName(lane: Lane, locale: Locale, messages: Messages): string {
  if (lane.id === '') return messages.calendar.noLane[lane.axis]
  if (lane.axis === 'discipline') return disciplineOf(lane.id)?.name[locale] ?? lane.id
  if (lane.axis === 'recipe') return recipeOf(lane.id)?.shortName[locale] ?? lane.id
  return lane.label === '' ? lane.id : lane.label
}
