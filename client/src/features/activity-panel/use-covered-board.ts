import { useEffect } from 'react'

/** Where the panel covers the whole screen. Source: the same width as in activity-panel.css. */
const coversBoard = '(max-width: 47.99rem)'

/** On a phone the board lies behind the panel: out of reach for keyboard and screen reader as well as for the finger. */
export function useCoveredBoard(): void {
  useEffect(() => {
    const query = globalThis.matchMedia(coversBoard)
    const behind = document.querySelectorAll('#content, header[aria-label]')
    const put = (covered: boolean): void => {
      for (const element of behind) element.toggleAttribute('inert', covered)
    }
    const follow = (): void => put(query.matches)
    follow()
    query.addEventListener('change', follow)
    return () => {
      query.removeEventListener('change', follow)
      put(false)
    }
  }, [])
}
