import { GROUP } from './support/board-file.ts'
import { Cable } from './support/cable.ts'
import { expect, test } from './support/test.ts'

test('[issue 2] two people plan together: each sees who is there and what the other does', async ({
  somebody,
  newBoard,
}) => {
  const boardId = await newBoard()
  const [anna, bo] = await Promise.all([somebody(), somebody()])
  await anna.page.goto(`/b/${boardId}/calendar`)
  await anna.calendar.introduce('Anna', 'Collectie')
  await bo.page.goto(`/b/${boardId}/calendar`)
  await bo.calendar.introduce('Bo', 'Marketing')

  const seenByAnna = anna.page.getByRole('list', { name: 'Wie is er nu' })
  const seenByBo = bo.page.getByRole('list', { name: 'Wie is er nu' })
  await expect(seenByAnna.getByRole('listitem')).toHaveText([/Bo · Marketing/])
  await expect(seenByBo.getByRole('listitem')).toHaveText([/Anna · Collectie/])

  const cell = await anna.calendar.cell(GROUP.elders, /^week 7\b/)
  await anna.page.mouse.click(cell.x, cell.y)
  await anna.page.keyboard.type('Breien bij de krant')
  await anna.page.keyboard.press('Enter')
  await expect(bo.calendar.cardIn(GROUP.elders, 'Breien bij de krant')).toBeVisible()

  await bo.calendar.drag(bo.calendar.card('Breien bij de krant'), await bo.calendar.cell(GROUP.teens, /^week 9\b/))
  await expect(anna.calendar.cardIn(GROUP.teens, 'Breien bij de krant')).toBeVisible()
  await expect.poll(() => anna.calendar.picture()).toEqual(await bo.calendar.picture())
  await expect(anna.calendar.badge('Bewaard')).toBeVisible()
  await expect(bo.calendar.badge('Bewaard')).toBeVisible()

  await bo.context.close()
  await expect(seenByAnna).toBeHidden()
})

test('[look 16] a card in a colleague’s hand shows where it hangs and by whom, and nothing moves until it is dropped', async ({
  somebody,
  newBoard,
}) => {
  const boardId = await newBoard()
  const [anna, bo] = await Promise.all([somebody(), somebody()])
  await anna.calendar.open(boardId, 'Anna')
  await bo.calendar.open(boardId, 'Bo')
  await expect(bo.page.getByRole('list', { name: 'Wie is er nu' })).toContainText('Anna')
  const before = await bo.calendar.picture()

  await anna.calendar.hold(anna.calendar.card('Stripquiz'), await anna.calendar.cell(GROUP.elders, /^week 9\b/))
  const ghost = bo.calendar.grid.getByText('Anna', { exact: true })
  await expect(ghost).toBeVisible()
  expect(await bo.calendar.picture()).toEqual(before)

  await anna.page.mouse.up()
  await expect(ghost).toBeHidden()
  await expect(bo.calendar.cardIn(GROUP.elders, 'Stripquiz')).toBeVisible()
})

test('[BD1] two people in one card: different fields and the notes are both kept, and each sees where the other is', async ({
  somebody,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const [anna, bo] = await Promise.all([somebody(), somebody()])
  await Promise.all([anna.calendar.open(boardId, 'Anna'), bo.calendar.open(boardId, 'Bo')])
  const [hers, his] = await Promise.all([anna.calendar.openPanel('Stripquiz'), bo.calendar.openPanel('Stripquiz')])
  await expect(hers).toContainText('Ook hier: Bo')
  await expect(anna.page.getByRole('list', { name: 'Wie is er nu' })).toContainText('bij ‘Stripquiz’')

  await hers.getByLabel('In één zin').fill('Vijf rondes over strips.')
  await his.getByLabel('Zin van de bezoeker').fill('Ik ben dol op strips en ik zoek publiek.')
  await hers.getByLabel('Fase').selectOption('firm')
  await his.getByRole('button', { name: 'week later' }).click()

  await expect(his.getByLabel('In één zin')).toHaveValue('Vijf rondes over strips.')
  await expect(hers.getByLabel('Zin van de bezoeker')).toHaveValue('Ik ben dol op strips en ik zoek publiek.')
  await expect(his.getByLabel('Fase')).toHaveValue('firm')
  await expect(hers.getByLabel('Begin', { exact: true })).toHaveValue('2027-02-16')
  await expect
    .poll(async () => (await boardFile(boardId)).activities.find(({ id }) => id === 'quiz'))
    .toMatchObject({
      summary: 'Vijf rondes over strips.',
      customerSentence: 'Ik ben dol op strips en ik zoek publiek.',
      phase: 'firm',
      start: '2027-02-16',
    })

  const herNotes = hers.getByRole('textbox', { name: 'Notities' })
  const hisNotes = his.getByRole('textbox', { name: 'Notities' })
  await herNotes.click()
  await anna.page.keyboard.type('Prijzen regelen.')
  await expect(hisNotes).toContainText('Prijzen regelen.')
  const writtenNotes = async () => (await boardFile(boardId)).activities.find(({ id }) => id === 'quiz')?.['notes']
  const paragraph = (text: string) => [{ type: 'paragraph', content: [{ type: 'text', text }] }]
  await expect.poll(writtenNotes).toEqual(paragraph('Prijzen regelen.'))
  // That the server read them as a file changes nothing for those who write on.
  await hisNotes.click()
  await bo.page.keyboard.press('Control+End')
  await bo.page.keyboard.type(' Jury vragen.')
  await expect(herNotes).toContainText('Prijzen regelen. Jury vragen.')
  await expect.poll(writtenNotes).toEqual(paragraph('Prijzen regelen. Jury vragen.'))
  const newcomer = await somebody()
  await newcomer.calendar.open(boardId, 'Cor')
  const theirs = (await newcomer.calendar.openPanel('Stripquiz')).getByRole('textbox', { name: 'Notities' })
  await expect(theirs).toContainText('Prijzen regelen. Jury vragen.')
})

test('[CM6] two people who make the same connection at the same moment make one', async ({
  somebody,
  relay,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const cables = await Promise.all([Cable.to(relay.origin), Cable.to(relay.origin)])
  const people = await Promise.all(cables.map((cable) => somebody({ baseURL: cable.origin })))
  await Promise.all(people.map(({ calendar }, index) => calendar.open(boardId, ['Anna', 'Bo'][index] ?? '')))

  const panels = await Promise.all(people.map(({ calendar }) => calendar.openPanel('Stripquiz')))
  for (const panel of panels) await expect(panel.getByLabel('Titel', { exact: true })).toHaveValue('Stripquiz')

  // Cut off, neither can hear of the other's connection before making their own.
  await Promise.all(cables.map((cable) => cable.unplug()))
  for (const panel of panels) {
    await panel.getByRole('combobox', { name: 'Verbind iets uit de collectie' }).fill('oorlogsw')
    await panel.getByRole('option', { name: /Oorlogswinter/ }).click()
    await expect(panel.getByRole('button', { name: 'Oorlogswinter losmaken' })).toBeVisible()
  }
  const made = async () => (await boardFile(boardId)).connections.filter((one) => one['activityId'] === 'quiz').length
  expect(await made()).toBe(0)

  await Promise.all(cables.map((cable) => cable.plug()))
  for (const { calendar } of people) await expect(calendar.badge('Bewaard')).toBeVisible()
  expect(await made()).toBe(1)
  for (const panel of panels) {
    await expect(panel.getByRole('button', { name: 'Oorlogswinter losmaken' })).toHaveCount(1)
  }
  await Promise.all(cables.map((cable) => cable.unplug()))
})
