import { expect, type Locator, type Page } from '@playwright/test'

/** A point on the page. Units: CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The calendar as somebody finds it who knows only names. */
export class Calendar {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens a board for the first time in this browser, and says who one is. */
  async open(boardId: string, name = 'Robin', search = ''): Promise<void> {
    await this.page.goto(`/b/${boardId}/calendar${search}`)
    await this.introduce(name)
  }

  /** Waits until the board has come; before that its calendar stands there and takes nothing. */
  async arrived(): Promise<void> {
    await expect(this.page.locator('main [aria-busy=false]')).toBeAttached()
  }

  /** Answers the question a board asks a newcomer. */
  async introduce(name: string, discipline?: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Hoe heet je?' })
    await dialog.getByLabel('Naam', { exact: true }).fill(name)
    if (discipline !== undefined) await dialog.getByLabel('Waar werk je?').selectOption(discipline)
    await dialog.getByRole('button', { name: 'Aan de slag' }).click()
    await expect(dialog).toBeHidden()
  }

  /** What stands where, by name: every lane on screen with its cards and their columns. */
  async picture(): Promise<Readonly<Record<string, readonly string[]>>> {
    const lanes = this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader') })
    const seen = await lanes.evaluateAll((rows) => {
      const nameOf = (button: Element): string => {
        const read = button.cloneNode(true) as Element
        for (const unread of read.querySelectorAll('[aria-hidden=true], [hidden]')) unread.remove()
        return button.getAttribute('aria-label') ?? read.textContent.trim()
      }
      return rows.map((row) => ({
        lane: row.querySelector('[role=rowheader]')?.textContent.trim() ?? '',
        cards: [...row.querySelectorAll('[role=gridcell]')].flatMap((cell) => {
          const button = cell.querySelector('button')
          const place = `${cell.getAttribute('aria-colindex')}+${cell.getAttribute('aria-colspan')}`
          return button === null ? [] : [`${nameOf(button)} @ ${place}`]
        }),
      }))
    })
    if (seen.every(({ cards }) => cards.length === 0)) throw new Error('There is no card to be seen')
    return Object.fromEntries(seen.map(({ lane, cards }) => [lane, cards.sort()]))
  }

  /** The grid of lanes and columns. */
  get grid(): Locator {
    return this.page.getByRole('grid')
  }

  /** A lane by its name. */
  lane(name: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) })
  }

  /** A card on the grid by its title. */
  card(title: string): Locator {
    return this.grid.getByRole('button', { name: title, exact: true })
  }

  /** A card in a lane. */
  cardIn(lane: string, title: string): Locator {
    return this.lane(lane).getByRole('button', { name: title, exact: true })
  }

  /** The tray with cards that have no date. */
  get tray(): Locator {
    return this.page.getByRole('complementary', { name: 'Nog niet gepland' })
  }

  /** A recipe of the palette. */
  recipe(name: string): Locator {
    return this.page.getByRole('group', { name: 'Recepten' }).getByRole('button', { name, exact: true })
  }

  /** What is said at the foot of the screen. */
  get toasts(): Locator {
    return this.page.getByRole('region', { name: 'Meldingen' })
  }

  /** The badge in the bar, when it says these words of my changes. */
  badge(words: string): Locator {
    return this.page.getByRole('banner', { name: 'Bordbalk' }).getByText(words, { exact: true })
  }

  /** Selects a card and opens its panel. */
  async openPanel(title: string): Promise<Locator> {
    await this.card(title).click()
    await this.page.keyboard.press('Enter')
    return this.panel(title)
  }

  /** The panel of a card. */
  panel(title: string): Locator {
    return this.page.getByRole('complementary', { name: `Activiteit: ${title}` })
  }

  /** The middle of the cell where a lane and a column cross. */
  async cell(lane: string, column: RegExp): Promise<Point> {
    const header = this.grid.getByRole('columnheader', { name: column }).first()
    await header.scrollIntoViewIfNeeded()
    const [across, down] = await Promise.all([header.boundingBox(), this.lane(lane).boundingBox()])
    if (across === null || down === null) throw new Error(`${lane} × ${column} is not on screen`)
    return { x: across.x + across.width / 2, y: down.y + down.height / 2 }
  }

  /** Takes something with the mouse and holds it over a point. */
  async hold(thing: Locator, over: Point): Promise<void> {
    await thing.scrollIntoViewIfNeeded()
    const from = await middleOf(thing)
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(from.x + 6, from.y + 6)
    await this.page.mouse.move(over.x, over.y, { steps: 8 })
  }

  /** Drags something to a point with the mouse. */
  async drag(thing: Locator, to: Point): Promise<void> {
    await this.hold(thing, to)
    await this.page.mouse.up()
  }
}

/** The point somebody grips a card at: near its left end, where the title begins. */
export async function middleOf(thing: Locator): Promise<Point> {
  await expect(thing).toBeVisible()
  const box = await thing.boundingBox()
  if (box === null) throw new Error('It is not on screen')
  return { x: box.x + Math.min(20, box.width / 2), y: box.y + box.height / 2 }
}
