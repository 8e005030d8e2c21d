import type { Page } from '@playwright/test'
import { Cable } from './support/cable.ts'
import { GROUP } from './support/board-file.ts'
import { expect, test } from './support/test.ts'

const SAVED = 'Bewaard'
const dayMs = 24 * 3_600_000

/** Sets the clock on the wall of a page off, from before it loads; timers go on as they do. */
async function wrongClock(page: Page, byMs: number): Promise<void> {
  await page.addInitScript((startMs) => {
    const Real = Date
    const realNow = Real.now.bind(Real)
    let offMs = startMs
    class Off extends Real {
      constructor(...given: readonly []) {
        super(...(given.length === 0 ? ([realNow() + offMs] as unknown as readonly []) : given))
      }
      static override now(): number {
        return realNow() + offMs
      }
    }
    globalThis.Date = Off as unknown as DateConstructor
    // Whatever reads the time from the browser's own calendar is off as well.
    if ('Temporal' in globalThis) Reflect.deleteProperty(globalThis, 'Temporal')
    window.addEventListener('set-clock', (event) => {
      offMs = (event as CustomEvent<number>).detail
    })
  }, byMs)
}

async function setClock(page: Page, byMs: number): Promise<void> {
  await page.evaluate((detail) => window.dispatchEvent(new CustomEvent('set-clock', { detail })), byMs)
}

for (const [how, years] of [
  ['slow', -10],
  ['fast', 10],
] as const) {
  test(`[issue 3] a clock ten years ${how}: the same board, the same colleagues, saved is saved, and dates that make sense`, async ({
    somebody,
    newBoard,
    boardFile,
  }) => {
    const boardId = await newBoard()
    const [anna, bo] = await Promise.all([somebody(), somebody()])
    await wrongClock(anna.page, years * 365 * dayMs)
    await Promise.all([anna.calendar.open(boardId, 'Anna'), bo.calendar.open(boardId, 'Bo')])
    await expect(anna.calendar.badge(SAVED)).toBeVisible()
    expect(await anna.calendar.picture()).toEqual(await bo.calendar.picture())
    const [hers, his] = [anna, bo].map(({ page }) => page.getByRole('list', { name: 'Wie is er nu' }))
    if (hers === undefined || his === undefined) throw new Error('no list of people')
    await expect(hers).toContainText('Bo')
    await expect(his).toContainText('Anna')

    await anna.calendar.drag(anna.calendar.card('Stripquiz'), await anna.calendar.cell(GROUP.elders, /^week 8\b/))
    await expect(bo.calendar.cardIn(GROUP.elders, 'Stripquiz')).toBeVisible()
    await expect(anna.calendar.badge(SAVED)).toBeVisible()
    // A machine that finds a time server sets its clock right under the page.
    await setClock(anna.page, 0)
    await bo.calendar.card('Verhalenwandeling').focus()
    await bo.page.keyboard.press('Delete')
    await expect(anna.calendar.card('Verhalenwandeling')).toBeHidden()
    await setClock(anna.page, years * 365 * dayMs)
    await anna.calendar.card('Stripquiz').focus()
    await anna.page.keyboard.press('Delete')
    await expect(bo.calendar.card('Stripquiz')).toBeHidden()
    await expect(anna.calendar.badge(SAVED)).toBeVisible()
    await expect(hers).toContainText('Bo')
    await expect(his).toContainText('Anna')

    // What was thrown away comes back, whoever's clock it was thrown away by.
    await bo.page.getByRole('button', { name: 'Menu', exact: true }).click()
    await bo.page.getByRole('menuitem', { name: 'Prullenbak' }).click()
    const bin = bo.page.getByRole('dialog', { name: 'Prullenbak' })
    await expect(bin.getByRole('listitem')).toHaveCount(2)
    await bin.getByRole('button', { name: 'Terugzetten: Stripquiz' }).click()
    await expect(anna.calendar.cardIn(GROUP.elders, 'Stripquiz')).toBeVisible()
    expect((await boardFile(boardId)).activities.find(({ id }) => id === 'quiz')).toMatchObject({ start: '2027-02-23' })

    await anna.page.goto('/')
    const row = anna.page.getByRole('listitem').filter({ has: anna.page.locator(`a[href*="${boardId}"]`) })
    await expect(row).toContainText(/gewijzigd .*20\d\d/)
  })
}

