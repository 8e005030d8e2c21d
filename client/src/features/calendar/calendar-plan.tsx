import { nextPeriod, previousPeriod } from '@schakelbord/shared/calendar/calendar-period'
import { formatLongDay } from '@schakelbord/shared/calendar/date-names'
import { fromDayNumber, toDayNumber, type PlainDate } from '@schakelbord/shared/calendar/plain-date'
import { addActivity } from '@schakelbord/shared/commands/add-activity'
import { freeRecipeId } from '@schakelbord/shared/domain/recipes'
import { laneTarget } from '@schakelbord/shared/views/lane-axis'
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import { useView } from '#sync/use-view.ts'
import { useShortcutHelp } from '#ui/shortcut-list.ts'
import { CalendarAgenda } from './agenda/calendar-agenda.tsx'
import { BoardInteraction } from './board/board-interaction.ts'
import { BoardSurface, type BoardCell } from './board/board-surface.ts'
import { CalendarBoard } from './board/calendar-board.tsx'
import { followRemoteChanges } from './board/remote-glow.ts'
import { columnOfDay, dayOfColumn, timeAxisOf } from './board/time-axis.ts'
import { useCalendarHost } from './calendar-host.ts'
import { handleCalendarKey, type CalendarKeyActions } from './calendar-keys.ts'
import { CalendarToolbar } from './calendar-toolbar.tsx'
import { CardPreview } from './card/card-preview.tsx'
import { BoardDrag } from './drag/board-drag.tsx'
import { DropOutline, RemoteGhosts } from './drag/drag-marks.tsx'
import { DragHand } from './drag/drag-hand.ts'
import { CalendarFilterProvider } from './filters/filter-context.ts'
import { useCalendarFilterOf } from './filters/use-calendar-filter-of.ts'
import { useBackgroundLayers } from './layers/use-background-layers.ts'
import { standOf } from './move/place-on-board.ts'
import { PlacingDialog, type Placing } from './move/placing-dialog.tsx'
import { cardActionsOf } from './card-actions.ts'
import { RecipePalette } from './palette/recipe-palette.tsx'
import { ActivityTray } from './tray/activity-tray.tsx'
import { EmptyBoard } from './empty-board.tsx'
import { useCalendarLanes } from './use-calendar-lanes.ts'
import { useNarrow } from './use-narrow.ts'
import { useToday } from './use-today.ts'
import { useCalendarView } from './view-state/use-calendar-view.ts'
import './calendar.css'

const agendaBelowPx = 600
const trayBelowPx = 1000

