import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { isBoardId } from '@schakelbord/shared/protocol/board-id'
import { useMessages } from '#i18n/use-language.ts'
import type { SessionKeeper } from '#sync/session-keeper.ts'
import { LiveRegion } from '#ui/live-region.tsx'
import { ToastRegion } from '#ui/toast-region.tsx'
import { BoardScreen } from './board-screen.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { MessageScreen } from './message-screen.tsx'

const BoardsPage = lazy(() => import('./boards-page.tsx').then(({ BoardsPage: page }) => ({ default: page })))

/** The whole app: which screen belongs to which address. */
export function App({ keeper }: { readonly keeper: SessionKeeper }) {
  const { app } = useMessages()
  const notFound = <MessageScreen title={app.notFound.title} text={app.notFound.text} />
  return (
    <>
      <a
        href="#content"
        className="fixed top-1 left-1 z-50 -translate-y-20 rounded-card bg-ink px-3 py-2 font-semibold text-paper focus:translate-y-0"
      >
        {app.skipToContent}
      </a>
      <ErrorBoundary>
        <Suspense fallback={<p className="p-6 text-ink-2">{app.loading}</p>}>
          <Switch>
            <Route path="/">
              <BoardsPage />
            </Route>
            <Route path="/b/:id">{({ id }) => <Redirect to={`/b/${id}/calendar`} replace />}</Route>
            <Route path="/b/:id/calendar">
              {({ id }) => (isBoardId(id) ? <BoardScreen key={id} boardId={id} keeper={keeper} /> : notFound)}
            </Route>
            <Route>{notFound}</Route>
          </Switch>
        </Suspense>
      </ErrorBoundary>
      <ToastRegion />
      <LiveRegion />
    </>
  )
}
