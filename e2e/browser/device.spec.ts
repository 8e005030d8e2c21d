import type { Page } from '@playwright/test'
import { Cable } from './support/cable.ts'
import { Calendar } from './support/calendar.ts'
import { GROUP } from './support/board-file.ts'
import { expect, test, type Somebody } from './support/test.ts'

const SAVED = 'Bewaard'
const NOT_KEPT = 'Dit apparaat kan niets bewaren'

async function moveQuiz(calendar: Calendar, week: RegExp): Promise<void> {
  await calendar.drag(calendar.card('Stripquiz'), await calendar.cell(GROUP.elders, week))
}

/** Somebody at a board whose network can be unplugged, with the app on the device. */
async function onCable(
  somebody: (options?: { baseURL: string }) => Promise<Somebody>,
  origin: string,
  boardId: string,
): Promise<{ readonly anna: Somebody; readonly cable: Cable }> {
  const cable = await Cable.to(origin)
  const anna = await somebody({ baseURL: cable.origin })
  await anna.calendar.open(boardId, 'Anna')
  await expect(anna.calendar.badge(SAVED)).toBeVisible()
  await anna.page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  return { anna, cable }
}

function bannerOf(page: Page) {
  return page.getByRole('alert').filter({ hasText: NOT_KEPT })
}

/** Fills what this origin may use to the last byte; emptying it makes room again. */
async function fillDevice(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('filler', 1)
      request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true })
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('no filler'))
    })
    const add = (bytes: number) =>
      new Promise<boolean>((resolve) => {
        const transaction = database.transaction('rows', 'readwrite')
        transaction.objectStore('rows').add(crypto.getRandomValues(new Uint8Array(bytes)))
        transaction.oncomplete = () => resolve(true)
        transaction.onabort = () => resolve(false)
      })
    for (const bytes of [65_536, 4_096, 256, 1]) {
      let room = true
      while (room) room = await add(bytes)
    }
    database.close()
  })
}

test('[P21] a device that is full says so while it is, and offers a copy; with room again it keeps what was done', async ({
  somebody,
  relay,
  newBoard,
}) => {
  const boardId = await newBoard()
  const cable = await Cable.to(relay.origin)
  const { page, calendar, context } = await somebody({ baseURL: cable.origin })
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: cable.origin, quotaSize: 8 * 2 ** 20 })
  await calendar.open(boardId, 'Anna')
  await expect(calendar.badge(SAVED)).toBeVisible()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await Promise.all([cable.unplug(), context.setOffline(true)])
  await expect(calendar.badge('Offline')).toBeVisible()
  await fillDevice(page)
  await moveQuiz(calendar, /^week 8\b/)
  await expect(bannerOf(page)).toBeVisible()
  await expect(bannerOf(page).getByRole('button', { name: 'Kopie met mijn wijzigingen downloaden' })).toBeVisible()
  await expect(calendar.badge('1 wijziging staat alleen in dit venster – sluit het niet')).toBeVisible()

  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('filler').onsuccess = resolve
      }),
  )
  await expect(bannerOf(page)).toBeHidden()
  await expect(calendar.badge('Offline – 1 wijziging staat op dit apparaat')).toBeVisible()
  await page.reload()
  await expect(calendar.cardIn(GROUP.elders, 'Stripquiz')).toBeVisible()
  await expect(calendar.badge('Offline – 1 wijziging staat op dit apparaat')).toBeVisible()
})

test('[P21] the browser throws the board away in the middle: what is not on the server yet is kept again, whole', async ({
  somebody,
  relay,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const { anna, cable } = await onCable(somebody, relay.origin, boardId)
  const { page, calendar, context } = anna
  await Promise.all([cable.unplug(), context.setOffline(true)])
  await moveQuiz(calendar, /^week 8\b/)
  await expect(calendar.badge('Offline – 1 wijziging staat op dit apparaat')).toBeVisible()
  await page.evaluate(
    (name) =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase(name).onsuccess = resolve
      }),
    `schakelbord/${boardId}`,
  )
  await moveQuiz(calendar, /^week 9\b/)
  await expect(calendar.badge('Offline – 2 wijzigingen staan op dit apparaat')).toBeVisible()
  await page.reload()
  await expect(calendar.cardIn(GROUP.elders, 'Stripquiz')).toBeVisible()
  // The rest of the board is there too, not only what was done since.
  await expect(calendar.cardIn(GROUP.elders, 'Verhalenwandeling')).toBeVisible()
  await Promise.all([cable.plug(), context.setOffline(false)])
  await expect(calendar.badge(SAVED)).toBeVisible()
  const quiz = (await boardFile(boardId)).activities.find(({ id }) => id === 'quiz')
  expect(quiz).toMatchObject({ start: '2027-03-02', targetGroupIds: ['g-elders'] })
  await cable.unplug()
})

