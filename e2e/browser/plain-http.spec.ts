import { networkInterfaces } from 'node:os'
import { GROUP, smallBoard } from './support/board-file.ts'
import { makeBoard } from './support/boards-api.ts'
import { Relay } from './support/relay.ts'
import { expect, test } from './support/test.ts'

const network = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')

test('[docs/operate.md] on a network without TLS, where browsers hold much back, the board works and keeps what is done', async ({
  somebody,
  request,
}) => {
  test.skip(network === undefined, 'this machine is on no network')
  const relay = await Relay.start({ DEMO: 'no', HOST: '0.0.0.0', ACCESS: 'open', ACCESS_OPEN_ON_NETWORK: 'yes' })
  try {
    const boardId = await makeBoard(request, `http://127.0.0.1:${new URL(relay.origin).port}`, smallBoard())
    const origin = `http://${network?.address}:${new URL(relay.origin).port}`
    const { page, calendar, context } = await somebody({ baseURL: origin })
    const thrown: string[] = []
    page.on('pageerror', ({ message }) => thrown.push(message))
    await calendar.open(boardId, 'Anna')
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    await expect(calendar.badge('Bewaard')).toBeVisible()
    await calendar.drag(calendar.card('Stripquiz'), await calendar.cell(GROUP.elders, /^week 8\b/))
    await expect(calendar.badge('Bewaard')).toBeVisible()
    const panel = await calendar.openPanel('Stripquiz')
    await panel.getByRole('textbox', { name: 'Notities' }).click()
    await page.keyboard.type('Vraag de zaal na')
    await panel.getByRole('combobox', { name: 'Verbind iets uit de collectie' }).fill('Oorlogswinter')
    await panel
      .getByRole('option', { name: /Oorlogswinter/ })
      .first()
      .click()
    await expect(calendar.badge('Bewaard')).toBeVisible()
    await context.setOffline(true)
    await expect(calendar.badge('Offline')).toBeVisible()
    await panel.getByLabel('In één zin').fill('Zonder slotje.')
    await expect(calendar.badge('Offline – 1 wijziging staat op dit apparaat')).toBeVisible()
    await context.setOffline(false)
    await expect(calendar.badge('Bewaard')).toBeVisible()
    await page.reload()
    await expect(panel.getByLabel('In één zin')).toHaveValue('Zonder slotje.')
    await expect(panel.getByRole('textbox', { name: 'Notities' })).toHaveText('Vraag de zaal na')
    expect(thrown).toEqual([])
  } finally {
    await relay.stop()
  }
})
