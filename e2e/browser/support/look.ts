import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * Looks at a page in the light and in the dark: nothing wrong for axe, and nothing that scrolls sideways.
 *
 * With SHOTS set to a folder it leaves a picture of each there.
 */
export async function expectCleanLook(page: Page, what: string): Promise<void> {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    faults.push(
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${what}, ${colorScheme}: ${id} ${html}`)),
    )
    if (process.env['SHOTS'] !== undefined) {
      await page.screenshot({ path: `${process.env['SHOTS']}/${what}-${colorScheme}.png` })
    }
  }
  expect(faults).toEqual([])
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
}
