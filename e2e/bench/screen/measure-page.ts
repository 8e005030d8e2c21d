import type { Browser, CDPSession, Page } from '@playwright/test'
import { quantile } from '../measure/statistics.ts'
import type { BenchCard } from './bench-hook.ts'
import type { Contender } from './contenders.ts'
import { markerPattern } from './made-up-cards.ts'
import { longestTask } from './trace.ts'

/** What was measured of one page in one round. Units: ms, unless said otherwise. */
export interface PageFigures {
  /** From the start of the navigation until the page can be seeded. */
  readonly ready: number
  readonly firstRender: number
  /** The same without making the bytes, which is not the page's work. */
  readonly firstRenderFromBytes: number
  /** Processor time of the main thread. */
  readonly firstRenderTask: number
  readonly cardsOnPage: number
  readonly elements: number
  /** Until a colleague's change is on screen. */
  readonly changeScreen: number
  /** Processor time of the main thread until then, and until all that follows (a glow, say) is over. */
  readonly changeTask: number
  readonly changeTaskSettled: number
  readonly manyScreen: number
  readonly manyTask: number
  readonly scrollP95: number
  readonly scrollEmptyFrames: number
  /** The longest task of the main thread while a card is dragged, by the clock and by its processor. */
  readonly dragLongest: number
  readonly dragLongestCpu: number
  /** Processor time of the main thread per step. */
  readonly dragStepTask: number
}

const changes = 6
const hundreds = 3
const atOnce = 100
const settleMs = 1_300
const dragSteps = 70

/** Measures one page from an empty tab to a dropped card. */
export async function measurePage(
  browser: Browser,
  baseUrl: string,
  contender: Contender,
  cards: readonly BenchCard[],
): Promise<PageFigures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  try {
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable')
    const { cardSelector: selector, scroller, along } = contender
    await page.goto(baseUrl + contender.path)
    await page.waitForFunction(() => window.__bench !== undefined)
    const ready = await page.evaluate(() => performance.now())
    await page.addScriptTag({ url: `${baseUrl}/pages/probe.js`, type: 'module' })
    await page.waitForFunction(() => '__probe' in window)
    await page.evaluate((given) => {
      window.__cards = given
    }, cards)
    await page.waitForTimeout(300)

    const beforeRender = await taskMs(session)
    const first = await page.evaluate((by) => window.__probe.firstRender(window.__cards, by), selector)
    const firstRenderTask = (await taskMs(session)) - beforeRender

    const visible = await page.evaluate(([by, marker]) => window.__probe.visibleIds(by, marker), [
      selector,
      markerPattern,
    ] as const)
    const one = await measureChanges(page, session, selector, changes, (round) => ({
      titles: titlesOf([visible[(round * 7) % visible.length] ?? ''], `Anders ${round}`),
      seen: 1,
    }))
    const hidden = cards.map(({ id }) => id).filter((id) => !visible.includes(id))
    const hundred = [...visible.slice(0, atOnce), ...hidden].slice(0, atOnce)
    const many = await measureChanges(page, session, selector, hundreds, (round) => ({
      titles: titlesOf(hundred, `Samen ${round}`),
      seen: Math.min(visible.length, atOnce),
    }))

    const scrolling = await page.evaluate(([by, element, direction]) => window.__probe.scroll(by, element, direction), [
      selector,
      scroller,
      along,
    ] as const)
    await page.waitForTimeout(500)
    const drag = await dragCard(browser, page, session, selector)
    if (problems.length > 0) throw new Error(`The page of ${contender.name} threw: ${problems.join('; ')}`)
    return {
      ready,
      firstRender: first.allCardsPaintedMs,
      firstRenderFromBytes: first.allCardsPaintedMs - first.bytesReadyMs,
      firstRenderTask,
      cardsOnPage: first.cardsOnPage,
      elements: first.elements,
      changeScreen: one.screen,
      changeTask: one.task,
      changeTaskSettled: one.settled,
      manyScreen: many.screen,
      manyTask: many.task,
      scrollP95: quantile(scrolling.frames, 0.95),
      scrollEmptyFrames: scrolling.emptyFrames,
      ...drag,
    }
  } finally {
    await context.close()
  }
}

/** Processor time of the main thread so far: not what it waited while others had the processor. */
async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000
}

const titlesOf = (ids: readonly string[], text: string): [string, string][] => ids.map((id) => [id, `${text} ·${id}`])

/** Medians of some rounds of a colleague's changes, without what asking the page costs by itself. */
async function measureChanges(
  page: Page,
  session: CDPSession,
  selector: string,
  rounds: number,
  make: (round: number) => { readonly titles: [string, string][]; readonly seen: number },
): Promise<{ readonly screen: number; readonly task: number; readonly settled: number }> {
  const taken: { screen: number; task: number; settled: number; asking: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const { titles, seen } = make(round)
    const ask = (rehearse: boolean): Promise<number> =>
      page.evaluate(([by, changed, number, only]) => window.__probe.change(by, changed, number, only), [
        selector,
        titles,
        seen,
        rehearse,
      ] as const)
    const idle = await taskMs(session)
    await ask(true)
    const before = await taskMs(session)
    const screen = await ask(false)
    const shown = await taskMs(session)
    await page.waitForTimeout(settleMs)
    const settled = await taskMs(session)
    taken.push({ screen, task: shown - before, settled: settled - before, asking: before - idle })
  }
  const middle = (read: (each: (typeof taken)[number]) => number): number => quantile(taken.map(read), 0.5)
  const asking = middle((each) => each.asking)
  return {
    screen: middle((each) => each.screen),
    task: middle((each) => each.task) - asking,
    settled: middle((each) => each.settled) - asking,
  }
}

/** Drags a card through the window with real mouse events and drops it. */
async function dragCard(
  browser: Browser,
  page: Page,
  session: CDPSession,
  selector: string,
): Promise<Pick<PageFigures, 'dragLongest' | 'dragLongestCpu' | 'dragStepTask'>> {
  const from = await page.evaluate((by) => window.__probe.grip(by), selector)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  // Past the distance from which a press is a drag: picking up is part of the drag.
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'toplevel', 'blink.user_timing'],
  })
  await page.evaluate(() => performance.mark('drag-start'))
  const before = await taskMs(session)
  for (let step = 1; step <= dragSteps; step++) {
    await page.mouse.move(from.x + step * 6, from.y + Math.sin(step / 8) * 60)
  }
  const after = await taskMs(session)
  await page.evaluate(() => performance.mark('drag-end'))
  const trace = await browser.stopTracing()
  await page.mouse.up()
  await page.waitForTimeout(300)
  const { wallMs, cpuMs } = longestTask(trace.toString('utf8'), 'drag-start', 'drag-end')
  return { dragLongest: wallMs, dragLongestCpu: cpuMs, dragStepTask: (after - before) / dragSteps }
}
