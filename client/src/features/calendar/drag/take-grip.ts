import { recipeOf } from '@schakelbord/shared/domain/recipes'
import type { BoardSurface } from '../board/board-surface.ts'
import { columnOfDay } from '../board/time-axis.ts'
import { standOf, type PlacingContext } from '../move/place-on-board.ts'
import type { Grip } from './grip.ts'

/** The element that was touched and what it says it is. */
export interface Touched {
  readonly element: HTMLElement
  readonly data: DOMStringMap
}

/** What is taken in the hand when an element is gripped; `null` when it cannot be held. */
export function gripOf(touched: Touched, placing: PlacingContext, surface: BoardSurface, event: Event): Grip | null {
  const { resize, resizes, card, recipe } = touched.data
  if (recipe !== undefined) return placing.host.readOnly ? null : { kind: 'recipe', recipeId: recipe }
  const id = resizes ?? card
  if (id === undefined || surface.state === null || placing.host.readOnly) return null
  const stand = standOf(placing.host, placing.lanes, id)
  if (stand === null) return resize === undefined ? { kind: 'card', id, origin: null } : null
  const point = event instanceof window.MouseEvent ? event : firstTouch(event)
  const startColumn = columnOfDay(surface.state.axis, stand.startDay)
  const onBoard = surface.scroll?.contains(touched.element) === true
  const gripColumn = (point && onBoard ? surface.columnFromX(point.clientX) : null) ?? startColumn
  const origin = { ...stand, gripColumn }
  if (resize !== undefined) return { kind: 'resize', id, edge: resize === 'start' ? 'start' : 'end', origin }
  return { kind: 'card', id, origin }
}

/** What a held thing is called. */
export function heldName(grip: Grip, placing: PlacingContext): string {
  if (grip.kind === 'recipe') return recipeOf(grip.recipeId)?.shortName[placing.locale] ?? grip.recipeId
  return placing.host.view.get('activities', grip.id)?.title ?? ''
}

/** Where the finger of a touch is. */
export function firstTouch(event: Event): { readonly clientX: number; readonly clientY: number } | undefined {
  return 'touches' in event ? (event as globalThis.TouchEvent).touches[0] : undefined
}
