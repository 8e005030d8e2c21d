import { GROUP } from './support/board-file.ts'
import { expect, test } from './support/test.ts'

test('[P26] from the list of boards to a card and back the browser asks nobody but this server', async ({
  somebody,
  newBoard,
  relay,
}) => {
  const { page, context, calendar } = await somebody()
  const asked = new Set<string>()
  context.on('request', (request) => asked.add(new URL(request.url()).origin))
  page.on('websocket', (socket) => asked.add(new URL(socket.url()).origin.replace('ws', 'http')))
  await page.goto('/')
  await calendar.open(await newBoard(), 'Anna')
  await expect(calendar.badge('Bewaard')).toBeVisible()
  for (const zoom of ['Maand', 'Jaar', 'Kwartaal']) await page.getByRole('button', { name: zoom, exact: true }).click()
  await calendar.drag(calendar.card('Stripquiz'), await calendar.cell(GROUP.elders, /^week 8\b/))
  await calendar.openPanel('Stripquiz')
  await expect(calendar.panel('Stripquiz')).toBeVisible()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.reload()
  await expect(calendar.badge('Bewaard')).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('link', { name: /./ }).first()).toBeVisible()
  // What is made in the page itself has no origin.
  expect([...asked].filter((origin) => origin !== 'null')).toEqual([relay.origin])
})

test('[P26] should a part of the page ever try to ask somebody else, its policy holds it back in every way', async ({
  browser,
  relay,
}) => {
  // A page of its own: what the browser complains of here is what is asked for.
  const page = await browser.newPage({ baseURL: relay.origin })
  await page.goto('/')
  const violated = new Set<string>()
  await page.exposeFunction('tellViolation', (directive: string) => violated.add(directive))
  await page.evaluate(async () => {
    const elsewhere = 'http://192.0.2.1/'
    const { tellViolation } = globalThis as unknown as { readonly tellViolation: (directive: string) => void }
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => tellViolation(effectiveDirective))
    await fetch(elsewhere).catch(() => {})
    navigator.sendBeacon(elsewhere)
    const socket = new WebSocket('ws://192.0.2.1/')
    socket.onerror = () => socket.close()
    for (const [name, attribute] of [
      ['img', 'src'],
      ['script', 'src'],
      ['iframe', 'src'],
    ] as const) {
      const element = document.createElement(name)
      element.setAttribute(attribute, elsewhere)
      document.body.append(element)
    }
    const style = document.createElement('link')
    style.rel = 'stylesheet'
    style.href = elsewhere
    document.head.append(style)
  })
  await expect
    .poll(() => [...violated].toSorted())
    .toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem'])
  await page.close()
})
