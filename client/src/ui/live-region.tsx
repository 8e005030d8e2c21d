import { useSyncExternalStore } from 'react'
import { currentAnnouncement, subscribeAnnouncements } from './announcer.ts'

/** The one polite live region of the page; say something with `announce`. */
export function LiveRegion() {
  const { sentence, count } = useSyncExternalStore(subscribeAnnouncements, currentAnnouncement)
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {/* A new key makes a new node, so that the same sentence twice is read twice. */}
      <span key={count}>{sentence}</span>
    </div>
  )
}
