import { isLocale, type Locale } from '@schakelbord/shared/calendar/locale'
import { nl, type Messages } from './nl.ts'

const storageKey = 'schakelbord.locale'
const listeners = new Set<() => void>()

/** The language of the screen and its sentences: one value, so that they never differ. */
export interface Language {
  readonly locale: Locale
  readonly messages: Messages
}

let language: Language = { locale: 'nl', messages: nl }

/** The language now, for what speaks outside React. */
export function currentLanguage(): Language {
  return language
}

/** Tells when the language has changed. */
export function subscribeLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language somebody chose on this device; `null` before a choice. */
export function chosenLocale(): Locale | null {
  const stored = readStored()
  return isLocale(stored) ? stored : null
}

/** Switches the language of the screen without a reload and remembers it; English is fetched when it is first needed. */
export async function switchLocale(locale: Locale): Promise<void> {
  await speak(locale)
  try {
    localStorage.setItem(storageKey, locale)
  } catch {
    // A browser that keeps nothing still speaks; it asks again next time.
  }
}

/** Brings the language somebody chose before, or the one the server put on the page. */
export async function startLanguage(): Promise<void> {
  const onPage = document.documentElement.lang
  await speak(chosenLocale() ?? (isLocale(onPage) ? onPage : 'nl'))
}

async function speak(locale: Locale): Promise<void> {
  const messages = locale === 'nl' ? nl : (await import('./en.ts')).en
  language = { locale, messages }
  document.documentElement.lang = locale
  for (const listener of listeners) listener()
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}
