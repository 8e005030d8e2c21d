import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type Announcements,
  type CollisionDetection,
} from '@dnd-kit/core'
import { fromDayNumber } from '@schakelbord/shared/calendar/plain-date'
import {
  useCallback,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  type TouchEvent,
} from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import type { BoardInteraction } from '../board/board-interaction.ts'
import type { BoardCell, BoardSurface } from '../board/board-surface.ts'
import { copyCard, placeCard, placeRecipe, type PlacingContext } from '../move/place-on-board.ts'
import { targetName } from '../move/place-sentences.ts'
import type { DragHand } from './drag-hand.ts'
import { focusCard } from './focus-card.ts'
import { isWhereItWas, targetOf, type DropTarget, type Grip } from './grip.ts'
import { HeldThing } from './held-thing.tsx'
import { firstTouch, gripOf, heldName, type Touched } from './take-grip.ts'
import { usePointerFollowing, type Pointer } from './use-pointer-following.ts'
import { firstCellFor, walkByKeys } from './walk-by-keys.ts'

/** What dragging needs. */
export interface BoardDragProps {
  readonly placing: PlacingContext
  readonly hand: DragHand
  readonly surface: BoardSurface
  readonly interaction: BoardInteraction
  readonly tray: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

const keyboardCodes = { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] }
// The library starts to listen for these in a timer after the pick-up and a key that came before would be lost, so the
// hand hears them itself; the library's own listener remains for when the focus has left the board.
const endingKeys: Readonly<Record<string, 'drop' | 'put-back'>> = { ' ': 'drop', Enter: 'drop', Escape: 'put-back' }
const silent: Announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}
// The library's own region would be a second status on the page: it speaks into an element that is nowhere.
const quiet = { announcements: silent, container: document.createElement('div') }
const onlyBoard: CollisionDetection = () => [{ id: 'board' }]
const arrows: Readonly<Record<string, readonly [columns: number, lanes: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * Dragging with mouse, finger and keyboard: the only file that knows the drag library.
 *
 * One delegated draggable and one droppable for the whole board; the cell under the hand is arithmetic. So nothing on
 * the board draws again while something is held, and nothing is written before it is let go.
 */
export function BoardDrag({ placing, hand, surface, interaction, tray, children }: BoardDragProps) {
  const { messages } = useLanguage()
  const touched = useRef<Touched | null>(null)
  const voice = useRef<HTMLDivElement>(null)
  const pointer = useRef<Pointer>({ x: 0, y: 0, copies: false, keepsLane: false })
  const keyCell = useRef<BoardCell | null>(null)
  const dragged = useRef(false)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { keyboardCodes, coordinateGetter: () => undefined }),
  )
  const say = useCallback((sentence: string) => {
    if (voice.current) voice.current.textContent = sentence
  }, [])

  const nameOf = useCallback(
    (target: DropTarget | null) => targetName(target, placing.lanes.lanes(), placing.locale, placing.messages),
    [placing],
  )

  const tell = useCallback(
    (grip: Grip, target: DropTarget | null) => {
      if (grip.kind === 'recipe') return
      placing.host.presence?.setDrag(
        target === null
          ? null
          : {
              card: grip.id,
              lane: `${placing.lanes.axis}:${target.kind === 'cell' ? target.laneId : ''}`,
              start: target.kind === 'cell' ? fromDayNumber(target.startDay) : null,
              end: target.kind === 'cell' ? fromDayNumber(target.endDay) : null,
            },
      )
    },
    [placing],
  )

  const moveTo = useCallback(
    (target: DropTarget | null) => {
      const { grip, by } = hand.get()
      if (grip === null || !hand.over(target)) return
      tell(grip, target)
      if (by === 'keyboard') say(nameOf(target))
    },
    [hand, tell, say, nameOf],
  )

  const lookUnder = useCallback(() => {
    const { grip } = hand.get()
    const { state } = surface
    if (grip === null || state === null) return
    const { x, y, copies, keepsLane } = pointer.current
    hand.copy(copies)
    const under = surface.cellFromPoint(x, y)
    const stays = keepsLane && grip.kind === 'card' && grip.origin !== null
    const cell = under !== null && stays && grip.origin ? { ...under, laneId: grip.origin.laneId } : under
    if (cell !== null) moveTo(targetOf(grip, cell, state.axis))
    else moveTo(grip.kind !== 'resize' && isInside(tray.current, x, y) ? { kind: 'tray' } : null)
  }, [hand, surface, tray, moveTo])

  const follow = usePointerFollowing(pointer, surface, lookUnder)

  const start = (event: Event): void => {
    const grip = touched.current === null ? null : gripOf(touched.current, placing, surface, event)
    if (grip === null || surface.state === null) return
    const by = event instanceof window.KeyboardEvent ? 'keyboard' : 'pointer'
    interaction.set({ heldId: grip.kind === 'recipe' ? null : grip.id, selectedId: null, draft: null })
    if (by === 'pointer') {
      dragged.current = true
      const at = event instanceof window.MouseEvent ? event : firstTouch(event)
      if (at) pointer.current = { x: at.clientX, y: at.clientY, copies: false, keepsLane: false }
      hand.take(grip, by, null, at ? at.clientX - (touched.current?.element.getBoundingClientRect().left ?? 0) : 0)
      follow.begin()
      lookUnder()
    } else {
      keyCell.current = firstCellFor(grip, surface, interaction)
      hand.take(grip, by, keyCell.current === null ? null : targetOf(grip, keyCell.current, surface.state.axis))
      if (keyCell.current) surface.reveal(keyCell.current)
    }
    const { target } = hand.get()
    tell(grip, target)
    say(messages.calendar.drag.taken(heldName(grip, placing), nameOf(target)))
  }

  const letGo = (drop: boolean): void => {
    follow.end()
    const { grip, target, isCopy } = hand.release()
    placing.host.presence?.setDrag(null)
    interaction.set({ heldId: null })
    if (grip === null) return
    const name = heldName(grip, placing)
    if (!drop || target === null || (!isCopy && isWhereItWas(grip, target))) {
      say(messages.calendar.drag.putBack(name))
      if (grip.kind === 'recipe') touched.current?.element.focus({ preventScroll: true })
      else focusCard(grip.id, interaction, surface, placing)
      return
    }
    const id =
      grip.kind === 'recipe'
        ? placeRecipe(placing, grip.recipeId, target)
        : isCopy
          ? copyCard(placing, grip.id, target)
          : placeCard(placing, grip.id, target, grip.kind === 'resize')
            ? grip.id
            : null
    say(id === null ? messages.calendar.drag.putBack(name) : messages.calendar.drag.dropped(name, nameOf(target)))
    if (id !== null) focusCard(id, interaction, surface, placing)
    else if (grip.kind !== 'recipe') focusCard(grip.id, interaction, surface, placing)
  }

  const onHeldKey = (event: KeyboardEvent): void => {
    const { grip, by } = hand.get()
    if (grip === null || by !== 'keyboard' || surface.state === null) return
    const step = arrows[event.key]
    const ending = endingKeys[event.key]
    if (step === undefined && ending === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (step !== undefined) moveTo(walkByKeys(grip, keyCell, step, surface))
    else if (!event.repeat) {
      letGo(ending === 'drop')
      releaseLibrary()
    }
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={onlyBoard}
      autoScroll={false}
      accessibility={quiet}
      onDragStart={({ activatorEvent }) => start(activatorEvent)}
      onDragEnd={() => letGo(true)}
      onDragCancel={() => letGo(false)}
      onDragAbort={() => (touched.current = null)}
    >
      <DragGround touched={touched} dragged={dragged} hand={hand} onHeldKey={onHeldKey}>
        {children}
      </DragGround>
      <DragOverlay dropAnimation={null} className="cal-overlay" zIndex={60}>
        <HeldThing hand={hand} nameOf={nameOf} />
      </DragOverlay>
      <div ref={voice} className="cal-voice" aria-live="assertive" aria-atomic="true" />
    </DndContext>
  )
}

