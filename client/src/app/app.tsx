import { Redirect, Route, Switch } from 'wouter'
import type { SessionKeeper } from '#sync/session-keeper.ts'
import { BoardScreen } from './board-screen.tsx'
import { NotFoundScreen } from './not-found-screen.tsx'

/** The whole app: which screen belongs to which address. */
export function App({ keeper }: { readonly keeper: SessionKeeper }) {
  return (
    <Switch>
      <Route path="/b/:id">{({ id }) => <Redirect to={`/b/${id}/calendar`} replace />}</Route>
      <Route path="/b/:id/calendar">{({ id }) => <BoardScreen key={id} boardId={id} keeper={keeper} />}</Route>
      <Route>
        <NotFoundScreen />
      </Route>
    </Switch>
  )
}
