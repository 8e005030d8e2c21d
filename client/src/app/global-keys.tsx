import { useEffect } from 'react'
import { useSession } from '#sync/use-session.ts'
import { isTyping } from '#ui/is-typing.ts'
import { currentSettings } from './settings.ts'

/** Keys that work everywhere on a board: undo, redo and the list of shortcuts. */
export function GlobalKeys({ onHelp }: { readonly onHelp: () => void }) {
  const session = useSession()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A text has an undo of its own; a dialog in front keeps the board out of reach.
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]') !== null) return
      const key = event.key.toLowerCase()
      if ((event.ctrlKey || event.metaKey) && !event.altKey) {
        if (key === 'z' && !event.shiftKey) session.undo()
        else if (key === 'y' || key === 'z') session.redo()
        else return
        event.preventDefault()
      } else if (key === '?' && currentSettings().singleKeys) {
        event.preventDefault()
        onHelp()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [session, onHelp])
  return null
}
