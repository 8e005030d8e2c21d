/** How long to wait where the browser cannot say that it is idle. */
const fallbackMs = 2_000

/**
 * Fetches parts that were not needed for the first picture, once the browser has nothing better to do.
 *
 * A network that drops right after the first visit must not keep anybody from opening a card. Errors: none; a part that
 * could not be fetched is asked for again when it is opened. Returns what stops the waiting.
 */
export function fetchAhead(parts: readonly (() => Promise<unknown>)[]): () => void {
  const fetchAll = (): void => {
    for (const part of parts) part().catch(() => undefined)
  }
  if (typeof window.requestIdleCallback === 'function') {
    const idle = window.requestIdleCallback(fetchAll)
    return () => window.cancelIdleCallback(idle)
  }
  const timer = window.setTimeout(fetchAll, fallbackMs)
  return () => window.clearTimeout(timer)
}
