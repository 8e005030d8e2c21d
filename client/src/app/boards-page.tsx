import { Ellipsis } from 'lucide-react'
import { BoardsScreen } from '#features/boards/boards-screen.tsx'
import { useMessages } from '#i18n/use-language.ts'
import { MenuButton } from '#ui/menu-button.tsx'
import { Logo } from './logo.tsx'
import { useFrameMenu } from './use-frame-menu.ts'

/** The first page: all boards, below the bar of the app. */
export function BoardsPage() {
  const { app } = useMessages()
  const menu = useFrameMenu()
  const bar = (
    <header className="flex items-center gap-2 border-b border-line bg-surface px-4 py-1.5">
      <Logo />
      <p className="mr-auto text-lg font-bold">{app.name}</p>
      <MenuButton
        label={app.menu}
        items={menu}
        className="grid size-9 min-h-(--hit) min-w-(--hit) place-items-center rounded-card hover:bg-sunken"
      >
        <Ellipsis aria-hidden size={20} />
      </MenuButton>
    </header>
  )
  return <BoardsScreen bar={bar} />
}
