import type { Messages } from '#i18n/nl.ts'
import type { SavedState } from '#sync/session-status.ts'

/** The shape of the badge. */
export type SavedLook = 'saved' | 'busy' | 'offline' | 'trouble'

/** What the badge says. */
export interface SavedWords {
  readonly look: SavedLook
  readonly sentence: string
  /** What fits on a phone: the number of changes that only this device has. */
  readonly short: string
  readonly hint: string
}

/**
 * Puts the saved state into words that never promise more than is true.
 *
 * @param deviceTrouble this device keeps nothing: then what has not reached the server is only in this window
 */
export function describeSaved(saved: SavedState, deviceTrouble: boolean, words: Messages['together']): SavedWords {
  if (saved.kind === 'saved') return { look: 'saved', sentence: words.saved, short: '', hint: words.savedHint }
  const { changes } = saved
  const short = changes > 0 ? String(changes) : ''
  const gone = saved.kind !== 'saving' && saved.kind !== 'connecting'
  if (deviceTrouble && changes > 0 && gone) {
    return { look: 'trouble', sentence: words.notKept(changes), short, hint: words.deviceTrouble }
  }
  switch (saved.kind) {
    case 'saving':
      return { look: 'busy', sentence: words.saving, short: '', hint: words.saving }
    case 'connecting':
      return {
        look: 'busy',
        sentence: changes > 0 ? words.saving : words.connecting,
        short: '',
        hint: words.connecting,
      }
    case 'offline':
      return {
        look: 'offline',
        sentence: changes > 0 ? words.offlineChanges(changes) : words.offline,
        short,
        hint: words.offlineHint,
      }
    case 'relay-trouble':
      return {
        look: 'trouble',
        sentence: changes > 0 ? words.relayTroubleChanges(changes) : words.relayTrouble,
        short,
        hint: words.offlineHint,
      }
    case 'sent-away':
      return {
        look: 'trouble',
        sentence: changes > 0 ? words.onlyHere(changes) : words.notSaved,
        short,
        hint: sentAwaySentence(saved.reason, words),
      }
  }
}

/** Why the server sent this window away, and what that means for what was done here. */
export function sentAwaySentence(reason: string, words: Messages['together']): string {
  const sentences: Readonly<Record<string, string>> = words.sentAway
  return sentences[reason] ?? words.notSaved
}