test('[P21] a browser that keeps nothing says so from the start; with a network all is saved as ever', async ({
  somebody,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const { page, calendar } = await somebody()
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('not in a private window', 'SecurityError')
    }
  })
  await calendar.open(boardId, 'Anna')
  await expect(bannerOf(page)).toBeVisible()
  await moveQuiz(calendar, /^week 8\b/)
  await expect(calendar.badge(SAVED)).toBeVisible()
  const quiz = (await boardFile(boardId)).activities.find(({ id }) => id === 'quiz')
  expect(quiz).toMatchObject({ targetGroupIds: ['g-elders'] })
})

test('[P21] two tabs without a network, one closed at once: the other shows both, counts both and brings both, once', async ({
  somebody,
  relay,
  newBoard,
  boardFile,
}) => {
  const boardId = await newBoard()
  const { anna, cable } = await onCable(somebody, relay.origin, boardId)
  const second = new Calendar(await anna.context.newPage())
  await second.page.goto(`/b/${boardId}/calendar`)
  await expect(second.badge(SAVED)).toBeVisible()
  await Promise.all([cable.unplug(), anna.context.setOffline(true)])
  await Promise.all([anna.calendar, second].map((one) => expect(one.badge('Offline')).toBeVisible()))
  await moveQuiz(anna.calendar, /^week 8\b/)
  await second.drag(second.card('Verhalenwandeling'), await second.cell(GROUP.toddlers, /^week 11\b/))
  await second.page.close()
  await expect(anna.calendar.badge('Offline – 2 wijzigingen staan op dit apparaat')).toBeVisible()
  await expect(anna.calendar.cardIn(GROUP.toddlers, 'Verhalenwandeling')).toBeVisible()
  await Promise.all([cable.plug(), anna.context.setOffline(false)])
  await expect(anna.calendar.badge(SAVED)).toBeVisible()
  const { activities } = await boardFile(boardId)
  expect(activities).toHaveLength(4)
  expect(activities.find(({ id }) => id === 'quiz')).toMatchObject({ targetGroupIds: ['g-elders'] })
  expect(activities.find(({ id }) => id === 'walk')).toMatchObject({ targetGroupIds: ['g-toddlers'] })
  await anna.page.reload()
  await expect(anna.calendar.badge(SAVED)).toBeVisible()
  await cable.unplug()
})

test('[P21] the browser is asked to keep what only this device has, once, when it matters', async ({
  somebody,
  relay,
  newBoard,
}) => {
  const boardId = await newBoard()
  const cable = await Cable.to(relay.origin)
  const { page, calendar, context } = await somebody({ baseURL: cable.origin })
  await page.addInitScript(() => {
    let asked = 0
    StorageManager.prototype.persist = () => {
      document.documentElement.dataset['askedToKeep'] = String(++asked)
      return Promise.resolve(true)
    }
  })
  await calendar.open(boardId, 'Anna')
  await moveQuiz(calendar, /^week 7\b/)
  await expect(calendar.badge(SAVED)).toBeVisible()
  const asked = page.locator('html[data-asked-to-keep]')
  await expect(asked).toHaveCount(0)
  await Promise.all([cable.unplug(), context.setOffline(true)])
  await moveQuiz(calendar, /^week 8\b/)
  await moveQuiz(calendar, /^week 9\b/)
  await expect(calendar.badge('Offline – 2 wijzigingen staan op dit apparaat')).toBeVisible()
  await expect(page.locator('html[data-asked-to-keep="1"]')).toHaveCount(1)
})
