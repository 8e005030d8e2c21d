/** What screen readers are told: one polite region for the whole page (WCAG 4.1.3). */

const listeners = new Set<() => void>()
let spoken = { sentence: '', count: 0 }

/** Reads a sentence aloud when the reader is ready for it; the same sentence twice is read twice. */
export function announce(sentence: string): void {
  spoken = { sentence, count: spoken.count + 1 }
  for (const listener of listeners) listener()
}

/** The sentence to be read now, and how many there have been. */
export function currentAnnouncement(): { readonly sentence: string; readonly count: number } {
  return spoken
}

/** Tells when there is a new sentence. */
export function subscribeAnnouncements(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
