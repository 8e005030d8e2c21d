import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NetworkTrial } from '../network/network-trial.ts'
import { join, newWindow } from '../wire/honest-pair.ts'
import { Wire010 } from './wire-0.1.0.ts'

// Each test starts processes, and a busy machine takes seconds for one.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

let trial: NetworkTrial

beforeEach(async () => {
  trial = await NetworkTrial.begin()
})

afterEach(() => trial.end())

/** The titles on the board, as the server gives it out. */
async function titles(): Promise<string[]> {
  const file = (await (await fetch(new URL(`/api/boards/${trial.boardId}`, trial.address))).json()) as {
    readonly activities: readonly { readonly title: string }[]
  }
  return file.activities.map(({ title }) => title).toSorted()
}

test.each([
  ['0.1.0', '1'],
  ['a later program, which asks for more than this server knows', '7'],
])(
  '[P11] the wire of %s beside the present client: both see what the other does, across a restart',
  async (_program, version) => {
    const anna = await trial.open('anna', await trial.newLine())
    await anna.badge('saved')
    const old = new Wire010()
    await old.connect(trial.address, trial.boardId, version)
    old.addCard('oud', 'Van de oude')
    await anna.do({ what: 'add', card: 'nieuw', title: 'Van de nieuwe' })
    await expect.poll(() => anna.picture()).toContain('Van de oude')
    await expect.poll(() => old.doc.getMap('activities').has('nieuw')).toBe(true)
    old.retitle('nieuw', 'Gewijzigd door de oude')
    await expect.poll(() => anna.picture()).toContain('Gewijzigd door de oude')
    await anna.do({ what: 'edit', card: 'oud', title: 'Gewijzigd door de nieuwe' })
    await expect.poll(() => old.doc.getMap('activities').get('oud/title')).toBe('Gewijzigd door de nieuwe')
    if (version === '1') {
      await expect.poll(() => old.unsaved).toBe(0)
      expect(await old.compare()).toBe(true)
    }

    old.disconnect()
    await trial.stopRelay()
    old.addCard('onderweg', 'Onderweg gemaakt')
    await trial.startRelay()
    await old.connect(trial.address, trial.boardId, version)
    await expect.poll(() => anna.picture(), { timeout: 30_000 }).toContain('Onderweg gemaakt')
    expect(await titles()).toEqual(['Gewijzigd door de nieuwe', 'Gewijzigd door de oude', 'Onderweg gemaakt'])
    expect(old.closedWith).toBeUndefined()
    old.disconnect()
  },
)

test('[P11] a client from before all additions, which speaks y-websocket alone, beside the present one', async () => {
  const anna = await trial.open('anna', await trial.newLine())
  await anna.badge('saved')
  const plain = await join(trial.address, trial.boardId, await newWindow(trial.address))
  const unknown: number[] = []
  for (const tag of [121, 122]) plain.messageHandlers[tag] = () => void unknown.push(tag)
  const cards = plain.doc.getMap('activities')
  cards.set('oud', { id: 'oud', title: 'Als voorwerp geschreven', recipeId: 'own-recipe' })
  await anna.do({ what: 'add', card: 'nieuw', title: 'Van de nieuwe' })
  await expect.poll(() => anna.picture()).toContain('Als voorwerp geschreven')
  await expect.poll(() => cards.has('nieuw')).toBe(true)
  await anna.do({ what: 'edit', card: 'oud', title: 'Bijgewerkt' })
  await expect.poll(() => cards.get('oud/title')).toBe('Bijgewerkt')
  expect(await titles()).toEqual(['Bijgewerkt', 'Van de nieuwe'])
  expect(unknown).toEqual([])
  plain.destroy()
})
