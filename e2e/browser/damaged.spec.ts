import { readFileSync } from 'node:fs'
import { smallBoard, type BoardFile } from './support/board-file.ts'
import { makeBoard } from './support/boards-api.ts'
import { expectCleanLook } from './support/look.ts'
import { Relay } from './support/relay.ts'
import { expect, test } from './support/test.ts'

test('[P25] a board that the disk damaged says so in the list, with what to do; the others open, and copies on devices too', async ({
  somebody,
  request,
}) => {
  const relay = await Relay.start()
  try {
    const damagedId = await makeBoard(request, relay.origin, smallBoard('Nat bord'))
    await makeBoard(request, relay.origin, smallBoard('Droog bord'))
    const anna = await somebody({ baseURL: relay.origin })
    await anna.calendar.open(damagedId, 'Anna')
    await expect(anna.calendar.badge('Bewaard')).toBeVisible()
    await relay.halt()
    relay.damageOnDisk(damagedId)
    await relay.startAgain()

    // Whoever never had it is told that it is the server, not their connection.
    const { page } = await somebody({ baseURL: relay.origin, viewport: { width: 360, height: 740 } })
    await page.goto(`/b/${damagedId}/calendar`)
    await expect(page.getByRole('heading', { name: 'De server kan dit bord nu niet openen' })).toBeVisible()
    await expectCleanLook(page, 'not-now')
    await page.getByRole('link', { name: 'Naar alle borden' }).click()
    const rows = page.getByRole('list', { name: 'Alle borden' }).getByRole('listitem')
    const damaged = rows.filter({ hasText: 'Nat bord' })
    await expect(damaged).toContainText('Dit bord is beschadigd op de schijf van de server.')
    await expect(damaged).toContainText('De andere borden zijn in orde.')
    await expect(damaged).toContainText('npm run board -- doctor')
    await expectCleanLook(page, 'damaged-phone')
    await page.setViewportSize({ width: 1440, height: 900 })
    await expectCleanLook(page, 'damaged-desktop')
    await page.getByRole('button', { name: 'Wat wil je met ‘Nat bord’?' }).click()
    await expect(page.getByRole('menuitem')).toHaveText(['Weggooien'])
    await page.keyboard.press('Escape')
    await expect(rows.filter({ hasText: 'Droog bord' })).not.toContainText('beschadigd')
    await rows.getByRole('link', { name: 'Droog bord' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Droog bord' })).toBeVisible()

    // Whoever had it before takes their own copy along.
    await expect(anna.calendar.badge('De server kan nu niet bewaren')).toBeVisible()
    await anna.page.reload()
    await expect(anna.calendar.card('Stripquiz')).toBeVisible()
    const banner = anna.page.getByRole('alert').filter({ hasText: 'beschadigd op de schijf van de server' })
    await expect(banner).toBeVisible()
    await expectCleanLook(anna.page, 'damaged-banner')
    const download = anna.page.waitForEvent('download')
    await banner.getByRole('button', { name: 'Kopie bewaren' }).click()
    const file = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as BoardFile
    expect(file.activities).toHaveLength(4)
  } finally {
    await relay.stop()
  }
})
