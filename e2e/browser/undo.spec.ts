import { GROUP } from './support/board-file.ts'
import { inOrder, madeOf } from './support/boards-api.ts'
import { expect, test } from './support/test.ts'

const POEMS = 'Poëzie voor peuters'

test('[rule 4, CM3, CM5] one undo takes back a move with the messages that came along, and redo does it again', async ({
  calendar,
  page,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const before = inOrder(await boardFile(boardId))
  const now = async () => inOrder(await boardFile(boardId))
  await calendar.open(boardId)

  await calendar.drag(calendar.card(POEMS), await calendar.cell(GROUP.teens, /^week 13\b/))
  await expect(calendar.toasts).toContainText('1 bericht of stap schoof mee, 1 op slot bleef staan')
  await expect
    .poll(async () => madeOf(await boardFile(boardId), 'poems'))
    .toMatchObject({
      activity: { start: '2027-03-30', end: '2027-03-31', targetGroupIds: ['g-teens'] },
      messages: expect.arrayContaining([
        expect.objectContaining({ publishOn: '2027-03-16', locked: false }),
        expect.objectContaining({ publishOn: '2027-02-16', locked: true }),
      ]),
    })
  const moved = await now()

  await calendar.toasts.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(calendar.cardIn(GROUP.toddlers, POEMS)).toBeVisible()
  await expect.poll(now).toEqual(before)

  await page.getByRole('button', { name: /^Opnieuw doen/ }).click()
  await expect(calendar.cardIn(GROUP.teens, POEMS)).toBeVisible()
  await expect.poll(now).toEqual(moved)

  await calendar.card(POEMS).focus()
  await page.keyboard.press('Control+z')
  await expect(calendar.cardIn(GROUP.toddlers, POEMS)).toBeVisible()
  await expect.poll(now).toEqual(before)
  await page.keyboard.press('Control+Shift+z')
  await expect(calendar.cardIn(GROUP.teens, POEMS)).toBeVisible()
  await expect.poll(now).toEqual(moved)
})

test('[rule 4] undo takes back only what I did, and says so when a colleague was later', async ({
  calendar,
  page,
  somebody,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const colleague = await somebody()
  await Promise.all([calendar.open(boardId, 'Anna'), colleague.calendar.open(boardId, 'Bo')])

  await calendar.drag(calendar.card('Stripquiz'), await calendar.cell(GROUP.teens, /^week 8\b/))
  await expect.poll(async () => startOf(await boardFile(boardId))).toBe('2027-02-23')
  await colleague.page.keyboard.press('Control+z')
  await expect(colleague.calendar.toasts).toContainText('Er is niets om ongedaan te maken')

  await colleague.calendar.drag(
    colleague.calendar.card('Stripquiz'),
    await colleague.calendar.cell(GROUP.teens, /^week 10\b/),
  )
  await expect.poll(async () => startOf(await boardFile(boardId))).toBe('2027-03-09')
  await calendar.card(POEMS).focus()
  await page.keyboard.press('Control+z')
  await expect(calendar.toasts).toContainText('een collega heeft dit daarna gewijzigd')
  expect(startOf(await boardFile(boardId))).toBe('2027-03-09')
})

test('[rule 10, CM6, BD7] a card thrown away lies in the bin and comes back with all that hangs on it', async ({
  calendar,
  page,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const before = inOrder(await boardFile(boardId))
  await calendar.open(boardId)

  await calendar.card(POEMS).focus()
  await page.keyboard.press('Delete')
  await expect(calendar.card(POEMS)).toBeHidden()
  await expect.poll(async () => (await boardFile(boardId)).messages).toEqual([])
  const without = await boardFile(boardId)
  expect(without.connections).toEqual([])
  expect(without.collectionParts).toHaveLength(3)

  await page.reload()
  await expect(calendar.card('Stripquiz')).toBeVisible()
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Prullenbak' }).click()
  const bin = page.getByRole('dialog', { name: 'Prullenbak' })
  await expect(bin).toContainText('Weggehaald door Robin')
  await bin.getByRole('button', { name: /^Terugzetten.*Poëzie voor peuters/ }).click()
  await expect(bin).toContainText('De prullenbak is leeg')
  await bin.getByRole('button', { name: 'Sluiten' }).first().click()
  await expect(calendar.cardIn(GROUP.toddlers, POEMS)).toBeVisible()
  await expect.poll(async () => inOrder(await boardFile(boardId))).toEqual(before)
})

function startOf(file: { readonly activities: readonly { readonly id: string; readonly start?: unknown }[] }): unknown {
  return file.activities.find(({ id }) => id === 'quiz')?.start
}
