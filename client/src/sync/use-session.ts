import { createContext, use, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { BoardView } from '@schakelbord/shared/views/board-view'
import type { BoardSession, Notice } from './board-session.ts'
import type { Peer } from './presence.ts'
import type { SessionKeeper } from './session-keeper.ts'
import type { SessionStatus } from './session-status.ts'
import type { UndoState } from './undo-history.ts'
import { useView } from './use-view.ts'

/** The open board of the screens below it. */
export const SessionContext = createContext<BoardSession | null>(null)

/** Holds a board open as long as the component lives; `null` until what this device has is read. */
export function useHeldSession(keeper: SessionKeeper, boardId: string): BoardSession | null {
  const [session, setSession] = useState<BoardSession | null>(null)
  useEffect(() => {
    let current = true
    const held = keeper.hold(boardId)
    void held.session.then((opened) => {
      if (current) setSession(opened)
    })
    return () => {
      current = false
      setSession(null)
      held.letGo()
    }
  }, [keeper, boardId])
  return session?.boardId === boardId ? session : null
}

/** The open board. Errors: throws outside of a board's screen. */
export function useSession(): BoardSession {
  const session = use(SessionContext)
  if (session === null) throw new Error('useSession: there is no open board above this component')
  return session
}

/** Reads from the open board's view and draws again when one of the topics changed. */
export function useBoardView<T>(topics: string | readonly string[], read: (view: BoardView) => T): T {
  const { view } = useSession()
  return useView(view, topics, () => read(view))
}

/** How the open board stands with this device and the relay. */
export function useSessionStatus(): SessionStatus {
  const session = useSession()
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  return useSyncExternalStore(subscribe, () => session.status)
}

/** Which commands can be undone and redone next. */
export function useUndoState(): UndoState {
  const { history } = useSession()
  const subscribe = useCallback((listener: () => void) => history.subscribe(listener), [history])
  return useSyncExternalStore(subscribe, () => history.state)
}

/** The colleagues on the board. */
export function usePeers(): readonly Peer[] {
  const { presence } = useSession()
  const subscribe = useCallback((listener: () => void) => presence.subscribe('peers', listener), [presence])
  return useSyncExternalStore(subscribe, () => presence.peers())
}

/** Hears what the person should be told, as long as the component lives. */
export function useNotices(listener: (notice: Notice) => void): void {
  const session = useSession()
  useEffect(() => session.onNotice(listener), [session, listener])
}
