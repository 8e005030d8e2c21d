import { toDayNumber } from '@schakelbord/shared/calendar/plain-date'
import type { DateRange } from '@schakelbord/shared/calendar/date-range'
import type { HolidayRegionId, LayerKindId } from '@schakelbord/shared/domain/layers'
import type { Bilingual } from '@schakelbord/shared/domain/bilingual'
import type { LayerGroup } from '../view-state/calendar-view-state.ts'

/** Something behind the calendar. Units: day numbers, both included. */
export interface BackgroundLayer {
  readonly id: string
  readonly group: LayerGroup
  readonly name: Bilingual
  readonly startDay: number
  readonly endDay: number
  /** Shown with a question mark. */
  readonly isUncertain: boolean
}

function groupOf(kind: LayerKindId): LayerGroup {
  if (kind === 'public-holiday') return 'public'
  return kind === 'school-holiday' ? 'school' : 'campaigns'
}

/** Everything behind a range for a holiday region; the list itself loads when it is first asked for. */
export async function loadBackgroundLayers(
  range: DateRange,
  region: HolidayRegionId,
): Promise<readonly BackgroundLayer[]> {
  const { layersIn } = await import('@schakelbord/shared/domain/layers')
  return layersIn(range, region).map(({ id, kind, name, start, end, certainty }) => ({
    id: `${id}/${start}`,
    group: groupOf(kind),
    name,
    startDay: toDayNumber(start),
    endDay: toDayNumber(end),
    isUncertain: certainty === 'estimated' || certainty === 'unknown',
  }))
}
