import { zooms } from '@schakelbord/shared/calendar/calendar-period'
import type { Zoom } from '@schakelbord/shared/calendar/calendar-period'
import type { KeyboardEvent } from 'react'
import { isTyping } from '#ui/is-typing.ts'

/** What keys do on the calendar. */
export interface CalendarKeyActions {
  open(cardId: string): void
  move(cardId: string): void
  remove(cardId: string): void
  copy(cardId: string): void
  /** Units: columns, signed. */
  lengthen(cardId: string, columns: number): void
  create(): void
  today(): void
  turn(periods: -1 | 1): void
  zoom(zoom: Zoom): void
  search(): void
  filter(): void
  dismiss(): boolean
}

/**
 * The keys of the calendar. Single letters only while the focus is on it, and only when the person wants them.
 *
 * Source: WCAG 2.1.4.
 */
export function handleCalendarKey(event: KeyboardEvent, actions: CalendarKeyActions, singleKeys: boolean): void {
  if (event.defaultPrevented || isTyping(event.target) || !(event.target instanceof Element)) return
  if (event.target.closest('dialog') !== null) return
  const cardId = event.target.closest<HTMLElement>('[data-card]')?.dataset['card'] ?? null
  if (run(event, actions, cardId, singleKeys)) event.preventDefault()
}

function run(event: KeyboardEvent, actions: CalendarKeyActions, cardId: string | null, singleKeys: boolean): boolean {
  const { key } = event
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  if (key === 'Escape') return actions.dismiss()
  if (cardId !== null) {
    if (plain && !event.shiftKey && key === 'Enter') return did(() => actions.open(cardId))
    if (plain && (key === 'Delete' || key === 'Backspace')) return did(() => actions.remove(cardId))
    if (plain && event.shiftKey && key === 'ArrowRight') return did(() => actions.lengthen(cardId, 1))
    if (plain && event.shiftKey && key === 'ArrowLeft') return did(() => actions.lengthen(cardId, -1))
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'd') return did(() => actions.copy(cardId))
    if (plain && singleKeys && key.toLowerCase() === 'm') return did(() => actions.move(cardId))
  }
  if (plain && key === 'PageDown') return did(() => actions.turn(1))
  if (plain && key === 'PageUp') return did(() => actions.turn(-1))
  if (!plain || !singleKeys) return false
  const zoom = zooms[Number(key) - 1]
  if (zoom !== undefined) return did(() => actions.zoom(zoom))
  switch (key.toLowerCase()) {
    case 'n':
      return did(actions.create)
    case 't':
      return did(actions.today)
    case 'j':
      return did(() => actions.turn(1))
    case 'k':
      return did(() => actions.turn(-1))
    case '/':
      return did(actions.search)
    case 'f':
      return did(actions.filter)
    default:
      return false
  }
}

function did(action: () => void): true {
  action()
  return true
}
