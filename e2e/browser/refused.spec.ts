import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { GROUP, type BoardFile } from './support/board-file.ts'
import { expectCleanLook } from './support/look.ts'
import { expect, test, type Somebody } from './support/test.ts'

const SAVED = 'Bewaard'
const [syncTag, updateTag] = [0, 2]

/** A relay that refuses this person's next change, and only that one. */
async function refuseNextChange(page: Page, code: number): Promise<{ readonly arm: () => void }> {
  let armed = false
  await page.routeWebSocket(/\/sync\//, (near) => {
    const far = near.connectToServer()
    near.onMessage((frame) => {
      if (armed && typeof frame !== 'string' && frame[0] === syncTag && frame[1] === updateTag) {
        armed = false
        void near.close({ code, reason: 'refused' })
        void far.close()
      } else far.send(frame)
    })
  })
  return {
    arm: () => {
      armed = true
    },
  }
}

async function moveQuiz({ calendar }: Somebody): Promise<void> {
  await calendar.drag(calendar.card('Stripquiz'), await calendar.cell(GROUP.elders, /^week 8\b/))
}

test('[P8] a change that is refused for good is told, offered as a file, and only then let go of', async ({
  somebody,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const anna = await somebody()
  const { page, calendar } = anna
  const refusal = await refuseNextChange(page, 4422)
  await calendar.open(boardId, 'Anna')
  await expect(calendar.badge(SAVED)).toBeVisible()
  refusal.arm()
  await moveQuiz(anna)
  const banner = page.getByRole('alert').filter({ hasText: 'nam je laatste wijziging niet aan' })
  await expect(banner).toBeVisible()
  await expect(calendar.badge('1 wijziging staat alleen op dit apparaat')).toBeVisible()
  await expect(calendar.cardIn(GROUP.elders, 'Stripquiz')).toBeVisible()

  // Nothing is let go of before the file was offered, and one can go back.
  const open = banner.getByRole('button', { name: 'Verder met het bord van de anderen' })
  await open.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Verder met het bord van de anderen' })
  const goOn = dialog.getByRole('button', { name: 'Verder zonder mijn wijzigingen' })
  await expect(goOn).toBeDisabled()
  await goOn.click({ force: true })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(open).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Kopie met mijn wijzigingen downloaden' })).toBeFocused()
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const file = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as BoardFile
  expect(file.activities.find(({ id }) => id === 'quiz')).toMatchObject({ targetGroupIds: ['g-elders'] })
  await expect(dialog.getByRole('status')).toHaveText('Klaar. Kijk bij je downloads.')
  await expect(goOn).toBeEnabled()
  await goOn.press('Enter')

  await expect(calendar.badge(SAVED)).toBeVisible()
  await expect(calendar.cardIn(GROUP.teens, 'Stripquiz')).toBeVisible()
  const quiz = (await boardFile(boardId)).activities.find(({ id }) => id === 'quiz')
  expect(quiz).toMatchObject({ targetGroupIds: ['g-teens'] })
})

test('[P8] the file of what was refused opens as a new board that holds it, notes and all', async ({
  somebody,
  newBoard,
}) => {
  const boardId = await newBoard()
  const anna = await somebody()
  const { page, calendar } = anna
  const refusal = await refuseNextChange(page, 4422)
  await calendar.open(boardId, 'Anna')
  await expect(calendar.badge(SAVED)).toBeVisible()
  refusal.arm()
  await moveQuiz(anna)
  const banner = page.getByRole('alert').filter({ hasText: 'nam je laatste wijziging niet aan' })
  await expect(banner).toBeVisible()
  // Going on all the same: nobody else sees it, and it is in the file as well.
  const panel = await calendar.openPanel('Stripquiz')
  await panel.getByLabel('In één zin').fill('Lang. '.repeat(4_000))
  await panel.getByRole('textbox', { name: 'Notities' }).click()
  await page.keyboard.type('Vraag de zaal na')
  await expect(calendar.badge('3 wijzigingen staan alleen op dit apparaat')).toBeVisible()
  const download = page.waitForEvent('download')
  await banner.getByRole('button', { name: 'Kopie met mijn wijzigingen downloaden' }).click()
  const file = await (await download).path()

  await page.goto('/')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Bordbestand openen' }).click()
  await (await chooser).setFiles({ name: 'kopie.json', mimeType: 'application/json', buffer: readFileSync(file) })
  await expect(calendar.cardIn(GROUP.elders, 'Stripquiz')).toBeVisible()
  await expect(calendar.badge(SAVED)).toBeVisible()
  expect(page.url()).not.toContain(boardId)
  const copied = await calendar.openPanel('Stripquiz')
  await expect(copied.getByRole('textbox', { name: 'Notities' })).toHaveText('Vraag de zaal na')
  // As much as fits in the field, and so in a file.
  await expect(copied.getByLabel('In één zin')).toHaveValue('Lang. '.repeat(4_000).slice(0, 20_000).trim())
})

test('[P8] a copy is to be had without a network and without anything that the browser kept of the app', async ({
  somebody,
  newBoard,
}) => {
  const boardId = await newBoard()
  const anna = await somebody({ serviceWorkers: 'block' })
  const { page, calendar } = anna
  const refusal = await refuseNextChange(page, 4422)
  // Fetched ahead, when the browser has nothing better to do.
  const writer = page.waitForResponse(/\/assets\/document-to-copy-/)
  await calendar.open(boardId, 'Anna')
  await expect(calendar.badge(SAVED)).toBeVisible()
  await writer
  await page.waitForLoadState('networkidle')
  refusal.arm()
  await moveQuiz(anna)
  const open = page.getByRole('alert').getByRole('button', { name: 'Verder met het bord van de anderen' })
  await expect(open).toBeVisible()
  await anna.context.setOffline(true)
  await open.click()
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Kopie met mijn wijzigingen downloaden' }).click()
  const file = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as BoardFile
  expect(file.activities.find(({ id }) => id === 'quiz')).toMatchObject({ targetGroupIds: ['g-elders'] })
})

for (const [code, words] of [
  [4403, 'neemt wijzigingen van deze browser niet'],
  [4413, 'Dit bord is vol'],
] as const) {
  test(`[P8] sent away with ${code}: what was done stays, and there is a file, another try and a way on`, async ({
    somebody,
    newBoard,
    boardFile,
  }) => {
    const boardId = await newBoard()
    const anna = await somebody()
    const refusal = await refuseNextChange(anna.page, code)
    await anna.calendar.open(boardId, 'Anna')
    await expect(anna.calendar.badge(SAVED)).toBeVisible()
    refusal.arm()
    await moveQuiz(anna)
    const banner = anna.page.getByRole('alert').filter({ hasText: words })
    for (const name of [
      'Kopie met mijn wijzigingen downloaden',
      'Opnieuw verbinden',
      'Verder met het bord van de anderen',
    ]) {
      await expect(banner.getByRole('button', { name })).toBeVisible()
    }
    await banner.getByRole('button', { name: 'Opnieuw verbinden' }).click()
    await expect(anna.calendar.badge(SAVED)).toBeVisible()
    await expect(banner).toBeHidden()
    const quiz = (await boardFile(boardId)).activities.find(({ id }) => id === 'quiz')
    expect(quiz).toMatchObject({ targetGroupIds: ['g-elders'] })
  })
}

test('[P11] a client that is too old is asked to reload, and what it did goes along', async ({
  somebody,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const anna = await somebody()
  const refusal = await refuseNextChange(anna.page, 4426)
  await anna.calendar.open(boardId, 'Anna')
  await expect(anna.calendar.badge(SAVED)).toBeVisible()
  refusal.arm()
  await moveQuiz(anna)
  const banner = anna.page.getByRole('alert').filter({ hasText: 'nieuwere versie' })
  await banner.getByRole('button', { name: 'Opnieuw laden' }).click()
  await expect(anna.calendar.badge(SAVED)).toBeVisible()
  await expect(anna.calendar.cardIn(GROUP.elders, 'Stripquiz')).toBeVisible()
  const quiz = (await boardFile(boardId)).activities.find(({ id }) => id === 'quiz')
  expect(quiz).toMatchObject({ targetGroupIds: ['g-elders'] })
})

test('[P2] a change that is too big names where it is and how big', async ({ somebody, newBoard }) => {
  const boardId = await newBoard()
  const anna = await somebody()
  const refusal = await refuseNextChange(anna.page, 1009)
  await anna.calendar.open(boardId, 'Anna')
  await expect(anna.calendar.badge(SAVED)).toBeVisible()
  refusal.arm()
  await moveQuiz(anna)
  await expect(anna.page.getByRole('alert')).toContainText(/Wat je bij ‘.+’ invulde is te groot \(\d+,\d MB/)
})

test('[WCAG 2.2 AA] banner and dialog of a refused change are clean in both themes and fit 360 px', async ({
  somebody,
  newBoard,
}) => {
  const boardId = await newBoard()
  const anna = await somebody({ viewport: { width: 360, height: 740 } })
  const { page, calendar } = anna
  const refusal = await refuseNextChange(page, 4422)
  await calendar.open(boardId, 'Anna')
  refusal.arm()
  const agenda = page.getByRole('region', { name: 'Agenda per week' })
  await agenda.getByRole('button', { name: /^Zet iets neer in week 12/ }).click()
  await page.getByRole('dialog', { name: 'Zet neer: Vrij' }).getByRole('button', { name: 'Zet neer' }).click()
  const open = page.getByRole('alert').getByRole('button', { name: 'Verder met het bord van de anderen' })
  await expect(open).toBeVisible()
  await expectCleanLook(page, 'refused-banner')
  await open.click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectCleanLook(page, 'refused-dialog')
})
