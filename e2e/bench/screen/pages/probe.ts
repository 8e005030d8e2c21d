// What the bench asks of every contender's page, in the page itself; the same for all.
import type { BenchCard, BenchHook } from '../bench-hook.ts'

/** How the first drawing went. Units: ms since `seed` was called. */
export interface FirstRender {
  readonly seedReturnedMs: number
  readonly allCardsPaintedMs: number
  /** When the bytes of the document lay ready, for a contender that decodes one. */
  readonly bytesReadyMs: number
  readonly cardsOnPage: number
  readonly elements: number
}

/** How the scrolling went. Units: ms a frame. */
export interface Scrolling {
  readonly frames: readonly number[]
  /** Frames in which no card stood on the page. */
  readonly emptyFrames: number
}

const quietMs = 700
const deadlineMs = 120_000
const port = new MessageChannel()
const random = { state: 7 }

/** The moment after the next frame was painted. */
function painted(): Promise<number> {
  return new Promise((resolve) => {
    port.port1.addEventListener('message', () => resolve(performance.now()), { once: true })
    port.port1.start()
    requestAnimationFrame(() => port.port2.postMessage(null))
  })
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function hook(): BenchHook {
  if (window.__bench === undefined) throw new Error('The page offers no window.__bench')
  return window.__bench
}

function below(bound: number): number {
  random.state = (random.state * 48_271) % 2_147_483_647
  return random.state % bound
}

async function firstRender(cards: readonly BenchCard[], selector: string): Promise<FirstRender> {
  performance.clearMarks('bench-bytes-ready')
  const started = performance.now()
  hook().seed(cards)
  const returned = performance.now()
  let cardsOnPage = 0
  let at = started
  for (;;) {
    const now = await painted()
    const found = document.querySelectorAll(selector).length
    if (found !== cardsOnPage) {
      cardsOnPage = found
      at = now
    }
    if (cardsOnPage > 0 && now - at > quietMs) break
    if (now - started > deadlineMs) throw new Error(`No card in ${deadlineMs} ms`)
  }
  const ready = performance.getEntriesByName('bench-bytes-ready')[0]?.startTime ?? started
  return {
    seedReturnedMs: returned - started,
    allCardsPaintedMs: at - started,
    bytesReadyMs: ready - started,
    cardsOnPage,
    elements: document.querySelectorAll('*').length,
  }
}

/** The ids of the cards that can be seen, most of whose body lies in the window. */
function visibleIds(selector: string, pattern: string): string[] {
  const marker = new RegExp(pattern)
  const found = [...document.querySelectorAll(selector)].flatMap((card) => {
    const { left, top, width, height } = card.getBoundingClientRect()
    const hit = document.elementFromPoint(left + Math.min(width, 20) / 2, top + height / 2)
    const id = marker.exec(card.textContent)?.[1]
    return id !== undefined && hit !== null && card.contains(hit) ? [id] : []
  })
  return [...new Set(found)]
}

/**
 * A colleague's changes of titles; ms until the frame that shows the first `seen` of them was painted.
 *
 * With `rehearse` nothing is changed: what the asking itself costs.
 */
async function change(
  selector: string,
  titles: readonly (readonly [id: string, title: string])[],
  seen: number,
  rehearse: boolean,
): Promise<number> {
  const wanted = titles.slice(0, seen).map(([, title]) => title)
  // Anywhere within a frame.
  await rest(20 + below(17))
  const started = performance.now()
  const [only] = titles
  if (!rehearse && titles.length === 1 && only !== undefined) hook().update(...only)
  else if (!rehearse) hook().updateMany(titles)
  for (;;) {
    const now = await painted()
    const texts = Array.from(document.querySelectorAll(selector), (card) => card.textContent).join('\n')
    const shown = wanted.every((title) => texts.includes(title))
    if (shown || rehearse) return now - started
    if (now - started > deadlineMs) throw new Error(`${titles.length} changes did not appear`)
  }
}

/** Scrolls along the year and back, 30 px a frame, as a hand does. */
async function scroll(selector: string, scroller: string | null, along: 'left' | 'top'): Promise<Scrolling> {
  const element = scroller === null ? document.scrollingElement : document.querySelector(scroller)
  if (element === null) throw new Error(`The page has no ${scroller}`)
  const frames: number[] = []
  let emptyFrames = 0
  let direction = 1
  let before = await new Promise<number>(requestAnimationFrame)
  for (let step = 0; step < 150; step++) {
    const key = along === 'left' ? 'scrollLeft' : 'scrollTop'
    const at = element[key]
    element[key] = at + direction * 30
    if (element[key] === at) direction = -direction
    const now = await new Promise<number>(requestAnimationFrame)
    frames.push(now - before)
    before = now
    const seen = element === document.scrollingElement ? document.documentElement : element
    const { left, right, top, bottom } = seen.getBoundingClientRect()
    const isEmpty = ![...document.querySelectorAll(selector)].some((card) => {
      const box = card.getBoundingClientRect()
      return (
        box.right > left + 184 &&
        box.left < right &&
        box.bottom > Math.max(0, top) &&
        box.top < Math.min(innerHeight, bottom)
      )
    })
    if (isEmpty) emptyFrames++
  }
  return { frames, emptyFrames }
}

/** Where a card in the middle of the window can be taken. Units: CSS pixels of the window. */
function grip(selector: string): { readonly x: number; readonly y: number } {
  const cards = [...document.querySelectorAll(selector)].flatMap((card) => {
    const box = card.getBoundingClientRect()
    const point = { x: box.left + Math.min(box.width / 2, 30), y: box.top + box.height / 2 }
    const hit = document.elementFromPoint(point.x, point.y)
    return hit !== null && card.contains(hit) && box.width > 14 ? [point] : []
  })
  const middle = ({ x, y }: { x: number; y: number }): number => Math.hypot(x - innerWidth * 0.3, y - innerHeight * 0.6)
  const best = cards.sort((a, b) => middle(a) - middle(b))[0]
  if (best === undefined) throw new Error('No card can be taken')
  return best
}

const probe = { firstRender, visibleIds, change, scroll, grip }

declare global {
  interface Window {
    __probe: typeof probe
    __cards: readonly BenchCard[]
  }
}

window.__probe = probe
