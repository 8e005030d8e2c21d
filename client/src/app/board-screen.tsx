import { useMessages } from '#i18n/use-language.ts'
import type { SessionKeeper } from '#sync/session-keeper.ts'
import { SessionContext, useHeldSession, useSession, useSessionStatus } from '#sync/use-session.ts'
import { Button } from '#ui/button.tsx'
import { BoardFrame } from './board-frame.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { keepCopy } from './keep-copy.ts'
import { MessageScreen } from './message-screen.tsx'

/** A board: held open as long as this screen is there, and what is shown while it cannot be. */
export function BoardScreen({ boardId, keeper }: { readonly boardId: string; readonly keeper: SessionKeeper }) {
  const session = useHeldSession(keeper, boardId)
  const { app } = useMessages()
  if (session === null) return <p className="p-6 text-ink-2">{app.loading}</p>
  return (
    <SessionContext value={session}>
      <ErrorBoundary onKeepCopy={() => void keepCopy(session)}>
        <BoardOrReason />
      </ErrorBoundary>
    </SessionContext>
  )
}

function BoardOrReason() {
  const session = useSession()
  const { contents, saved } = useSessionStatus()
  const { app, together } = useMessages()
  if (saved.kind === 'sent-away' && saved.reason === 'no-such-board') {
    const { title, text, copy } = app.noSuchBoard
    return (
      <MessageScreen title={title} text={text}>
        {contents === 'ready' && (
          <div className="mt-3">
            <p className="mb-3">{copy}</p>
            <Button onClick={() => void keepCopy(session)}>{together.keepCopy}</Button>
          </div>
        )}
      </MessageScreen>
    )
  }
  // The frame stands before the board has come: what it is made of need not wait for the network.
  const isComing = contents === 'ready' || saved.kind === 'connecting' || saved.kind === 'saving'
  if (isComing) return <BoardFrame />
  const { title, text } = saved.kind === 'relay-trouble' ? app.notNow : app.waiting
  return <MessageScreen title={title} text={text} />
}
