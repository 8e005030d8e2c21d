import { nextPeriod, periodLabel, previousPeriod, zooms } from '@schakelbord/shared/calendar/calendar-period'
import { phases } from '@schakelbord/shared/domain/phases'
import type { Phase } from '@schakelbord/shared/model/activity'
import type { CalendarLanes } from '@schakelbord/shared/views/calendar-lanes'
import { LANE_AXES } from '@schakelbord/shared/views/lane-axis'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import { useView } from '#sync/use-view.ts'
import type { TimeAxis } from './board/time-axis.ts'
import { AddLane } from './board/add-lane.tsx'
import { useCalendarHost } from './calendar-host.ts'
import { PhaseShape } from './card/phase-shape.tsx'
import { CheckboxMenu } from './filters/checkbox-menu.tsx'
import {
  isFiltered,
  LAYER_GROUPS,
  type CalendarForm,
  type CalendarViewState,
  type LayerGroup,
} from './view-state/calendar-view-state.ts'
import type { ChangeCalendarView } from './view-state/use-calendar-view.ts'

/** What the toolbar shows and changes. */
export interface CalendarToolbarProps {
  readonly view: CalendarViewState
  readonly axis: TimeAxis
  readonly form: CalendarForm
  readonly isTrayOpen: boolean
  readonly lanes: CalendarLanes
  /** Little room: what is not about time waits behind a button. */
  readonly isNarrow: boolean
  change: ChangeCalendarView
  onToday(): void
  onToggleTray(): void
}

/** Where in time, how near, by what, and what stands out. */
export function CalendarToolbar(props: CalendarToolbarProps) {
  const { view, axis, form, lanes, isNarrow, change } = props
  const [showMore, setShowMore] = useState(false)
  const host = useCalendarHost()
  const { locale, messages } = useLanguage()
  const { calendar } = messages
  const trayCount = useView(lanes, 'tray', () => lanes.tray().length)
  const groups = useView(host.view, 'targetGroups', () => host.view.all('targetGroups'))
  return (
    <div className="cal-toolbar" role="toolbar" aria-label={calendar.toolbar.label}>
      <div className="cal-tools">
        <button
          type="button"
          className="cal-button cal-square"
          aria-label={calendar.toolbar.previous[axis.zoom]}
          onClick={() => change({ from: previousPeriod(axis.period, axis.zoom).from })}
        >
          <ChevronLeft aria-hidden="true" />
        </button>
        <button type="button" className="cal-button" onClick={props.onToday}>
          {calendar.toolbar.today}
        </button>
        <button
          type="button"
          className="cal-button cal-square"
          aria-label={calendar.toolbar.next[axis.zoom]}
          onClick={() => change({ from: nextPeriod(axis.period, axis.zoom).from })}
        >
          <ChevronRight aria-hidden="true" />
        </button>
        <h2 className="cal-period" aria-live="polite">
          {periodLabel(axis.period, axis.zoom, locale)}
        </h2>
      </div>
      <div className="cal-tools cal-segments" role="group" aria-label={calendar.toolbar.zoom}>
        {zooms.map((zoom) => (
          <button
            key={zoom}
            type="button"
            className="cal-segment"
            aria-pressed={zoom === axis.zoom}
            onClick={() => change({ zoom })}
          >
            {calendar.zoom[zoom]}
          </button>
        ))}
      </div>
      {isNarrow && (
        <button
          type="button"
          className="cal-button"
          aria-expanded={showMore}
          aria-controls="cal-more"
          onClick={() => setShowMore(!showMore)}
        >
          {calendar.toolbar.more}
          {isFiltered(view) && <span className="cal-menu-count">!</span>}
        </button>
      )}
      <div id="cal-more" className="cal-more" hidden={isNarrow && !showMore}>
        <div className="cal-tools">
          <label className="cal-tools">
            <span className="cal-tool-label">{calendar.toolbar.axis}</span>
            <select
              className="cal-select"
              value={view.axis}
              onChange={(event) =>
                change({ axis: LANE_AXES.find((known) => known === event.target.value) ?? 'targetGroup' })
              }
            >
              {LANE_AXES.map((known) => (
                <option key={known} value={known}>
                  {calendar.axis[known]}
                </option>
              ))}
            </select>
          </label>
          {!host.readOnly && <AddLane axis={view.axis} />}
        </div>
        <input
          type="search"
          className="cal-search"
          id="cal-search"
          aria-label={calendar.toolbar.search}
          placeholder={calendar.toolbar.search}
          value={view.query}
          onChange={(event) => change({ query: event.target.value }, { replace: true })}
        />
        <div className="cal-tools">
          <CheckboxMenu
            label={calendar.axis.targetGroup}
            buttonId="cal-filter-groups"
            options={groups.map(({ id, name }) => ({ id, label: name }))}
            chosen={view.groups}
            onChange={(chosen) => change({ groups: chosen })}
          />
          <CheckboxMenu
            label={calendar.preview.phase}
            options={phases.map(({ id, name }) => ({ id, label: name[locale], mark: <PhaseShape phase={id} /> }))}
            chosen={view.phases}
            onChange={(chosen) =>
              change({ phases: chosen.filter((id): id is Phase => phases.some((phase) => phase.id === id)) })
            }
          />
          {isFiltered(view) && (
            <button type="button" className="cal-button" onClick={() => change({ query: '', groups: [], phases: [] })}>
              {calendar.toolbar.clearFilter}
            </button>
          )}
          <CheckboxMenu
            label={calendar.background}
            options={LAYER_GROUPS.map((id) => ({ id, label: calendar.layerGroup[id] }))}
            chosen={view.layers}
            onChange={(chosen) =>
              change({ layers: LAYER_GROUPS.filter((id): id is LayerGroup => chosen.includes(id)) })
            }
          />
          <button
            type="button"
            className="cal-button"
            aria-pressed={form === 'agenda'}
            onClick={() => change({ form: form === 'agenda' ? 'grid' : 'agenda' })}
          >
            {calendar.toolbar.agenda}
          </button>
          <button
            type="button"
            className="cal-button"
            aria-expanded={props.isTrayOpen}
            aria-controls="cal-tray"
            onClick={props.onToggleTray}
          >
            {calendar.tray.title}
            <span className="cal-menu-count">{trayCount}</span>
          </button>
        </div>
      </div>
    </div>
  )
}
