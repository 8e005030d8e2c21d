import { useEffect } from 'react'
import { useSession } from '#sync/use-session.ts'
import { hasOwnUndo } from '#ui/has-own-undo.ts'
import { isTyping } from '#ui/is-typing.ts'
import { currentSettings } from './settings.ts'

/** Keys that work everywhere on a board: undo, redo, searching and the list of shortcuts. */
export function GlobalKeys({ onHelp, onSearch }: { readonly onHelp: () => void; readonly onSearch: () => void }) {
  const session = useSession()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A dialog in front keeps the board out of reach.
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
      const key = event.key.toLowerCase()
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && key === 'k') {
        event.preventDefault()
        onSearch()
        return
      }
      if ((event.ctrlKey || event.metaKey) && !event.altKey) {
        if (hasOwnUndo(event.target)) return
        if (key === 'z' && !event.shiftKey) session.undo()
        else if (key === 'y' || key === 'z') session.redo()
        else return
        event.preventDefault()
      } else if ((key === '?' || key === '/') && currentSettings().singleKeys && !isTyping(event.target)) {
        event.preventDefault()
        if (key === '?') onHelp()
        else onSearch()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [session, onHelp, onSearch])
  return null
}
