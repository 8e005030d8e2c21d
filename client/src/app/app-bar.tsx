import { Ellipsis, Redo2, Undo2 } from 'lucide-react'
import { Link } from 'wouter'
import { Avatars } from '#features/presence/avatars.tsx'
import { SavedBadge } from '#features/share-state/saved-badge.tsx'
import { useMessages } from '#i18n/use-language.ts'
import { useSession, useUndoState } from '#sync/use-session.ts'
import { IconButton } from '#ui/button.tsx'
import { MenuButton, type MenuItem } from '#ui/menu-button.tsx'
import { BoardTitle } from './board-title.tsx'
import { Logo } from './logo.tsx'

/** The bar above a board: which board, who is here, whether it is saved, undo and redo, and the menu. */
export function AppBar({ menu }: { readonly menu: readonly MenuItem[] }) {
  const { app } = useMessages()
  return (
    <header
      aria-label={app.tools}
      className="flex items-center gap-1 border-b border-line bg-surface px-2 py-1.5 sm:gap-2 sm:px-4 print:hidden"
    >
      <Link
        href="/"
        aria-label={app.home}
        title={app.home}
        className="grid size-9 min-h-(--hit) min-w-(--hit) shrink-0 place-items-center rounded-card hover:bg-sunken"
      >
        <Logo />
      </Link>
      <BoardTitle />
      <div className="ml-auto flex shrink-0 items-center gap-1 sm:gap-2">
        <SavedBadge />
        <Avatars />
        <UndoButtons />
        <MenuButton
          label={app.menu}
          items={menu}
          className="grid size-9 min-h-(--hit) min-w-(--hit) place-items-center rounded-card hover:bg-sunken"
        >
          <Ellipsis aria-hidden size={20} />
        </MenuButton>
      </div>
    </header>
  )
}

/** Not `disabled` when there is nothing to undo: the last undo by keyboard must not lose the focus. */
function UndoButtons() {
  const session = useSession()
  const { undo, redo } = useUndoState()
  const { app, commands } = useMessages()
  const named = (command: string) => (commands.done[command] ?? commands.other).toLocaleLowerCase()
  return (
    <>
      <IconButton
        label={undo === null ? app.undo : app.undoNamed(named(undo))}
        keys={app.shortcutKeys.undo}
        icon={<Undo2 aria-hidden size={18} />}
        aria-disabled={undo === null}
        onClick={() => session.undo()}
      />
      <IconButton
        label={redo === null ? app.redo : app.redoNamed(named(redo))}
        keys={app.shortcutKeys.redo}
        icon={<Redo2 aria-hidden size={18} />}
        aria-disabled={redo === null}
        onClick={() => session.redo()}
        className="max-sm:hidden"
      />
    </>
  )
}
