import { useMessages } from '#i18n/use-language.ts'
import type { SessionKeeper } from '#sync/session-keeper.ts'
import { SessionContext, useBoardView, useHeldSession } from '#sync/use-session.ts'

/** A board with its bar, its calendar and its panel. */
export function BoardScreen({ boardId, keeper }: { readonly boardId: string; readonly keeper: SessionKeeper }) {
  const session = useHeldSession(keeper, boardId)
  const { app } = useMessages()
  if (session === null) return <p className="p-6">{app.loading}</p>
  return (
    <SessionContext value={session}>
      <BoardTitle />
    </SessionContext>
  )
}

function BoardTitle() {
  const info = useBoardView('board', (view) => view.info())
  return <h1 className="p-6 text-xl font-bold">{info.title}</h1>
}
