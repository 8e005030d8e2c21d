import { useEffect } from 'react'

/** A row of the shortcut sheet. */
export interface Shortcut {
  readonly keys: string
  readonly does: string
}

/** The rows of one part of the screen. */
export interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}

const groups = new Set<ShortcutGroup>()

/** The shortcuts of everything that is on the screen now. */
export function shortcutsOnScreen(): readonly ShortcutGroup[] {
  return [...groups]
}

/** Puts the shortcuts of a part of the screen on the sheet, as long as that part is there. */
export function useShortcutHelp(group: ShortcutGroup): void {
  useEffect(() => {
    groups.add(group)
    return () => {
      groups.delete(group)
    }
  }, [group])
}
