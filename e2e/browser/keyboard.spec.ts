import type { Page } from '@playwright/test'
import { GROUP, smallBoard } from './support/board-file.ts'
import { expect, test } from './support/test.ts'

test('[WCAG 2.1.1] the main job by keyboard alone: reach the board, walk, make, open, write, close, move, undo', async ({
  page,
  calendar,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard(smallBoard('Toetsenbord'))
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Toetsenbord' })).toBeVisible()
  await tabUntil(page, () => document.activeElement?.textContent === 'Toetsenbord')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Hoe heet je?' })).toBeVisible()
  await page.keyboard.type('Robin')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()

  await tabUntil(page, () => document.activeElement?.getAttribute('role') === 'gridcell')
  await expect(calendar.grid.getByRole('gridcell', { name: /^Peuters, week 10/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(calendar.grid.getByRole('gridcell', { name: /^Tieners, week 10/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Mangadag')
  await page.keyboard.press('Enter')
  const card = calendar.cardIn(GROUP.teens, 'Mangadag')
  await expect(card).toBeFocused()

  await page.keyboard.press('Enter')
  const panel = calendar.panel('Mangadag')
  await expect(panel).toBeVisible()
  await tabUntil(page, () => (document.activeElement as HTMLTextAreaElement).labels?.[0]?.textContent === 'In één zin')
  await page.keyboard.type('Tekenen met een meester.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(card).toBeFocused()

  await page.keyboard.press('Space')
  await expect(page.getByText(/^Mangadag opgepakt/)).toBeAttached()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText(/^Peuters · week 9/)).toBeAttached()
  await page.keyboard.press('Space')
  await expect(calendar.cardIn(GROUP.toddlers, 'Mangadag')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(calendar.cardIn(GROUP.teens, 'Mangadag')).toBeVisible()
  await expect
    .poll(async () => (await boardFile(boardId)).activities.find((one) => one['title'] === 'Mangadag'))
    .toMatchObject({ start: '2027-03-08', targetGroupIds: ['g-teens'] })
})

test('[contract §6] Enter on a card opens that card, also when something else than the arrows put the focus there', async ({
  page,
  calendar,
  newBoard,
}) => {
  await calendar.open(await newBoard())
  await calendar.card('Stripquiz').focus()
  await page.keyboard.press('Enter')
  await expect(calendar.panel('Stripquiz')).toBeVisible()
  await expect(calendar.grid.getByRole('textbox')).toHaveCount(0)
})

async function tabUntil(page: Page, reached: () => boolean): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(reached)) return
  }
  throw new Error('Sixty presses of Tab did not get there')
}
