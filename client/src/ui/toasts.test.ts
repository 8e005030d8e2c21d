import { beforeEach, expect, test } from 'vitest'
import { currentAnnouncement } from './announcer.ts'
import { currentToasts, dismissToast, showToast } from './toasts.ts'

beforeEach(() => {
  for (const toast of currentToasts()) dismissToast(toast.id)
})

test('a toast is read aloud, also when it says the same again', () => {
  showToast('Kaart verplaatst')
  const { count } = currentAnnouncement()
  showToast('Kaart verplaatst')
  expect(currentAnnouncement()).toEqual({ sentence: 'Kaart verplaatst', count: count + 1 })
})

test('a toast takes the place of the one in its slot, so that only the last command offers undo', () => {
  showToast('Er is een nieuwe versie', { slot: 'version', stays: true })
  showToast('Kaart gemaakt', { slot: 'command' })
  showToast('Kaart verplaatst', { slot: 'command' })
  expect(currentToasts().map((toast) => toast.sentence)).toEqual(['Er is een nieuwe versie', 'Kaart verplaatst'])
})

test('no more than three toasts stand on the screen', () => {
  for (const sentence of ['a', 'b', 'c', 'd']) showToast(sentence)
  expect(currentToasts().map((toast) => toast.sentence)).toEqual(['b', 'c', 'd'])
})