interface DragGroundProps {
  readonly touched: RefObject<Touched | null>
  /** Whether the pointer that is down now has dragged something. */
  readonly dragged: RefObject<boolean>
  readonly hand: DragHand
  onHeldKey(event: KeyboardEvent): void
  readonly children: ReactNode
}

function DragGround({ touched, dragged, hand, onHeldKey, children }: DragGroundProps) {
  const { listeners, setNodeRef, setActivatorNodeRef } = useDraggable({ id: 'held' })
  const { setNodeRef: setBoardRef } = useDroppable({ id: 'board' })
  const grab = (event: MouseEvent | TouchEvent | KeyboardEvent): void => {
    if (hand.get().grip !== null || !(event.target instanceof Element)) return
    const element = event.target.closest<HTMLElement>('[data-resize], [data-card], [data-recipe]')
    touched.current = element === null ? null : { element, data: element.dataset }
    setNodeRef(element)
    setActivatorNodeRef(element)
  }
  const pass =
    (name: 'onMouseDown' | 'onTouchStart' | 'onKeyDown') => (event: MouseEvent | TouchEvent | KeyboardEvent) => {
      if (touched.current !== null) (listeners?.[name] as ((event: unknown) => void) | undefined)?.(event)
    }
  return (
    <div
      className="cal-ground"
      ref={setBoardRef}
      role="presentation"
      onMouseDownCapture={(event) => {
        dragged.current = false
        grab(event)
      }}
      onTouchStartCapture={(event) => {
        dragged.current = false
        grab(event)
      }}
      onClickCapture={(event) => {
        // After Escape the button is still down: letting it go is no click on the cell below.
        if (!dragged.current) return
        dragged.current = false
        event.preventDefault()
        event.stopPropagation()
      }}
      onKeyDownCapture={(event) => {
        grab(event)
        onHeldKey(event)
      }}
      onMouseDown={pass('onMouseDown')}
      onTouchStart={pass('onTouchStart')}
      onKeyDown={pass('onKeyDown')}
    >
      {children}
    </div>
  )
}

/** Lets the library's keyboard sensor end too: hearing this on the window is what it does from its first moment on. */
function releaseLibrary(): void {
  window.dispatchEvent(new Event('visibilitychange'))
}

function isInside(element: HTMLElement | null, x: number, y: number): boolean {
  if (element === null) return false
  const rect = element.getBoundingClientRect()
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom
}
