/** How this person likes the screen, on this device. */
export interface Settings {
  readonly theme: 'auto' | 'light' | 'dark'
  readonly projector: boolean
  /** Whether keys without Ctrl do something (WCAG 2.1.4). */
  readonly singleKeys: boolean
}

const storageKey = 'schakelbord.settings'
const listeners = new Set<() => void>()
const defaults: Settings = { theme: 'auto', projector: false, singleKeys: true }

let settings: Settings = readStored()

/** The settings now; the same object until they change. */
export function currentSettings(): Settings {
  return settings
}

/** Tells when a setting changed. */
export function subscribeSettings(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Changes settings, shows them and remembers them. */
export function changeSettings(changes: Partial<Settings>): void {
  settings = { ...settings, ...changes }
  applySettings()
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings))
  } catch {
    // A browser that keeps nothing starts with the defaults next time.
  }
  for (const listener of listeners) listener()
}

/** Puts the settings on the page, where the theme reads them. */
export function applySettings(): void {
  const { dataset } = document.documentElement
  if (settings.theme === 'auto') delete dataset['theme']
  else dataset['theme'] = settings.theme
  if (settings.projector) dataset['mode'] = 'projector'
  else delete dataset['mode']
}

function readStored(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return defaults
    const { theme, projector, singleKeys } = stored as Record<string, unknown>
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
      projector: projector === true,
      singleKeys: singleKeys !== false,
    }
  } catch {
    return defaults
  }
}
