import { parsePlainDate, toDayNumber, type PlainDate } from '@schakelbord/shared/calendar/plain-date'
import { recipeOf } from '@schakelbord/shared/domain/recipes'
import type { CalendarLanes } from '@schakelbord/shared/views/calendar-lanes'
import { useCallback, useSyncExternalStore } from 'react'
import { useLanguage, useMessages } from '#i18n/use-language.ts'
import type { DragGhost } from '#sync/presence.ts'
import type { BoardSurface } from '../board/board-surface.ts'
import { columnOfDay, type TimeAxis } from '../board/time-axis.ts'
import { useCalendarHost } from '../calendar-host.ts'
import { recipeLookOf } from '../card/recipe-look.ts'
import type { DragHand } from './drag-hand.ts'

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The outline of the place a held thing would land, over the lanes. */
export function DropOutline({
  hand,
  surface,
  axis,
}: {
  readonly hand: DragHand
  readonly surface: BoardSurface
  readonly axis: TimeAxis
}) {
  const { grip, by, target } = useSyncExternalStore(hand.subscribe, hand.get)
  const { view } = useCalendarHost()
  const { locale } = useLanguage()
  if (grip === null || target === null || target.kind !== 'cell') return null
  const box = boxOf(surface, axis, target.laneId, target.startDay, target.endDay)
  if (box === null) return null
  const title =
    grip.kind === 'recipe'
      ? (recipeOf(grip.recipeId)?.shortName[locale] ?? grip.recipeId)
      : (view.get('activities', grip.id)?.title ?? '')
  return (
    <div className="cal-target" aria-hidden="true" style={box}>
      {by === 'keyboard' && <span className="cal-target-title">{title}</span>}
    </div>
  )
}

const noGhosts: readonly DragGhost[] = []

/** Cards in colleagues' hands: dashed, with their name. It is no lock. */
export function RemoteGhosts({
  lanes,
  surface,
  axis,
}: {
  readonly lanes: CalendarLanes
  readonly surface: BoardSurface
  readonly axis: TimeAxis
}) {
  const { presence, view } = useCalendarHost()
  const { calendar } = useMessages()
  const ghosts = useSyncExternalStore(
    useCallback((listener: () => void) => presence?.subscribe('drags', listener) ?? (() => undefined), [presence]),
    () => presence?.drags() ?? noGhosts,
  )
  return ghosts.map((ghost) => {
    const activity = view.get('activities', ghost.card)
    const start = parsePlainDate(ghost.start)
    if (activity === undefined || start === null) return null
    const separator = ghost.lane.indexOf(':')
    const sameAxis = ghost.lane.slice(0, separator) === lanes.axis
    const laneId = sameAxis ? ghost.lane.slice(separator + 1) : (lanes.laneOfCard(ghost.card) ?? '')
    const box = boxOf(surface, axis, laneId, toDayNumber(start), endOf(ghost, start))
    if (box === null) return null
    return (
      <div key={ghost.clientId} className={`cal-ghost ${recipeLookOf(activity.recipeId).hueClass}`} style={box}>
        <span className="cal-ghost-title">{activity.title}</span>
        <span className="cal-ghost-name">{ghost.user.name || calendar.someone}</span>
      </div>
    )
  })
}

function endOf(ghost: DragGhost, start: PlainDate): number {
  return toDayNumber(parsePlainDate(ghost.end) ?? start)
}

function boxOf(surface: BoardSurface, axis: TimeAxis, laneId: string, startDay: number, endDay: number): Box | null {
  const { state } = surface
  if (state === null) return null
  const lane = state.frame.lanes.findIndex(({ id }) => id === laneId)
  const first = Math.max(0, columnOfDay(axis, startDay))
  const last = Math.min(axis.columns - 1, columnOfDay(axis, endDay))
  if (lane < 0 || last < 0 || first >= axis.columns) return null
  const { metrics, bands } = state
  return {
    left: metrics.laneLabelWidth + first * metrics.columnWidth,
    top: (bands.tops[lane] ?? 0) + 1,
    width: (last - first + 1) * metrics.columnWidth,
    height: (bands.heights[lane] ?? 0) - 2,
  }
}
