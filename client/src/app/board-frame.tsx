import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { CalendarScreen } from '#features/calendar/calendar-screen.tsx'
import { useMessages } from '#i18n/use-language.ts'
import { currentPerson } from '#sync/person.ts'
import { useCopiesAside } from '#sync/use-copies-aside.ts'
import { useSession, useSessionStatus } from '#sync/use-session.ts'
import type { MenuItem } from '#ui/menu-button.tsx'
import { AppBar } from './app-bar.tsx'
import { BoardBanners, fetchRescue } from './board-banners.tsx'
import { CommandToasts } from './command-toasts.tsx'
import { fetchAhead } from './fetch-ahead.ts'
import { GlobalKeys } from './global-keys.tsx'
import { fetchCopyWriter, keepCopy, keepCopyAside } from './keep-copy.ts'
import { useFrameMenu } from './use-frame-menu.ts'
import { useLeaveWarning } from './use-leave-warning.ts'
import { useOpenCard } from './use-open-card.ts'
import { useSettings } from './use-settings.ts'

const NameDialog = lazy(() =>
  import('#features/presence/name-dialog.tsx').then(({ NameDialog: dialog }) => ({ default: dialog })),
)
const ShortcutSheet = lazy(() =>
  import('./shortcut-sheet.tsx').then(({ ShortcutSheet: sheet }) => ({ default: sheet })),
)
const fetchPanel = () => import('#features/activity-panel/activity-panel.tsx')
const fetchSearch = () => import('#features/search/search-dialog.tsx')
const fetchBin = () => import('#features/bin/bin-dialog.tsx')
const ActivityPanel = lazy(() => fetchPanel().then(({ ActivityPanel: panel }) => ({ default: panel })))
const SearchDialog = lazy(() => fetchSearch().then(({ SearchDialog: dialog }) => ({ default: dialog })))
const BinDialog = lazy(() => fetchBin().then(({ BinDialog: dialog }) => ({ default: dialog })))

const AsideDialog = lazy(() =>
  import('#features/share-state/aside-dialog.tsx').then(({ AsideDialog: dialog }) => ({ default: dialog })),
)

const askedKey = 'schakelbord.asked'

/** An open board: its bar, what keeps it from being ordinary, and its screen. */
export function BoardFrame() {
  const session = useSession()
  const hasContents = useSessionStatus().contents === 'ready'
  const { app, panel, together } = useMessages()
  const frameMenu = useFrameMenu()
  const { copies, lookAgain } = useCopiesAside()
  const { cardId, openCard, closeCard } = useOpenCard()
  const { singleKeys } = useSettings()
  const [chosenDialog, setDialog] = useState<'name' | 'shortcuts' | 'search' | 'bin' | 'aside' | null>(() =>
    wasAsked() ? null : 'name',
  )
  // Nobody is asked anything on a board that may turn out not to be there.
  const dialog = hasContents ? chosenDialog : null
  useLeaveWarning()
  useEffect(() => fetchAhead([fetchPanel, fetchSearch, fetchBin, fetchCopyWriter, fetchRescue]), [])
  const openShortcuts = useCallback(() => setDialog('shortcuts'), [])
  const openSearch = useCallback(() => setDialog('search'), [])
  useEffect(() => session.presence.setView('calendar'), [session])
  useEffect(() => session.presence.setCard(cardId), [session, cardId])
  const close = () => {
    rememberAsked()
    setDialog(null)
  }
  const boardMenu: readonly MenuItem[] = [
    { id: 'search', label: panel.search.title, keys: app.shortcutKeys.search, onChoose: openSearch },
    { id: 'bin', label: panel.bin.title, onChoose: () => setDialog('bin') },
    { id: 'copy', label: app.downloadCopy, onChoose: () => void keepCopy(session) },
    ...(copies.length === 0 ? [] : [{ id: 'aside', label: together.aside.title, onChoose: () => setDialog('aside') }]),
  ]
  const menu: readonly MenuItem[] = [
    ...(hasContents ? boardMenu : []),
    { id: 'name', label: together.whoAreYou.change, onChoose: () => setDialog('name') },
    { id: 'shortcuts', label: app.shortcuts, keys: app.shortcutKeys.help, onChoose: openShortcuts },
    ...frameMenu,
  ]
  return (
    <div className="flex h-full flex-col">
      <AppBar menu={menu} />
      <BoardBanners onShowAside={copies.some(({ told }) => !told) ? () => setDialog('aside') : null} />
      <div className="relative flex min-h-0 flex-1">
        <main id="content" tabIndex={-1} className="relative min-h-0 min-w-0 flex-1">
          <CalendarScreen openCard={openCard} singleKeys={singleKeys} />
        </main>
        <Suspense fallback={null}>
          {cardId !== null && hasContents && <ActivityPanel activityId={cardId} onClose={closeCard} />}
        </Suspense>
      </div>
      <CommandToasts />
      <GlobalKeys onHelp={openShortcuts} onSearch={openSearch} />
      <Suspense fallback={null}>
        {dialog === 'name' && <NameDialog onClose={close} />}
        {dialog === 'search' && <SearchDialog onClose={close} onOpenCard={openCard} />}
        {dialog === 'bin' && <BinDialog onClose={close} />}
        {dialog === 'aside' && (
          <AsideDialog
            copies={copies}
            onDownload={(copy) => keepCopyAside(session, copy)}
            onChanged={lookAgain}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog === 'shortcuts' && <ShortcutSheet onClose={() => setDialog(null)} />}
      </Suspense>
    </div>
  )
}

/** The name is asked once; "later" counts as an answer. */
function wasAsked(): boolean {
  try {
    return currentPerson().name !== '' || localStorage.getItem(askedKey) !== null
  } catch {
    return false
  }
}

function rememberAsked(): void {
  try {
    localStorage.setItem(askedKey, 'yes')
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
