import { expect, test } from './support/test.ts'

test('[contract §6] the screen changes from Dutch to English and back without a reload, and remembers', async ({
  calendar,
  page,
  newBoard,
}) => {
  await calendar.open(await newBoard())
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
  await page.evaluate(() => Object.assign(globalThis, { stillTheSamePage: true }))

  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('button', { name: 'Quarter', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Kwartaal', exact: true })).toBeHidden()
  await expect(page.getByRole('heading', { level: 2, name: /1st quarter 2027|Q1 2027|quarter/i }).first()).toBeVisible()
  await expect(calendar.card('Stripquiz')).toBeVisible()
  expect(await page.evaluate(() => 'stillTheSamePage' in globalThis)).toBe(true)

  await page.reload()
  await expect(page.getByRole('button', { name: 'Quarter', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Nederlands' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
  await expect(page.getByRole('button', { name: 'Kwartaal', exact: true })).toBeVisible()
})
