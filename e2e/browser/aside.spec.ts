import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { GROUP, type BoardFile } from './support/board-file.ts'
import { expectCleanLook } from './support/look.ts'
import { expect, test } from './support/test.ts'

const SAVED = 'Bewaard'
const comparisonTag = 122
const ADR = 'ADR 0010'

/** A relay whose answers to "what do you hold?" are wrong for as long as it lies. */
async function lyingRelay(page: Page): Promise<{ lying: boolean }> {
  const relay = { lying: false }
  await page.routeWebSocket(/\/sync\//, (near) => {
    const far = near.connectToServer()
    far.onMessage((frame) => {
      const last = frame.length - 1
      if (relay.lying && typeof frame !== 'string' && frame[0] === comparisonTag) {
        const lie = Buffer.from(frame)
        // The last byte of the hash: another number, of the same length.
        lie.writeUInt8(lie.readUInt8(last) ^ 1, last)
        near.send(lie)
      } else near.send(frame)
    })
  })
  return relay
}

test(`[${ADR}] a board that was opened anew says so and offers the copy put aside, which opens as a board beside it`, async ({
  somebody,
  newBoard,
}) => {
  const boardId = await newBoard()
  const { page, calendar } = await somebody({ viewport: { width: 360, height: 740 } })
  const relay = await lyingRelay(page)
  await calendar.open(boardId, 'Anna')
  await expect(calendar.badge(SAVED)).toBeAttached()
  await expect(page.getByRole('alert')).toBeHidden()

  relay.lying = true
  const anew = page.waitForEvent('load', { timeout: 90_000 }).then(() => {
    relay.lying = false
  })
  // The window has the focus again: it compares now rather than within half a minute.
  const nudge = setInterval(() => {
    page.evaluate(() => window.dispatchEvent(new Event('focus'))).catch(() => {})
  }, 500)
  await anew
  clearInterval(nudge)
  const banner = page.getByRole('alert').filter({ hasText: 'opnieuw opgehaald' })
  await expect(banner).toBeVisible()
  await expect(calendar.badge(SAVED)).toBeAttached()
  await expectCleanLook(page, 'aside-banner')
  await banner.getByRole('button', { name: 'Kopie bekijken' }).click()
  const dialog = page.getByRole('dialog', { name: 'Apart gezette kopieën' })
  const copies = dialog.getByRole('listitem')
  await expect(copies).toHaveCount(1)
  await expectCleanLook(page, 'aside-dialog')
  // Let go of only after there was a file.
  await expect(dialog.getByRole('button', { name: /^Weghalen/ })).toHaveCount(0)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Downloaden/ }).click()
  const file = await (await download).path()
  const { activities } = JSON.parse(readFileSync(file, 'utf8')) as BoardFile
  expect(activities.map(({ id }) => id).sort()).toEqual(['choir', 'poems', 'quiz', 'walk'])
  await expect(dialog.getByRole('status')).toHaveText('Klaar. Kijk bij je downloads.')
  await expectCleanLook(page, 'aside-downloaded')
  await page.keyboard.press('Escape')

  // Told once; from then on it stands in the menu until it is let go of.
  await expect(banner).toBeHidden()
  await page.reload()
  await expect(calendar.badge(SAVED)).toBeAttached()
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Apart gezette kopieën' }).click()
  await expect(banner).toBeHidden()
  await dialog.getByRole('button', { name: /^Downloaden/ }).click()
  await dialog.getByRole('button', { name: /^Weghalen/ }).click()
  await expect(dialog).toContainText('Er staan geen kopieën meer apart.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Kopie als bestand' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Apart gezette kopieën' })).toHaveCount(0)

  await page.goto('/')
  await page.setViewportSize({ width: 1440, height: 900 })
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Bordbestand openen' }).click()
  await (await chooser).setFiles({ name: 'kopie.json', mimeType: 'application/json', buffer: readFileSync(file) })
  await expect(calendar.cardIn(GROUP.teens, 'Stripquiz')).toBeVisible()
})
