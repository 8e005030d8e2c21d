import type { HolidayRegionId } from '@schakelbord/shared/domain/layers'
import { useEffect, useMemo, useState } from 'react'
import { dayOfColumn, type TimeAxis } from '../board/time-axis.ts'
import { fromDayNumber } from '@schakelbord/shared/calendar/plain-date'
import type { LayerGroup } from '../view-state/calendar-view-state.ts'
import { loadBackgroundLayers, type BackgroundLayer } from './background-layer.ts'

const none: readonly BackgroundLayer[] = []

/** What lies behind an axis, of the groups that are switched on. */
export function useBackgroundLayers(
  axis: TimeAxis,
  region: HolidayRegionId,
  groups: readonly LayerGroup[],
): readonly BackgroundLayer[] {
  const [all, setAll] = useState(none)
  useEffect(() => {
    let current = true
    const start = fromDayNumber(axis.firstDay)
    const end = fromDayNumber(dayOfColumn(axis, axis.columns) - 1)
    void loadBackgroundLayers({ start, end }, region).then((layers) => {
      if (current) setAll(layers)
    })
    return () => {
      current = false
    }
  }, [axis, region])
  return useMemo(() => (groups.length === 0 ? none : all.filter(({ group }) => groups.includes(group))), [all, groups])
}
