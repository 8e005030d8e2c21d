import { useSyncExternalStore } from 'react'
import { currentSettings, subscribeSettings, type Settings } from './settings.ts'

/** How this person likes the screen. */
export function useSettings(): Settings {
  return useSyncExternalStore(subscribeSettings, currentSettings)
}
