import { useSyncExternalStore } from 'react'
import { currentLanguage, subscribeLanguage, type Language } from './language.ts'
import type { Messages } from './nl.ts'

/** The language and the sentences of the screen; draws again when somebody switches. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribeLanguage, currentLanguage, currentLanguage)
}

/** The sentences of the screen in the language of now. */
export function useMessages(): Messages {
  return useLanguage().messages
}