test('[P2] a laptop that slept for a week with changes on it: they arrive, and the badge told the truth', async ({
  somebody,
  relay,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const cable = await Cable.to(relay.origin)
  const [anna, bo] = await Promise.all([somebody({ baseURL: cable.origin }), somebody()])
  await wrongClock(anna.page, 0)
  await Promise.all([anna.calendar.open(boardId, 'Anna'), bo.calendar.open(boardId, 'Bo')])
  await expect(anna.calendar.badge(SAVED)).toBeVisible()
  await Promise.all([cable.unplug(), anna.context.setOffline(true)])
  await anna.calendar.drag(anna.calendar.card('Stripquiz'), await anna.calendar.cell(GROUP.elders, /^week 8\b/))
  await expect(anna.calendar.badge('Offline – 1 wijziging staat op dit apparaat')).toBeVisible()

  // The lid is closed: no timer runs, and the others go on.
  const devtools = await anna.context.newCDPSession(anna.page)
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  await bo.calendar.drag(bo.calendar.card('Verhalenwandeling'), await bo.calendar.cell(GROUP.toddlers, /^week 11\b/))
  await expect(bo.calendar.badge(SAVED)).toBeVisible()
  await cable.plug()
  await devtools.send('Page.setWebLifecycleState', { state: 'active' })
  await setClock(anna.page, 7 * dayMs)
  await anna.context.setOffline(false)

  await expect(anna.calendar.badge(SAVED)).toBeVisible()
  await expect(anna.calendar.cardIn(GROUP.toddlers, 'Verhalenwandeling')).toBeVisible()
  await expect(bo.calendar.cardIn(GROUP.elders, 'Stripquiz')).toBeVisible()
  expect(await anna.calendar.picture()).toEqual(await bo.calendar.picture())
  expect((await boardFile(boardId)).activities.find(({ id }) => id === 'quiz')).toMatchObject({ start: '2027-02-23' })
  await cable.unplug()
})

test('[issue 3] a clock that outlived the browser’s cookie: what was done offline is not taken, not lost, and said so', async ({
  somebody,
  relay,
  newBoard,
}) => {
  const boardId = await newBoard()
  const cable = await Cable.to(relay.origin)
  const { page, calendar, context } = await somebody({ baseURL: cable.origin })
  await calendar.open(boardId, 'Anna')
  await calendar.drag(calendar.card('Stripquiz'), await calendar.cell(GROUP.elders, /^week 7\b/))
  await expect(calendar.badge(SAVED)).toBeVisible()
  await Promise.all([cable.unplug(), context.setOffline(true)])
  await calendar.drag(calendar.card('Stripquiz'), await calendar.cell(GROUP.elders, /^week 8\b/))
  await expect(calendar.badge('Offline – 1 wijziging staat op dit apparaat')).toBeVisible()
  // A cookie lasts 400 days by the clock of the machine; the clock that was ten years slow is set right.
  await context.clearCookies()
  await Promise.all([cable.plug(), context.setOffline(false)])

  const banner = page.getByRole('alert').filter({ hasText: 'neemt wijzigingen van deze browser niet' })
  await expect(banner).toBeVisible()
  await expect(calendar.badge('1 wijziging staat alleen op dit apparaat')).toBeVisible()
  await expect(banner.getByRole('button', { name: 'Kopie met mijn wijzigingen downloaden' })).toBeVisible()
  await page.reload()
  await expect(banner).toBeVisible()
  await expect(calendar.badge('1 wijziging staat alleen op dit apparaat')).toBeVisible()
  await cable.unplug()
})
