import { GROUP } from './support/board-file.ts'
import { exportBoard, makeBoard } from './support/boards-api.ts'
import { smallBoard } from './support/board-file.ts'
import type { Somebody } from './support/test.ts'
import { Cable } from './support/cable.ts'
import { Relay } from './support/relay.ts'
import { expect, test } from './support/test.ts'

const SAVED = 'Bewaard'

async function write(who: Somebody, lane: string, week: RegExp, title: string): Promise<void> {
  const cell = await who.calendar.cell(lane, week)
  await who.page.mouse.click(cell.x, cell.y)
  await who.page.keyboard.type(title)
  await who.page.keyboard.press('Enter')
  await expect(who.calendar.cardIn(lane, title)).toBeVisible()
}

test('[rules 5, 6, CV1] the relay loses its power, both work on, it comes back: nothing is lost and the badge told the truth', async ({
  somebody,
  request,
}) => {
  const relay = await Relay.start()
  try {
    const boardId = await makeBoard(request, relay.origin, smallBoard())
    const [anna, bo] = await Promise.all([somebody({ baseURL: relay.origin }), somebody({ baseURL: relay.origin })])
    await Promise.all([anna.calendar.open(boardId, 'Anna'), bo.calendar.open(boardId, 'Bo')])
    await write(anna, GROUP.teens, /^week 4\b/, 'Voor de storing')
    await expect(bo.calendar.card('Voor de storing')).toBeVisible()
    await expect(anna.calendar.badge(SAVED)).toBeVisible()

    await relay.pullThePlug()
    await expect(anna.calendar.badge('Offline')).toBeVisible()
    await expect(bo.calendar.badge('Offline')).toBeVisible()
    await write(anna, GROUP.teens, /^week 11\b/, 'Van Anna')
    await expect(anna.calendar.badge('Offline – 1 wijziging staat op dit apparaat')).toBeVisible()
    await anna.calendar.drag(
      anna.calendar.card('Verhalenwandeling'),
      await anna.calendar.cell(GROUP.toddlers, /^week 13\b/),
    )
    await expect(anna.calendar.badge('Offline – 2 wijzigingen staan op dit apparaat')).toBeVisible()
    await write(bo, GROUP.elders, /^week 6\b/, 'Van Bo')
    await expect(bo.calendar.badge('Offline – 1 wijziging staat op dit apparaat')).toBeVisible()
    await expect(bo.calendar.card('Van Anna')).toBeHidden()

    await relay.startAgain()
    for (const who of [anna, bo]) {
      await expect(who.calendar.badge(SAVED)).toBeVisible()
      await expect(who.calendar.cardIn(GROUP.teens, 'Voor de storing')).toBeVisible()
      await expect(who.calendar.cardIn(GROUP.teens, 'Van Anna')).toBeVisible()
      await expect(who.calendar.cardIn(GROUP.elders, 'Van Bo')).toBeVisible()
      await expect(who.calendar.cardIn(GROUP.toddlers, 'Verhalenwandeling')).toBeVisible()
    }
    expect(await anna.calendar.picture()).toEqual(await bo.calendar.picture())
    const titles = (await exportBoard(request, relay.origin, boardId)).activities.map((one) => one['title'])
    expect(titles).toEqual(expect.arrayContaining(['Voor de storing', 'Van Anna', 'Van Bo']))
  } finally {
    await relay.stop()
  }
})

test('[rule 6] one works without a network while the other works on; back together they see the same', async ({
  somebody,
  relay,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const cable = await Cable.to(relay.origin)
  const [anna, bo] = await Promise.all([somebody({ baseURL: cable.origin }), somebody()])
  await Promise.all([anna.calendar.open(boardId, 'Anna'), bo.calendar.open(boardId, 'Bo')])
  await expect(anna.page.getByRole('list', { name: 'Wie is er nu' })).toContainText('Bo')

  await Promise.all([cable.unplug(), anna.context.setOffline(true)])
  await expect(anna.calendar.badge('Offline')).toBeVisible()
  await anna.calendar.drag(anna.calendar.card('Stripquiz'), await anna.calendar.cell(GROUP.elders, /^week 8\b/))
  await expect(anna.calendar.badge('Offline – 1 wijziging staat op dit apparaat')).toBeVisible()
  const panel = await bo.calendar.openPanel('Stripquiz')
  await panel.getByLabel('Titel', { exact: true }).fill('Stripquiz XL')
  await bo.page.keyboard.press('Enter')
  const quiz = async () => (await boardFile(boardId)).activities.find(({ id }) => id === 'quiz')
  await expect.poll(quiz).toMatchObject({ title: 'Stripquiz XL', start: '2027-02-09' })
  await expect(anna.calendar.card('Stripquiz')).toBeVisible()

  await Promise.all([cable.plug(), anna.context.setOffline(false)])
  await expect(anna.calendar.badge(SAVED)).toBeVisible()
  await expect(anna.calendar.cardIn(GROUP.elders, 'Stripquiz XL')).toBeVisible()
  await expect(bo.calendar.cardIn(GROUP.elders, 'Stripquiz XL')).toBeVisible()
  await expect.poll(quiz).toMatchObject({ title: 'Stripquiz XL', start: '2027-02-23', targetGroupIds: ['g-elders'] })
  await cable.unplug()
})

test('[rule 6] after a first visit the app and its board open without any network, and edits wait on the device', async ({
  somebody,
  request,
}) => {
  const relay = await Relay.start()
  try {
    const boardId = await makeBoard(request, relay.origin, smallBoard())
    const anna = await somebody({ baseURL: relay.origin })
    await anna.calendar.open(boardId, 'Anna')
    await expect(anna.calendar.badge(SAVED)).toBeVisible()
    await anna.page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await relay.pullThePlug()

    await anna.page.reload()
    await expect(anna.calendar.cardIn(GROUP.teens, 'Stripquiz')).toBeVisible()
    await expect(anna.calendar.badge('Offline')).toBeVisible()
    await write(anna, GROUP.teens, /^week 11\b/, 'In de trein bedacht')
    await anna.page.reload()
    await expect(anna.calendar.cardIn(GROUP.teens, 'In de trein bedacht')).toBeVisible()
    await expect(anna.calendar.badge('Offline – 1 wijziging staat op dit apparaat')).toBeVisible()
    await anna.page.goto(`${relay.origin}/`)
    await expect(anna.page.getByText(/^Je bent offline/)).toBeVisible()

    await relay.startAgain()
    await anna.page.goto(`/b/${boardId}/calendar`)
    await expect(anna.calendar.badge(SAVED)).toBeVisible()
    const titles = (await exportBoard(request, relay.origin, boardId)).activities.map((one) => one['title'])
    expect(titles).toContain('In de trein bedacht')
  } finally {
    await relay.stop()
  }
})
