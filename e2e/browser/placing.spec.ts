import type { BoardFile } from './support/board-file.ts'
import { GROUP, smallBoard } from './support/board-file.ts'
import { madeOf } from './support/boards-api.ts'
import { middleOf } from './support/calendar.ts'
import { Finger } from './support/finger.ts'
import { expect, test } from './support/test.ts'

const POEMS = 'Poëzie voor peuters'
const CHOIR = 'Koor zonder datum'

function datesOf(file: BoardFile, id: string): readonly unknown[] {
  const activity = file.activities.find((one) => one.id === id)
  return [activity?.['start'] ?? null, activity?.['end'] ?? null, activity?.['targetGroupIds']]
}

test('[rule 3, CM2] a recipe gives the same board by mouse, by keyboard and by dialog', async ({
  calendar,
  page,
  newBoard,
  boardFile,
}) => {
  const known = new Set(smallBoard().activities.map(({ id }) => id))
  const made: unknown[] = []
  const place = async (how: (boardId: string) => Promise<void>) => {
    const boardId = await newBoard()
    await how(boardId)
    await expect(calendar.lane(GROUP.teens).getByRole('button')).toHaveCount(2)
    await expect.poll(async () => (await boardFile(boardId)).activities.length).toBe(5)
    const file = await boardFile(boardId)
    const activity = file.activities.find(({ id }) => !known.has(id))
    made.push(madeOf(file, activity?.id ?? ''))
  }

  await place(async (boardId) => {
    await calendar.open(boardId)
    await calendar.drag(calendar.recipe('Boekenmatchmaker'), await calendar.cell(GROUP.teens, /^week 12\b/))
  })
  await place(async (boardId) => {
    await page.goto(`/b/${boardId}/calendar`)
    await calendar.arrived()
    await calendar.recipe('Boekenmatchmaker').focus()
    await page.keyboard.press('Space')
    await expect(page.getByText(/^Boekenmatchmaker opgepakt/)).toBeAttached()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
    await expect(page.getByText(/^Tieners · week 12/)).toBeAttached()
    await page.keyboard.press('Space')
  })
  await place(async (boardId) => {
    await page.goto(`/b/${boardId}/calendar`)
    await calendar.recipe('Boekenmatchmaker').click()
    const dialog = page.getByRole('dialog', { name: 'Zet neer: Boekenmatchmaker' })
    await dialog.getByLabel('Doelgroep').selectOption(GROUP.teens)
    await dialog.getByLabel('Datum').fill('2027-03-22')
    await dialog.getByRole('button', { name: 'Zet neer' }).click()
  })

  const [byMouse, byKeyboard, byDialog] = made
  expect(byMouse).toMatchObject({ activity: { start: '2027-03-22', recipeId: 'book-matchmaker' } })
  expect((byMouse as { messages: unknown[] }).messages.length).toBeGreaterThan(0)
  expect((byMouse as { steps: unknown[] }).steps.length).toBeGreaterThan(0)
  expect(byKeyboard).toEqual(byMouse)
  expect(byDialog).toEqual(byMouse)
})

