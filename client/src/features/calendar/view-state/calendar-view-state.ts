import { isZoom, type Zoom } from '@schakelbord/shared/calendar/calendar-period'
import { parsePlainDate, type PlainDate } from '@schakelbord/shared/calendar/plain-date'
import { PHASES, type Phase } from '@schakelbord/shared/model/activity'
import { LANE_AXES, type LaneAxis } from '@schakelbord/shared/views/lane-axis'

/** The groups of layers that can be switched off. */
export const LAYER_GROUPS = ['public', 'school', 'campaigns'] as const

/** One group of layers behind the calendar. */
export type LayerGroup = (typeof LAYER_GROUPS)[number]

/** How the calendar is drawn: as fits the screen, or as somebody chose. */
export type CalendarForm = 'grid' | 'agenda'

/** What I look at: personal, kept in the address bar, so that a link shows what I see. */
export interface CalendarViewState {
  readonly axis: LaneAxis
  readonly zoom: Zoom
  /** A day of the period that is shown; `null` is today. */
  readonly from: PlainDate | null
  readonly query: string
  readonly groups: readonly string[]
  readonly phases: readonly Phase[]
  readonly layers: readonly LayerGroup[]
  readonly form: CalendarForm | null
}

/** What a bare address shows. */
export const defaultCalendarView: CalendarViewState = {
  axis: 'targetGroup',
  zoom: 'quarter',
  from: null,
  query: '',
  groups: [],
  phases: [],
  layers: LAYER_GROUPS,
  form: null,
}

const ours = ['axis', 'zoom', 'from', 'q', 'groups', 'phases', 'layers', 'form'] as const

/** Reads the view from the search part of an address; what it does not understand becomes the default. */
export function parseCalendarView(search: string): CalendarViewState {
  const params = new URLSearchParams(search)
  const axis = params.get('axis')
  const zoom = params.get('zoom')
  const form = params.get('form')
  const layers = params.get('layers')
  return {
    axis: LANE_AXES.find((known) => known === axis) ?? defaultCalendarView.axis,
    zoom: isZoom(zoom) ? zoom : defaultCalendarView.zoom,
    from: parsePlainDate(params.get('from')),
    query: params.get('q') ?? '',
    groups: listOf(params.get('groups')),
    phases: listOf(params.get('phases')).flatMap((id) => PHASES.find((phase) => phase === id) ?? []),
    layers: layers === null ? LAYER_GROUPS : LAYER_GROUPS.filter((group) => listOf(layers).includes(group)),
    form: form === 'grid' || form === 'agenda' ? form : null,
  }
}

/**
 * Writes the view into the search part of an address; defaults are left out and what others keep there (`card`) stays.
 *
 * @param search the search part as it is now
 */
export function formatCalendarView(view: CalendarViewState, search: string): string {
  const params = new URLSearchParams(search)
  for (const key of ours) params.delete(key)
  if (view.axis !== defaultCalendarView.axis) params.set('axis', view.axis)
  if (view.zoom !== defaultCalendarView.zoom) params.set('zoom', view.zoom)
  if (view.from !== null) params.set('from', view.from)
  if (view.query !== '') params.set('q', view.query)
  if (view.groups.length > 0) params.set('groups', view.groups.join('~'))
  if (view.phases.length > 0) params.set('phases', view.phases.join('~'))
  if (view.layers.length < LAYER_GROUPS.length) params.set('layers', view.layers.join('~'))
  if (view.form !== null) params.set('form', view.form)
  return params.toString()
}

/** Whether the view fades anything. */
export function isFiltered(view: CalendarViewState): boolean {
  return view.query.trim() !== '' || view.groups.length > 0 || view.phases.length > 0
}

function listOf(text: string | null): readonly string[] {
  if (text === null) return []
  return [...new Set(text.split(/[~,]/).filter((part) => part !== ''))]
}
