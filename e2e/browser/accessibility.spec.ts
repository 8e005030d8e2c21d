import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { smallBoard } from './support/board-file.ts'
import { expect, test } from './support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds wrong, in the light and in the dark; an empty list is a clean screen. */
async function faultsOf(page: Page, screen: string): Promise<readonly string[]> {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const axe = new AxeBuilder({ page }).options({
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    })
    const { violations } = await axe.setLegacyMode().analyze()
    for (const { id, nodes } of violations) {
      faults.push(...nodes.map((node) => `${screen}, ${colorScheme}: ${id} at ${node.target.join(' ')} – ${node.html}`))
    }
  }
  return faults
}

test('[WCAG 2.2 AA] the list of boards, its bin and its dialogs are clean in both themes', async ({
  page,
  newBoard,
}) => {
  await newBoard(smallBoard('Toegankelijk bord'))
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Toegankelijk bord' })).toBeVisible()
  const faults = [...(await faultsOf(page, 'boards'))]

  await page.getByRole('button', { name: 'Prullenbak' }).click()
  faults.push(...(await faultsOf(page, 'bin of boards')))
  await page.getByRole('button', { name: 'Wat wil je met ‘Toegankelijk bord’?' }).click()
  faults.push(...(await faultsOf(page, 'menu of a board')))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Nieuw bord' }).first().click()
  await expect(page.getByRole('dialog', { name: 'Nieuw bord' })).toBeVisible()
  faults.push(...(await faultsOf(page, 'new board')))
  await page.keyboard.press('Escape')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Bordbestand openen' }).click()
  await (
    await chooser
  ).setFiles({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"anders","activities":3}'),
  })
  await expect(page.getByRole('dialog', { name: 'Dit bestand past niet' })).toBeVisible()
  faults.push(...(await faultsOf(page, 'problems of a file')))
  await page.goto('/b/bestaatniet000000000000/calendar')
  await expect(page.getByRole('heading', { name: 'Dit bord is er niet' })).toBeVisible()
  faults.push(...(await faultsOf(page, 'unknown board')))
  expect(faults).toEqual([])
})

test('[WCAG 2.2 AA] the calendar is clean by month, quarter and year, as agenda, empty and full, in both themes', async ({
  page,
  calendar,
  newBoard,
}) => {
  const made = await page.request.post('/api/boards', { data: { title: 'Vol jaar', locale: 'nl', example: true } })
  const { id: full } = (await made.json()) as { id: string }
  await calendar.open(full)
  const faults: string[] = []
  for (const view of ['zoom=month', 'zoom=quarter', 'zoom=year', 'form=agenda', 'axis=recipe&q=poëzie']) {
    await page.goto(`/b/${full}/calendar?${view}`)
    await calendar.arrived()
    await expect(page.getByRole('button', { pressed: true }).first()).toBeVisible()
    faults.push(...(await faultsOf(page, view)))
  }
  await page.goto(`/b/${await newBoard({ ...smallBoard(), activities: [], connections: [], messages: [] })}/calendar`)
  await expect(page.getByText('Hier begint je jaar')).toBeVisible()
  faults.push(...(await faultsOf(page, 'empty board')))
  expect(faults).toEqual([])
})

test('[WCAG 2.2 AA] preview, panel, menus, dialogs and bin of a board are clean in both themes', async ({
  page,
  calendar,
  newBoard,
}) => {
  const boardId = await newBoard()
  await page.goto(`/b/${boardId}/calendar`)
  await expect(page.getByRole('dialog', { name: 'Hoe heet je?' })).toBeVisible()
  const faults = [...(await faultsOf(page, 'name'))]
  await calendar.introduce('Robin')

  const shown = async (what: Locator, screen: string) => {
    await expect(what).toBeVisible()
    faults.push(...(await faultsOf(page, screen)))
  }
  await calendar.card('Poëzie voor peuters').click()
  await shown(page.getByRole('region', { name: 'Over deze kaart' }), 'preview')
  await page.getByRole('button', { name: 'Verplaats naar…' }).click()
  await shown(page.getByRole('dialog', { name: /^Verplaats/ }), 'move')
  await page.keyboard.press('Escape')
  const panel = await calendar.openPanel('Poëzie voor peuters')
  await expect(panel.getByRole('textbox', { name: 'Notities' })).toBeVisible()
  await shown(panel, 'panel')
  await panel.getByRole('combobox', { name: 'Verbind iets uit de collectie' }).fill('o')
  await shown(panel.getByRole('listbox', { name: 'Verbind iets uit de collectie' }), 'picker')
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Sluiten' }).click()

  await calendar.card('Stripquiz').focus()
  await page.keyboard.press('Delete')
  await shown(calendar.toasts.getByRole('button', { name: /^Ongedaan maken/ }), 'toast')
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await shown(page.getByRole('menu'), 'menu')
  await page.keyboard.press('Escape')
  await choose('Prullenbak')
  await shown(page.getByRole('dialog', { name: 'Prullenbak' }).getByRole('listitem'), 'bin')
  await page.keyboard.press('Escape')
  await choose('Sneltoetsen')
  await shown(page.getByRole('dialog', { name: 'Sneltoetsen' }), 'shortcuts')
  await page.keyboard.press('Escape')
  await choose('Zoeken')
  await shown(page.getByRole('dialog', { name: 'Zoeken' }), 'search')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Fase/ }).click()
  await shown(page.getByRole('checkbox').first(), 'filter')
  expect(faults).toEqual([])
})

test('[WCAG 2.2 AA] on a phone agenda, panel and dialogs are clean in both themes', async ({ somebody, newBoard }) => {
  const boardId = await newBoard()
  const { page, calendar } = await somebody({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  await calendar.open(boardId)
  const agenda = page.getByRole('region', { name: 'Agenda per week' })
  await expect(agenda).toBeVisible()
  const faults = [...(await faultsOf(page, 'agenda'))]
  await agenda.getByRole('button', { name: 'Verplaats naar…' }).first().tap()
  await expect(page.getByRole('dialog')).toBeVisible()
  faults.push(...(await faultsOf(page, 'move')))
  await page.keyboard.press('Escape')
  await page.goto(`/b/${boardId}/calendar?card=poems`)
  await expect(calendar.panel('Poëzie voor peuters')).toBeVisible()
  faults.push(...(await faultsOf(page, 'panel')))
  expect(faults).toEqual([])
})
