import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { CalendarHostProvider, type CalendarHost } from '#features/calendar/calendar-host.ts'
import { CalendarPlan } from '#features/calendar/calendar-plan.tsx'
import { BenchBoard } from './bench-board.ts'
import type { BenchCard } from './bench-card.ts'

/** What the screen bench drives a page with; only in a build with `VITE_BENCH=1`. */
interface BenchHook {
  /** Shows a board with these cards. */
  seed(cards: readonly BenchCard[]): void
  /** Lets a colleague's new title arrive. */
  update(id: string, title: string): void
  /** Lets many of them arrive at once. */
  updateMany(titles: readonly (readonly [id: string, title: string])[]): void
  /** What the board says about a card. */
  get(id: string): { readonly id: string; readonly title: string } | undefined
}

declare global {
  interface Window {
    __bench?: BenchHook
  }
}

const yearView = '?zoom=year&from=2027-01-01'

/**
 * Shows the calendar of a board without a network, and lets the bench fill it and change it.
 *
 * As in the app, and on the pages of the others, the calendar stands there empty before the cards come.
 */
export function startBench(element: HTMLElement): void {
  if (window.location.search === '') window.history.replaceState(null, '', yearView)
  const root = createRoot(element)
  let shown = new BenchBoard()
  let isFilled = false
  const show = (): void =>
    root.render(
      <CalendarHostProvider value={hostOf(shown, !isFilled)}>
        <CalendarPlan singleKeys />
      </CalendarHostProvider>,
    )
  flushSync(show)
  window.__bench = {
    seed: (cards) => {
      if (isFilled) {
        shown.destroy()
        shown = new BenchBoard()
      }
      isFilled = true
      shown.receiveBoard(cards)
      flushSync(show)
    },
    update: (id, title) => shown.receiveTitles([[id, title]]),
    updateMany: (titles) => shown.receiveTitles(titles),
    get: (id) => shown.view.get('activities', id),
  }
}

function hostOf({ board, view }: BenchBoard, isWaiting: boolean): CalendarHost {
  return {
    view,
    readOnly: false,
    isWaiting,
    presence: null,
    run: (command, input) => command(board, { id: 'bench', name: 'Bench' }, input),
    openCard: () => {},
    announce: () => {},
  }
}
