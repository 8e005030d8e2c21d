import type { BoardView } from '@schakelbord/shared/views/board-view'
import { isCommand } from '@schakelbord/shared/views/board-view'

const mostAtOnce = 12
const glowMs = 1200

/**
 * Lets cards that a colleague changed slide to their new place and stand out for a moment, so that one sees what moved and the view
 * itself does not.
 *
 * The old place is read before the screen hears of the change; afterwards only those cards are animated.
 */
export function followRemoteChanges(view: BoardView, root: () => HTMLElement | null): () => void {
  return view.onChange(({ activities, local, origin }) => {
    const element = root()
    if (local || isCommand(origin) || element === null || activities.size === 0 || activities.size > mostAtOnce) return
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const before = new Map([...activities].map((id) => [id, cardOf(element, id)?.getBoundingClientRect()]))
    requestAnimationFrame(() => {
      for (const [id, rect] of before) {
        const card = cardOf(element, id)
        if (card !== null) animate(card, rect, card.getBoundingClientRect())
      }
    })
  })
}

function cardOf(root: HTMLElement, id: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
}

function animate(card: HTMLElement, before: DOMRect | undefined, after: DOMRect): void {
  if (before && (before.left !== after.left || before.top !== after.top)) {
    const from = `translate(${before.left - after.left}px, ${before.top - after.top}px)`
    card.animate([{ transform: from }, { transform: 'none' }], { duration: 180, easing: 'cubic-bezier(.2,.8,.2,1)' })
  }
  // A frame that stands and goes: fading it would make a layer of every card above it.
  const glow = document.createElement('span')
  glow.className = 'cal-glow'
  glow.setAttribute('aria-hidden', 'true')
  card.append(glow)
  setTimeout(() => glow.remove(), glowMs)
}
