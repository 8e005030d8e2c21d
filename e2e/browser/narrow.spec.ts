import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
    .toBe(0)
}

test('[issue 2 §4] at 360 px the main job works: open, make, move, look inside, and nothing scrolls sideways', async ({
  somebody,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const { page, calendar } = await somebody(phone)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Borden' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await calendar.open(boardId)
  await expectNoSidewaysScroll(page)

  const agenda = page.getByRole('region', { name: 'Agenda per week' })
  await agenda.getByRole('button', { name: /^Zet iets neer in week 12/ }).tap()
  const place = page.getByRole('dialog', { name: 'Zet neer: Vrij' })
  await expectNoSidewaysScroll(page)
  await place.getByRole('button', { name: 'Zet neer' }).tap()
  await expect(place).toBeHidden()
  await expect.poll(async () => (await boardFile(boardId)).activities.length).toBe(5)

  const week = agenda.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Stripquiz' }) })
  await week.getByRole('button', { name: 'Verplaats naar…' }).tap()
  const move = page.getByRole('dialog', { name: 'Verplaats ‘Stripquiz’' })
  await move.getByLabel('Van', { exact: true }).fill('2027-02-18')
  await expectNoSidewaysScroll(page)
  await move.getByRole('button', { name: 'Verplaats' }).tap()
  await expect
    .poll(async () => (await boardFile(boardId)).activities.find(({ id }) => id === 'quiz')?.['start'])
    .toBe('2027-02-18')

  await agenda.getByRole('button', { name: 'Stripquiz', exact: true }).tap()
  await page.getByRole('button', { name: 'Openen' }).tap()
  const panel = calendar.panel('Stripquiz')
  await expect(panel).toBeVisible()
  await expectNoSidewaysScroll(page)
  await panel.getByLabel('In één zin').fill('Op de telefoon bedacht.')
  await panel.getByRole('button', { name: 'Terug naar het bord' }).tap()
  await expect(panel).toBeHidden()
  await expect
    .poll(async () => (await boardFile(boardId)).activities.find(({ id }) => id === 'quiz')?.['summary'])
    .toBe('Op de telefoon bedacht.')

  await page.getByRole('button', { name: 'Zoek en filter' }).tap()
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Agenda' }).tap()
  await expect(calendar.grid).toBeVisible()
  await expectNoSidewaysScroll(page)
})
