import { useCallback, useSyncExternalStore } from 'react'

/** Whether the window is narrower than a width. Units: CSS pixels. */
export function useNarrow(belowPx: number): boolean {
  const query = `(max-width: ${belowPx - 1}px)`
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
