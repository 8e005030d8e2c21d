import type { Activity } from '@schakelbord/shared/model/activity'
import { useView } from '#sync/use-view.ts'
import { useCalendarHost } from '../calendar-host.ts'

/** One activity; draws again only when this one changed. */
export function useActivity(id: string): Activity | undefined {
  const { view } = useCalendarHost()
  return useView(view, `activities/${id}`, () => view.get('activities', id))
}

/** How many collection parts are connected to an activity. */
export function useConnectionCount(id: string): number {
  const { view } = useCalendarHost()
  return useView(view, `connections-of/${id}`, () => view.connectionsOf(id).length)
}