test('[rule 3, CM7, CM8] a card goes to another week and lane by mouse, by keyboard, by finger and by dialog', async ({
  calendar,
  page,
  somebody,
  newBoard,
  boardFile,
}) => {
  const moved = ['2027-03-30', '2027-03-31', ['g-teens']]
  const arrives = async (boardId: string) => {
    await expect.poll(async () => datesOf(await boardFile(boardId), 'poems')).toEqual(moved)
  }

  const byMouse = await newBoard()
  await calendar.open(byMouse)
  await calendar.drag(calendar.card(POEMS), await calendar.cell(GROUP.teens, /^week 13\b/))
  await expect(calendar.cardIn(GROUP.teens, POEMS)).toBeFocused()
  await expect(calendar.toasts).toContainText(/‘Poëzie voor peuters’ staat nu op Tieners · week 13/)
  await arrives(byMouse)

  const byKeyboard = await newBoard()
  await page.goto(`/b/${byKeyboard}/calendar`)
  await calendar.card(POEMS).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(/^Poëzie voor peuters opgepakt\. Peuters · week 11/)).toBeAttached()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
  await expect(page.getByText(/^Tieners · week 13/)).toBeAttached()
  await page.keyboard.press('Space')
  await expect(calendar.cardIn(GROUP.teens, POEMS)).toBeFocused()
  await arrives(byKeyboard)

  const byDialog = await newBoard()
  await page.goto(`/b/${byDialog}/calendar`)
  await calendar.card(POEMS).focus()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: `Verplaats ‘${POEMS}’` })
  await dialog.getByLabel('Doelgroep').selectOption(GROUP.teens)
  await dialog.getByLabel('Van', { exact: true }).fill('2027-03-30')
  await expect(dialog.getByLabel('Tot en met')).toHaveValue('2027-03-31')
  await dialog.getByRole('button', { name: 'Verplaats' }).click()
  await arrives(byDialog)

  const byFinger = await newBoard()
  const tablet = await somebody({ hasTouch: true, viewport: { width: 1440, height: 900 } })
  await tablet.calendar.open(byFinger)
  const finger = await Finger.on(tablet.page)
  const target = await tablet.calendar.cell(GROUP.teens, /^week 13\b/)
  await finger.press(await middleOf(tablet.calendar.card(POEMS)))
  await expect(tablet.page.getByText(/^Poëzie voor peuters opgepakt/)).toBeAttached()
  await finger.slide(target)
  await finger.lift()
  await expect(tablet.calendar.cardIn(GROUP.teens, POEMS)).toBeVisible()
  await arrives(byFinger)
})

test('[look 8] Escape puts a held card back, by mouse and by keyboard', async ({
  calendar,
  page,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const before = await boardFile(boardId)
  await calendar.open(boardId)
  const picture = await calendar.picture()

  await calendar.hold(calendar.card(POEMS), await calendar.cell(GROUP.elders, /^week 13\b/))
  await expect(page.getByText(/^Ouderen · week 13/).first()).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Poëzie voor peuters teruggezet')).toBeAttached()
  await page.mouse.up()

  await calendar.card(POEMS).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(/^Poëzie voor peuters opgepakt/)).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText(/^Tieners · week 11/)).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Poëzie voor peuters teruggezet')).toBeAttached()

  expect(await calendar.picture()).toEqual(picture)
  await expect(calendar.badge('Bewaard')).toBeVisible()
  expect(await boardFile(boardId)).toEqual(before)
})

test('[rule 3] a card goes to the tray and out of it, by mouse and by keyboard', async ({
  calendar,
  page,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  await calendar.open(boardId)
  const inTray = (title: string) => calendar.tray.getByRole('button', { name: title, exact: true })

  await calendar.drag(inTray(CHOIR), await calendar.cell(GROUP.elders, /^week 12\b/))
  await expect(calendar.cardIn(GROUP.elders, CHOIR)).toBeVisible()
  await expect.poll(async () => datesOf(await boardFile(boardId), 'choir')[0]).toBe('2027-03-22')

  await calendar.drag(calendar.card(POEMS), await middleOf(calendar.tray))
  await expect(inTray(POEMS)).toBeVisible()
  await expect.poll(async () => datesOf(await boardFile(boardId), 'poems')).toEqual([null, null, ['g-toddlers']])

  await calendar.card(CHOIR).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(/^Koor zonder datum opgepakt/)).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('Nog niet gepland', { exact: true }).last()).toBeAttached()
  await page.keyboard.press('Space')
  await expect(inTray(CHOIR)).toBeVisible()
  await expect.poll(async () => datesOf(await boardFile(boardId), 'choir')[0]).toBeNull()
})

test('[look 1] a click on an empty cell makes a card there, and a drag of its end makes it longer', async ({
  calendar,
  page,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  await calendar.open(boardId)
  const cell = await calendar.cell(GROUP.toddlers, /^week 8\b/)
  await page.mouse.click(cell.x, cell.y)
  await page.keyboard.type('Knuffels logeren')
  await page.keyboard.press('Enter')
  const card = calendar.cardIn(GROUP.toddlers, 'Knuffels logeren')
  await expect(card).toBeFocused()
  await page.keyboard.press('Shift+ArrowRight')
  await expect
    .poll(async () => {
      const made = (await boardFile(boardId)).activities.find((one) => one['title'] === 'Knuffels logeren')
      return [made?.['start'], made?.['end']]
    })
    .toEqual(['2027-02-22', '2027-03-01'])
})
