import { smallBoard } from './support/board-file.ts'
import { expect, test } from './support/test.ts'
import { Relay } from './support/relay.ts'

interface Listed {
  readonly id: string
  readonly title: string
}

test('[issue 2 §4] a new library begins: empty board, name asked, first card on it', async ({
  page,
  calendar,
  request,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Nieuw bord' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Nieuw bord' })
  await dialog.getByRole('button', { name: 'Bord maken' }).click()
  await expect(dialog).toContainText('Geef het bord een naam.')
  await dialog.getByLabel('Naam van het bord').fill('Ons jaar')
  await dialog.getByRole('button', { name: 'Bord maken' }).click()

  await calendar.introduce('Anna')
  await expect(page.getByRole('heading', { level: 1, name: 'Ons jaar' })).toBeVisible()
  await expect(page.getByText('Hier begint je jaar')).toBeVisible()
  await calendar.recipe('Gastcollectie').click()
  const place = page.getByRole('dialog', { name: 'Zet neer: Gastcollectie' })
  await place.getByRole('button', { name: 'Zet neer' }).click()
  await expect(calendar.grid.getByRole('button', { name: /Gastcollectie/ })).toBeVisible()
  await expect(page.getByText('Hier begint je jaar')).toBeHidden()

  const boards = (await (await request.get('/api/boards')).json()) as readonly Listed[] | { boards: readonly Listed[] }
  const list = 'boards' in boards ? boards.boards : boards
  expect(list.map(({ title }) => title)).toContain('Ons jaar')
})

test('[issue 2 §4] the worked example opens as a board of one’s own, at its own today', async ({ page, calendar }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Nieuw bord' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Nieuw bord' })
  await dialog.getByLabel('Naam van het bord').fill('Om te proberen')
  await dialog.getByLabel('Voorbeeldjaar').check()
  await dialog.getByRole('button', { name: 'Bord maken' }).click()
  await calendar.introduce('Anna')
  await expect(page.getByRole('heading', { level: 1, name: 'Om te proberen' })).toBeVisible()
  await expect(page.getByText('Voorbeeldjaar: vandaag is 14 juni 2027')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: /2e kwartaal 2027/ })).toBeVisible()
})

test('[issue 2 §4] a board file becomes a board, dropped on the page or chosen', async ({ page, calendar }) => {
  const dropped = { ...smallBoard('Gesleept bord') }
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Bordbestand openen' })).toBeVisible()
  const carried = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], 'bord.json', { type: 'application/json' }))
    return transfer
  }, JSON.stringify(dropped))
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: carried })
  await page.dispatchEvent('body', 'dragover', { dataTransfer: carried })
  await expect(page.getByText('Laat het bordbestand hier los')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: carried })
  await calendar.introduce('Anna')
  await expect(page.getByRole('heading', { level: 1, name: 'Gesleept bord' })).toBeVisible()
  await expect(calendar.card('Stripquiz')).toBeVisible()

  await page.getByRole('link', { name: 'Alle borden' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Bordbestand openen' }).click()
  await (
    await chooser
  ).setFiles({
    name: 'gekozen.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(smallBoard('Gekozen bord'))),
  })
  await expect(page.getByRole('heading', { level: 1, name: 'Gekozen bord' })).toBeVisible()
})

test('[BF2] a bad board file gets a list of what is wrong and makes nothing', async ({ page, request }) => {
  const before = await (await request.get('/api/boards')).text()
  await page.goto('/')
  const choose = async (name: string, content: string) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Bordbestand openen' }).click()
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
  }
  const dialog = page.getByRole('dialog', { name: 'Dit bestand past niet' })
  const bad = smallBoard()
  await choose(
    'krom.json',
    JSON.stringify({
      ...bad,
      activities: [...bad.activities, { id: 'geen id', title: 7, start: '2027-02-30' }],
    }),
  )
  await expect(dialog).toContainText('Er is niets gemaakt')
  for (const path of ['activities[4].id', 'activities[4].title', 'activities[4].start']) {
    await expect(dialog.getByRole('row').filter({ hasText: path })).toHaveCount(1)
  }
  await dialog.getByRole('button', { name: 'Sluiten' }).last().click()

  await choose('boodschappen.json', 'melk, eieren')
  await expect(dialog).toContainText('geen JSON')
  await dialog.getByRole('button', { name: 'Sluiten' }).last().click()
  for (const content of ['{"format":"iets anders"}', '{"title":"een ander programma"}', '[1, 2]', '7']) {
    await choose('anders.json', content)
    await expect(dialog.getByRole('row').filter({ hasText: 'format' })).toHaveCount(1)
    await dialog.getByRole('button', { name: 'Sluiten' }).last().click()
  }
  await expect(page).toHaveURL(/\/$/)
  expect(await (await request.get('/api/boards')).text()).toBe(before)
})

