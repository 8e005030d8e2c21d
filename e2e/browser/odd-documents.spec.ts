import { GROUP } from './support/board-file.ts'
import { openOverTheWire } from './support/wire-client.ts'
import { expect, test } from './support/test.ts'

test('[BD6] a board of a newer version opens, says why it is read-only, and cannot be changed', async ({
  calendar,
  page,
  relay,
  newBoard,
}) => {
  const boardId = await newBoard()
  const newer = await openOverTheWire(relay.origin, boardId)
  newer.doc.getMap('meta').set('schemaVersion', 99)
  await calendar.open(boardId)
  await expect(page.getByRole('alert')).toContainText('gemaakt met een nieuwere versie')
  await expect(calendar.card('Stripquiz')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Recepten' })).toBeHidden()

  const before = await calendar.picture()
  await calendar.drag(calendar.card('Stripquiz'), await calendar.cell(GROUP.elders, /^week 9\b/))
  await calendar.card('Stripquiz').focus()
  await page.keyboard.press('Delete')
  await expect(calendar.toasts).toContainText('Dit bord kun je alleen bekijken')
  expect(await calendar.picture()).toEqual(before)
  expect(newer.doc.getMap('activities').has('quiz/gone')).toBe(false)

  const panel = await calendar.openPanel('Stripquiz')
  await expect(panel.getByLabel('Titel', { exact: true })).toBeDisabled()
  newer.close()
})

test('[BD6] before a board has come its calendar stands there, takes nothing, and calls no board empty', async ({
  calendar,
  page,
  newBoard,
}) => {
  const boardId = await newBoard()
  const gate = Promise.withResolvers<void>()
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const early: (string | Buffer)[] = []
    socket.onMessage((message) => early.push(message))
    void gate.promise.then(() => {
      const relay = socket.connectToServer()
      socket.onMessage((message) => relay.send(message))
      for (const message of early) relay.send(message)
    })
  })
  await page.goto(`/b/${boardId}/calendar`)
  const recipes = page.getByText('Boekenmatchmaker', { exact: true }).first()
  await expect(recipes).toBeVisible()
  await expect(page.getByText('Even geduld…')).toBeVisible()
  await expect(page.getByText('Hier begint je jaar')).toBeHidden()
  await expect(calendar.grid).toBeHidden()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(page.getByText('Nog niets deze week').first()).toBeAttached()
  await expect(page.getByText('Nog niets deze week').first()).toBeHidden()
  await page.setViewportSize({ width: 1440, height: 900 })
  // `inert`: neither the mouse nor the keyboard gets hold of anything.
  await expect(recipes.click({ trial: true, timeout: 500 })).rejects.toThrow()

  gate.resolve()
  await calendar.introduce('Robin')
  await expect(calendar.card('Stripquiz')).toBeVisible()
})

test('[BD5] a field with nonsense shows a default and stays in the document', async ({
  calendar,
  relay,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const other = await openOverTheWire(relay.origin, boardId)
  const activities = other.doc.getMap('activities')
  other.doc.transact(() => {
    activities.set('quiz/phase', 'volgende-week-misschien')
    activities.set('quiz/attendance', { veel: true })
    activities.set('walk/title', 42)
  })
  await calendar.open(boardId)
  await expect(calendar.card('Kaart zonder titel')).toBeVisible()
  const panel = await calendar.openPanel('Stripquiz')
  await expect(panel.getByLabel('Fase')).toHaveValue('idea')
  await panel.getByLabel('In één zin').fill('Gewoon verder gewerkt.')
  await panel.getByLabel('In één zin').press('Tab')

  await expect
    .poll(async () => (await boardFile(boardId)).activities.find(({ id }) => id === 'quiz')?.['summary'])
    .toBe('Gewoon verder gewerkt.')
  expect(activities.get('quiz/phase')).toBe('volgende-week-misschien')
  expect(activities.get('quiz/attendance')).toEqual({ veel: true })
  expect(activities.get('walk/title')).toBe(42)
  other.close()
})

test('[rule 5] what I did is there after a reload, and after another day in another browser', async ({
  calendar,
  page,
  somebody,
  newBoard,
}) => {
  const boardId = await newBoard()
  await calendar.open(boardId)
  await calendar.drag(calendar.card('Stripquiz'), await calendar.cell(GROUP.elders, /^week 9\b/))
  await expect(calendar.cardIn(GROUP.elders, 'Stripquiz')).toBeVisible()
  await expect(calendar.badge('Bewaard')).toBeVisible()
  const picture = await calendar.picture()
  await page.reload()
  await expect(calendar.cardIn(GROUP.elders, 'Stripquiz')).toBeVisible()
  expect(await calendar.picture()).toEqual(picture)
  await expect(page.getByRole('dialog')).toBeHidden()

  const bo = await somebody()
  await bo.calendar.open(boardId, 'Bo')
  await expect(bo.calendar.cardIn(GROUP.elders, 'Stripquiz')).toBeVisible()
  expect(await bo.calendar.picture()).toEqual(picture)
})
