import type { CDPSession, Page } from '@playwright/test'
import type { Point } from './calendar.ts'

const steps = 8

/** One finger on a screen that knows touch: real touch events, as the browser makes them. */
export class Finger {
  readonly #session: CDPSession
  #at: Point = { x: 0, y: 0 }

  private constructor(session: CDPSession) {
    this.#session = session
  }

  /** A finger above a page; its context must have `hasTouch`. */
  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page))
  }

  /** Puts it down and leaves it there. */
  async press(at: Point): Promise<void> {
    this.#at = at
    await this.#touch('touchStart', [at])
  }

  /** Slides it to a point. */
  async slide(to: Point): Promise<void> {
    const from = this.#at
    for (let step = 1; step <= steps; step += 1) {
      const part = step / steps
      await this.#touch('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }])
    }
    this.#at = to
  }

  /** Takes it away. */
  async lift(): Promise<void> {
    await this.#touch('touchEnd', [])
  }

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
}
