import type { Activity, Phase } from '@schakelbord/shared/model/activity'

/** What stands out; the rest fades and keeps its place. */
export interface CalendarFilter {
  readonly groups: ReadonlySet<string>
  readonly phases: ReadonlySet<Phase>
  /** Ids that the text finds; `null` without a text. */
  readonly found: ReadonlySet<string> | null
}

/** Nothing fades. */
export const noFilter: CalendarFilter = { groups: new Set(), phases: new Set(), found: null }

/** Whether an activity stands out. An empty list lets everything through. */
export function passesFilter(activity: Activity, filter: CalendarFilter): boolean {
  if (filter.phases.size > 0 && !filter.phases.has(activity.phase)) return false
  if (filter.groups.size > 0 && !activity.targetGroupIds.some((id) => filter.groups.has(id))) return false
  return filter.found === null || filter.found.has(activity.id)
}
