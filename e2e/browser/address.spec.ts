import { expect, test } from './support/test.ts'

test('[rule 7, look 15] the address holds the view: a link shows what I see, Back brings the view before, nobody else’s changes', async ({
  somebody,
  newBoard,
}) => {
  const boardId = await newBoard()
  const [anna, bo] = await Promise.all([somebody(), somebody()])
  await Promise.all([anna.calendar.open(boardId, 'Anna'), bo.calendar.open(boardId, 'Bo')])
  const bosAddress = bo.page.url()

  await anna.page.getByRole('button', { name: 'Maand', exact: true }).click()
  await anna.page.getByRole('button', { name: 'Vorige maand' }).click()
  await anna.page.getByLabel('Rijen').selectOption('place')
  await anna.page.getByRole('searchbox', { name: 'Zoek op het bord' }).fill('strip')
  await anna.calendar.openPanel('Stripquiz')
  await expect(anna.calendar.panel('Stripquiz')).toBeVisible()

  const seen = async (page: typeof anna.page) => ({
    period: await page.getByRole('heading', { level: 2 }).first().textContent(),
    zoom: await page.getByRole('button', { pressed: true }).allTextContents(),
    axis: await page.getByLabel('Rijen').inputValue(),
    query: await page.getByRole('searchbox', { name: 'Zoek op het bord' }).inputValue(),
  })
  const carla = await somebody()
  await carla.page.goto(anna.page.url())
  await carla.calendar.introduce('Carla')
  await expect(carla.calendar.panel('Stripquiz')).toBeVisible()
  expect(await seen(carla.page)).toEqual(await seen(anna.page))
  expect(await seen(carla.page)).toMatchObject({ axis: 'place', query: 'strip', period: 'februari 2027' })

  await carla.page.goBack()
  await anna.page.goBack()
  await expect(anna.calendar.panel('Stripquiz')).toBeHidden()
  await anna.page.goBack()
  await expect(anna.page.getByLabel('Rijen')).toHaveValue('targetGroup')
  await anna.page.goBack()
  await expect(anna.page.getByRole('heading', { level: 2, name: 'maart 2027' })).toBeVisible()
  await anna.page.goBack()
  await expect(anna.page.getByRole('heading', { level: 2, name: '1e kwartaal 2027' })).toBeVisible()
  expect(bo.page.url()).toBe(bosAddress)
})

test('[look 18] a filter fades the rest and keeps the year its shape', async ({ calendar, page, newBoard }) => {
  await calendar.open(await newBoard())
  const before = await calendar.picture()
  const opacity = (title: string) => calendar.card(title).evaluate((card) => Number(getComputedStyle(card).opacity))
  await page.getByRole('searchbox', { name: 'Zoek op het bord' }).fill('stripq')
  await expect.poll(() => opacity('Verhalenwandeling')).toBeLessThan(0.5)
  expect(await opacity('Stripquiz')).toBe(1)
  expect(await calendar.picture()).toEqual(before)
  await page.getByRole('button', { name: 'Toon alles' }).click()
  await expect.poll(() => opacity('Verhalenwandeling')).toBe(1)

  await page.getByRole('button', { name: /^Doelgroep/ }).click()
  await page.getByRole('checkbox', { name: 'Ouderen' }).check()
  await expect.poll(() => opacity('Stripquiz')).toBeLessThan(0.5)
  expect(await opacity('Verhalenwandeling')).toBe(1)
})