test('[issue 2 §4] a board gets another name, goes to the bin and comes back', async ({ page, newBoard, calendar }) => {
  const boardId = await newBoard(smallBoard('Hernoem mij'))
  await page.goto('/')
  await page.getByRole('button', { name: 'Wat wil je met ‘Hernoem mij’?' }).click()
  await page.getByRole('menuitem', { name: 'Naam wijzigen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Naam van het bord wijzigen' })
  await dialog.getByLabel('Naam van het bord').fill('Jaarplan Noord')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  const list = page.getByRole('list', { name: 'Alle borden' })
  await expect(list.getByRole('link', { name: 'Jaarplan Noord' })).toBeVisible()

  await page.getByRole('button', { name: 'Wat wil je met ‘Jaarplan Noord’?' }).click()
  await page.getByRole('menuitem', { name: 'Weggooien' }).click()
  await expect(list.getByRole('link', { name: 'Jaarplan Noord' })).toBeHidden()
  await page.goto(`/b/${boardId}/calendar`)
  await expect(page.getByRole('heading', { name: 'Dit bord is er niet' })).toBeVisible()

  await page.getByRole('link', { name: 'Naar alle borden' }).click()
  await page.getByRole('button', { name: 'Prullenbak' }).click()
  await page
    .getByRole('list', { name: 'Prullenbak' })
    .getByRole('listitem')
    .filter({ hasText: 'Jaarplan Noord' })
    .getByRole('button', { name: 'Terugzetten' })
    .click()
  await list.getByRole('link', { name: 'Jaarplan Noord' }).click()
  await calendar.introduce('Anna')
  await expect(calendar.card('Stripquiz')).toBeVisible()

  await page.getByRole('heading', { level: 1 }).getByRole('button').click()
  await page.getByRole('textbox', { name: 'Naam van het bord' }).fill('Jaarplan Zuid')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Alle borden' }).click()
  await expect(list.getByRole('link', { name: 'Jaarplan Zuid' })).toBeVisible()
})

test('[bad input] an unknown board and an unknown page say so and lead home', async ({ page }) => {
  await page.goto('/b/bestaatniet000000000000/calendar')
  await expect(page.getByRole('heading', { name: 'Dit bord is er niet' })).toBeVisible()
  await page.getByRole('link', { name: 'Naar alle borden' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Borden' })).toBeVisible()
  await page.goto('/b/bestaatniet000000000000/nergens')
  await expect(page.getByRole('heading', { name: 'Deze pagina is er niet' })).toBeVisible()
  await page.getByRole('link', { name: 'Naar alle borden' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Borden' })).toBeVisible()
})

test('[issue 2] on an empty folder the server makes the worked example year and prints its address', async ({
  page,
  calendar,
  request,
}) => {
  const relay = await Relay.start({})
  try {
    expect(relay.announced).toMatch(/\/b\/[A-Za-z0-9._:-]+/)
    await page.goto(relay.announced)
    await calendar.introduce('Anna')
    await expect(page.getByText('Voorbeeldjaar: vandaag is 14 juni 2027')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: 'Jaarplan 2027' })).toBeVisible()
    await expect(calendar.grid).toHaveAttribute('aria-rowcount', '31')
    await expect(calendar.tray.getByRole('button')).toHaveCount(1)
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl')

    const id = new URL(relay.announced).pathname.split('/')[2] ?? ''
    const file = (await (await request.get(`${relay.origin}/api/boards/${id}`)).json()) as Record<string, unknown[]>
    const counts = ['activities', 'collectionParts', 'connections', 'messages', 'targetGroups'].map(
      (kind) => file[kind]?.length,
    )
    expect(counts).toEqual([67, 110, 176, 265, 30])

    await page.getByRole('button', { name: 'Jaar', exact: true }).click()
    await page.getByRole('button', { name: 'Agenda' }).click()
    const cards = page
      .getByRole('region', { name: 'Agenda per week' })
      .getByRole('button', { name: /^(?!Verplaats|Zet)/ })
    await expect(cards).toHaveCount(66)
  } finally {
    await relay.stop()
  }
})
