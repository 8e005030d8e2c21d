import { describe, expect, test } from 'vitest'
import { nl } from '#i18n/nl.ts'
import { CLOSE } from '@schakelbord/shared/protocol/close-code'
import { describeSaved } from './describe-saved.ts'

const words = nl.together

describe('the badge', () => {
  test('says Bewaard only for saved', () => {
    expect(describeSaved({ kind: 'saved' }, false, words).sentence).toBe('Bewaard')
    for (const kind of ['connecting', 'saving', 'offline', 'relay-trouble'] as const) {
      expect(describeSaved({ kind, changes: 2 }, false, words).sentence).not.toBe('Bewaard')
    }
  })

  test('counts what is on this device', () => {
    expect(describeSaved({ kind: 'offline', changes: 3 }, false, words).sentence).toBe(
      'Offline – 3 wijzigingen staan op dit apparaat',
    )
    expect(describeSaved({ kind: 'offline', changes: 1 }, false, words).sentence).toBe(
      'Offline – 1 wijziging staat op dit apparaat',
    )
    expect(describeSaved({ kind: 'offline', changes: 0 }, false, words).sentence).toBe('Offline')
  })

  test('does not say that this device keeps what it cannot keep', () => {
    for (const kind of ['offline', 'relay-trouble'] as const) {
      const { sentence, look } = describeSaved({ kind, changes: 2 }, true, words)
      expect(sentence).toContain('sluit het niet')
      expect(look).toBe('trouble')
    }
  })

  test('has a sentence for every way to be sent away', () => {
    for (const { name, afterClose } of Object.values(CLOSE)) {
      if (afterClose === 'stop') expect(words.sentAway).toHaveProperty(name)
    }
  })
})
