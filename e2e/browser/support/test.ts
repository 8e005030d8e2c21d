import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { smallBoard, type BoardFile } from './board-file.ts'
import { exportBoard, makeBoard } from './boards-api.ts'
import { Calendar } from './calendar.ts'
import { Relay } from './relay.ts'

/** Somebody at a screen of their own. */
export interface Somebody {
  readonly page: Page
  readonly context: BrowserContext
  readonly calendar: Calendar
}

/** What a test may use. */
export interface Trial {
  /** Makes a board (the small one, unless told) and gives its id. */
  readonly newBoard: (file?: BoardFile) => Promise<string>
  /** The board as a file, as the relay has it now. */
  readonly boardFile: (id: string) => Promise<BoardFile>
  /** Somebody new, in a browser profile of their own. */
  readonly somebody: (options?: BrowserContextOptions) => Promise<Somebody>
  readonly calendar: Calendar
}

/** A test with a real relay; `relaySettings` are its environment. */
export const test = base.extend<
  Trial,
  { readonly relaySettings: Readonly<Record<string, string>>; readonly relay: Relay }
>({
  relaySettings: [{ DEMO: 'no' }, { option: true, scope: 'worker' }],
  relay: [
    async ({ relaySettings }, provide) => {
      const relay = await Relay.start(relaySettings)
      await provide(relay)
      await relay.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ relay }, provide) => provide(relay.origin),
  newBoard: async ({ request, relay }, provide) =>
    provide((file = smallBoard()) => makeBoard(request, relay.origin, file)),
  boardFile: async ({ request, relay }, provide) => provide((id) => exportBoard(request, relay.origin, id)),
  context: async ({ context }, provide) => {
    const broken = watchPolicy(context)
    await provide(context)
    expect(broken).toEqual([])
  },
  calendar: async ({ page }, provide) => provide(new Calendar(page)),
  somebody: async ({ browser, baseURL }, provide) => {
    const contexts: BrowserContext[] = []
    const watched: (readonly string[])[] = []
    await provide(async (options = {}) => {
      const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), ...options })
      contexts.push(context)
      watched.push(watchPolicy(context))
      const page = await context.newPage()
      return { page, context, calendar: new Calendar(page) }
    })
    await Promise.all(contexts.map((context) => context.close()))
    expect(watched.flat()).toEqual([])
  },
})

/** What the browser refused because of the content security policy, in any test: no page of ours asks for that. */
export function watchPolicy(context: BrowserContext): readonly string[] {
  const broken: string[] = []
  context.on('console', (message) => {
    const text = message.text()
    if (text.includes('Content Security Policy')) broken.push(text)
  })
  return broken
}

export { expect } from '@playwright/test'
