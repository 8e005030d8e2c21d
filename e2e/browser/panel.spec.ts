import { expect, test } from './support/test.ts'

const PICKER = 'Verbind iets uit de collectie'

test('[VW5, CM6] the collection is found by title, maker and ISBN, and made where it is not found', async ({
  calendar,
  page,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  await calendar.open(boardId)
  const panel = await calendar.openPanel('Stripquiz')
  const picker = panel.getByRole('combobox', { name: PICKER })
  for (const query of ['oorlogs', 'terlouw', '978-90-477-5046-8']) {
    await picker.fill(query)
    await expect(panel.getByRole('option', { name: /Oorlogswinter/ })).toBeVisible()
  }
  await picker.press('ArrowDown')
  await picker.press('Enter')
  await expect(panel.getByRole('button', { name: 'Oorlogswinter losmaken' })).toBeVisible()

  await picker.fill('Strips lezen voor beginners')
  await panel.getByRole('option', { name: /Voeg ‘Strips lezen voor beginners’ toe/ }).click()
  await expect(panel.getByRole('button', { name: 'Strips lezen voor beginners losmaken' })).toBeVisible()
  await expect
    .poll(async () => (await boardFile(boardId)).collectionParts.map((part) => part['title']))
    .toContain('Strips lezen voor beginners')
  const file = await boardFile(boardId)
  expect(file.connections.filter((one) => one['activityId'] === 'quiz')).toHaveLength(2)

  await panel.getByRole('button', { name: 'Oorlogswinter losmaken' }).click()
  await expect(panel.getByRole('button', { name: 'Oorlogswinter losmaken' })).toBeHidden()
  await expect
    .poll(async () => (await boardFile(boardId)).connections.filter((one) => one['activityId'] === 'quiz').length)
    .toBe(1)
  expect((await boardFile(boardId)).collectionParts.map(({ id }) => id)).toContain('i-oorlogswinter')
  await page.keyboard.press('Escape')
})

test('[rule 1, VW6] what is still open is a question that leads to its field, never an error', async ({
  calendar,
  page,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  await calendar.open(boardId)
  const panel = await calendar.openPanel('Stripquiz')
  await panel.getByLabel('Fase').selectOption('firm')
  await panel.getByRole('button', { name: 'Wat doet de collectie hier?' }).click()
  await expect(panel.getByRole('combobox', { name: PICKER })).toBeFocused()
  await page.keyboard.type('spreeuw')
  await expect(panel.getByRole('option', { name: /De spreeuw/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: 'Wat doet de collectie hier?' })).toBeHidden()
  await expect(panel.getByRole('alert')).toHaveCount(0)
  await expect
    .poll(async () => (await boardFile(boardId)).connections.filter((one) => one['activityId'] === 'quiz').length)
    .toBe(1)
})

test('[issue 2 §4] every part of a card can be written: phase, values, owners, messages, steps, checklist', async ({
  calendar,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  await calendar.open(boardId)
  const panel = await calendar.openPanel('Stripquiz')
  const quiz = async () => {
    const file = await boardFile(boardId)
    return {
      activity: file.activities.find(({ id }) => id === 'quiz'),
      messages: file.messages.filter((one) => one['activityId'] === 'quiz'),
      steps: (file.steps ?? []).filter((one) => one['activityId'] === 'quiz'),
    }
  }
  await panel.getByLabel('Fase').selectOption('announced')
  await panel
    .getByRole('region', { name: /^Marketing/ })
    .getByRole('checkbox')
    .first()
    .check()
  const messages = panel.getByRole('region', { name: /^Berichten/ })
  await messages.getByLabel('Kanaal erbij…').selectOption('newsletter')
  await messages.getByRole('button', { name: 'Voeg toe' }).click()
  const steps = panel.getByRole('region', { name: /^Draaiboek/ })
  await steps.getByLabel('Nieuwe stap').fill('Zaal omzetten')
  await steps.getByLabel('Nieuwe stap').press('Enter')
  await expect.poll(async () => (await quiz()).activity).toMatchObject({ phase: 'announced' })
  await expect.poll(async () => (await quiz()).messages.map((one) => one['channelId'])).toEqual(['newsletter'])
  await expect.poll(async () => (await quiz()).steps.map((one) => one['title'])).toEqual(['Zaal omzetten'])
  expect(Object.values((await quiz()).activity?.['marketingChecklist'] ?? {})).toContain(true)
})