/** The calendar with everything around it: toolbar, recipes, board or agenda, tray, preview and dialogs. */
export function CalendarPlan({ singleKeys }: { readonly singleKeys: boolean }) {
  const host = useCalendarHost()
  const { view, readOnly, isWaiting } = host
  const { locale, messages } = useLanguage()
  const { calendar } = messages
  const [state, change] = useCalendarView()
  const info = useView(view, 'board', () => view.info())
  const today = useToday(info)
  const isNarrow = useNarrow(agendaBelowPx)
  const isTight = useNarrow(trayBelowPx)
  const form = state.form ?? (isNarrow ? 'agenda' : 'grid')
  const from = state.from ?? today
  const axis = useMemo(() => timeAxisOf(from, state.zoom), [from, state.zoom])
  const lanes = useCalendarLanes(view, state.axis)
  const layers = useBackgroundLayers(axis, info.holidayRegion, state.layers)
  const filter = useCalendarFilterOf(view, state)
  const [interaction] = useState(() => new BoardInteraction())
  const [surface] = useState(() => new BoardSurface())
  const [hand] = useState(() => new DragHand())
  const [placing, setPlacing] = useState<Placing | null>(null)
  const [trayChoice, setTrayChoice] = useState<boolean | null>(null)
  const tray = useRef<HTMLElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const selectedId = useSyncExternalStore(interaction.subscribe, () => interaction.get().selectedId)
  const isTrayOpen = trayChoice ?? !isTight

  useEffect(() => followRemoteChanges(view, () => root.current), [view])
  useShortcutHelp(useMemo(() => ({ title: calendar.title, shortcuts: calendar.shortcuts }), [calendar]))

  const context = useMemo(
    () => (lanes === null ? null : { host, lanes, locale, messages }),
    [host, lanes, locale, messages],
  )

  const focusCard = useCallback(
    (id: string) => {
      const stand = lanes === null ? null : standOf(host, lanes, id)
      if (stand === null) return
      const column = columnOfDay(axis, stand.startDay)
      if (column < 0 || column >= axis.columns) return
      surface.reveal({ laneId: stand.laneId, column })
      interaction.focus({ laneId: stand.laneId, day: dayOfColumn(axis, column), cardId: id })
    },
    [host, lanes, axis, surface, interaction],
  )

  const keepDraft = useCallback(
    (laneId: string, day: number, title: string) => {
      if (lanes === null) return
      const lane = laneTarget(lanes.axis, laneId)
      const result = host.run(addActivity, { title, recipeId: freeRecipeId, start: fromDayNumber(day), lane, locale })
      interaction.set({ draft: null })
      if (result.ok) focusCard(result.value.activityId)
    },
    [host, lanes, locale, interaction, focusCard],
  )

  const openDraft = useCallback(
    (cell: BoardCell) => {
      if (readOnly) return
      const day = dayOfColumn(axis, cell.column)
      surface.reveal(cell)
      interaction.set({ draft: { laneId: cell.laneId, day }, selectedId: null, active: { ...cell, day, cardId: null } })
    },
    [readOnly, axis, surface, interaction],
  )

  const onEmptyCell = useCallback(
    (cell: BoardCell) => {
      // The first click beside an open preview only closes it.
      if (interaction.get().selectedId !== null) interaction.set({ selectedId: null })
      else openDraft(cell)
    },
    [interaction, openDraft],
  )

  if (lanes === null || context === null) return null

  const cards = cardActionsOf(context, axis, interaction, focusCard)
  const goToday = (): void => {
    change({ from: null })
    const { scroll, state: drawn } = surface
    if (scroll !== null && drawn !== null) {
      scroll.scrollLeft =
        columnOfDay(drawn.axis, toDayNumber(today)) * drawn.metrics.columnWidth - scroll.clientWidth / 3
    }
  }
  const actions: CalendarKeyActions = {
    ...cards,
    move: (id) => !readOnly && setPlacing({ kind: 'card', id }),
    create: () => {
      const { active } = interaction.get()
      if (form === 'grid' && active !== null)
        openDraft({ laneId: active.laneId, column: columnOfDay(axis, active.day) })
    },
    today: goToday,
    turn: (periods) => change({ from: (periods === 1 ? nextPeriod : previousPeriod)(axis.period, axis.zoom).from }),
    zoom: (zoom) => change({ zoom }),
    search: () => root.current?.querySelector<HTMLElement>('#cal-search')?.focus(),
    filter: () => root.current?.querySelector<HTMLElement>('#cal-filter-groups')?.click(),
    dismiss: () => {
      if (interaction.get().selectedId === null) return false
      interaction.set({ selectedId: null })
      return true
    },
  }
  const onClick = (event: MouseEvent): void => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
    const id = card?.dataset['card']
    if (id === undefined || card === null) return
    const { active } = interaction.get()
    const stand = standOf(host, lanes, id)
    const onBoard = surface.scroll?.contains(card) === true && stand !== null
    interaction.set({
      selectedId: id,
      active: onBoard ? { laneId: stand.laneId, day: Math.max(axis.firstDay, stand.startDay), cardId: id } : active,
    })
  }
  const firstLane = interaction.get().active?.laneId ?? lanes.lanes()[0]?.id ?? ''
  const chooseRecipe = (recipeId: string, start?: PlainDate): void => {
    if (readOnly) return
    const { active } = interaction.get()
    const day = active === null ? null : fromDayNumber(active.day)
    setPlacing({ kind: 'recipe', recipeId, start: start ?? day ?? today })
  }
  const onKeyDown = (event: KeyboardEvent): void => handleCalendarKey(event, actions, singleKeys)

  return (
    <CalendarFilterProvider value={filter}>
      <div
        className="cal"
        data-form={form}
        aria-busy={isWaiting}
        inert={isWaiting}
        ref={root}
        role="presentation"
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => {
          const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
          const id = card?.dataset['card']
          if (id !== undefined) cards.open(id)
        }}
      >
        <CalendarToolbar
          view={state}
          axis={axis}
          form={form}
          isTrayOpen={isTrayOpen}
          lanes={lanes}
          isNarrow={isNarrow}
          change={change}
          onToday={goToday}
          onToggleTray={() => setTrayChoice(!isTrayOpen)}
        />
        <BoardDrag placing={context} hand={hand} surface={surface} interaction={interaction} tray={tray}>
          <div className="cal-second">
            {!readOnly && <RecipePalette onChoose={chooseRecipe} />}
            {info.today !== null && (
              <p className="cal-example">{calendar.exampleToday(formatLongDay(today, locale))}</p>
            )}
          </div>
          <div className="cal-work">
            {form === 'grid' ? (
              <div className="cal-board">
                <CalendarBoard
                  lanes={lanes}
                  axis={axis}
                  today={today}
                  layers={layers}
                  interaction={interaction}
                  surface={surface}
                  onEmptyCell={onEmptyCell}
                  onKeepDraft={keepDraft}
                >
                  <RemoteGhosts lanes={lanes} surface={surface} axis={axis} />
                  <DropOutline hand={hand} surface={surface} axis={axis} />
                </CalendarBoard>
                {!isWaiting && <EmptyBoard lanes={lanes} />}
              </div>
            ) : (
              <CalendarAgenda
                period={axis.period}
                today={today}
                interaction={interaction}
                onAdd={(start) => chooseRecipe(freeRecipeId, start)}
                onMove={(id) => setPlacing({ kind: 'card', id })}
              />
            )}
            <ActivityTray lanes={lanes} interaction={interaction} hand={hand} ref={tray} isOpen={isTrayOpen} />
          </div>
        </BoardDrag>
        {selectedId !== null && (
          <CardPreview
            key={selectedId}
            id={selectedId}
            onOpen={() => cards.open(selectedId)}
            onMove={() => setPlacing({ kind: 'card', id: selectedId })}
            onShift={(days) => cards.shift(selectedId, days)}
            onDelete={() => cards.remove(selectedId)}
            onClose={() => {
              interaction.set({ selectedId: null })
              focusCard(selectedId)
            }}
          />
        )}
        {placing !== null && (
          <PlacingDialog
            placing={placing}
            context={context}
            laneId={firstLane}
            today={today}
            onClose={() => setPlacing(null)}
            // After the dialog has given the focus back to where it came from.
            onPlaced={(id) => requestAnimationFrame(() => focusCard(id))}
          />
        )}
      </div>
    </CalendarFilterProvider>
  )
}
