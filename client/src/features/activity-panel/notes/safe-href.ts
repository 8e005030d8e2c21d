/** Addresses that only open something; anything that could run something is none. */
const SAFE_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** A typed address as a link: http, https or mailto; `null` for anything else. A bare host becomes https. */
export function safeHref(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  const address = /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text)
    ? text
    : /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)
      ? `mailto:${text}`
      : /^[^\s/]+\.[^\s/]+/.test(text)
        ? `https://${text}`
        : null
  if (address === null || !URL.canParse(address)) return null
  const url = new URL(address)
  if (!SAFE_PROTOCOLS.has(url.protocol)) return null
  return url.href
}
