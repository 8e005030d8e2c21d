import { expect, test, watchPolicy } from './support/test.ts'

test('[BIO2 5.14.01] notes with a colleague’s selection, pasted mark-up and print ask for nothing inline', async ({
  somebody,
  newBoard,
}) => {
  const boardId = await newBoard()
  const [anna, bo] = await Promise.all([somebody(), somebody()])
  await Promise.all([anna.calendar.open(boardId, 'Anna'), bo.calendar.open(boardId, 'Bo')])
  const [hers, his] = await Promise.all([anna.calendar.openPanel('Stripquiz'), bo.calendar.openPanel('Stripquiz')])
  const [herNotes, hisNotes] = [hers, his].map((panel) => panel.getByRole('textbox', { name: 'Notities' }))
  if (herNotes === undefined || hisNotes === undefined) throw new Error('no notes')
  await herNotes.click()
  await herNotes.evaluate((editor) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', '<p style="color: red"><b style="font-weight: 700">Vet</b> en gewoon</p>')
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(hisNotes.locator('strong')).toHaveText('Vet')
  await hisNotes.click()
  await bo.page.keyboard.press('Control+a')
  // Its colour is set on the element, and shows.
  const selection = herNotes.locator('.ap-peer-selection').first()
  await expect(selection).toBeVisible()
  expect(await selection.evaluate((part) => getComputedStyle(part).getPropertyValue('--peer'))).toMatch(/^#/)
  await anna.page.keyboard.press('Escape')
  expect((await anna.page.pdf()).byteLength).toBeGreaterThan(1_000)
})

test('[BIO2 5.14.01] what is inline is refused, and these tests hear of it', async ({ browser, baseURL }) => {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  const broken = watchPolicy(context)
  const page = await context.newPage()
  const response = await page.goto('/')
  expect(response?.headers()['content-security-policy']).not.toContain('unsafe')
  expect(broken).toEqual([])
  const refused = await page.evaluate(async () => {
    const directives: string[] = []
    const heard = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        directives.push(effectiveDirective)
        if (directives.length === 3) resolve()
      })
    })
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red" onclick="alert()">Nee</p>')
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }))
    document.body.querySelector('p:last-child')?.dispatchEvent(new MouseEvent('click'))
    await heard
    return directives
  })
  expect(refused.sort()).toEqual(['script-src-attr', 'style-src-attr', 'style-src-elem'])
  await expect.poll(() => broken.length).toBeGreaterThanOrEqual(3)
  await context.close()
})
