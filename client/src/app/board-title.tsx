import { renameBoard } from '@schakelbord/shared/commands/rename-board'
import { useEffect, useState, type FormEvent } from 'react'
import { rememberBoard } from '#features/boards/known-boards.ts'
import { useMessages } from '#i18n/use-language.ts'
import { useBoardView, useSession, useSessionStatus } from '#sync/use-session.ts'

/** The board's name; a click turns it into a field, Enter keeps it, Escape puts it back. */
export function BoardTitle() {
  const session = useSession()
  const { app } = useMessages()
  const { contents, writable } = useSessionStatus()
  const isWaiting = contents === 'waiting'
  const title = useBoardView('board', (view) => view.info().title)
  useEffect(() => {
    if (!isWaiting) rememberBoard(session.boardId, title)
  }, [session, title, isWaiting])
  const [draft, setDraft] = useState<string | null>(null)
  useEffect(() => {
    document.title = title === '' ? app.name : `${title} – ${app.name}`
  }, [title, app.name])
  const keep = () => {
    const name = draft?.trim() ?? ''
    if (name !== '' && name !== title) session.run(renameBoard, { title: name }, { say: () => app.renamed(name) })
    setDraft(null)
  }
  if (draft === null) {
    return (
      <h1 className="min-w-0 text-lg font-bold">
        <button
          type="button"
          disabled={!writable || isWaiting}
          title={app.renameBoard}
          onClick={() => setDraft(title)}
          className="max-w-full min-h-(--hit) cursor-text truncate rounded-card px-1 text-left enabled:hover:bg-sunken"
        >
          {isWaiting ? app.loading : title === '' ? app.untitledBoard : title}
        </button>
      </h1>
    )
  }
  return (
    <form
      className="min-w-0 flex-1"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        keep()
      }}
    >
      <input
        type="text"
        aria-label={app.boardTitle}
        value={draft}
        maxLength={200}
        ref={(field) => field?.focus()}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(null)
        }}
        className="min-h-(--hit) w-full max-w-md rounded-card border border-line-strong bg-surface px-1 text-lg font-bold"
      />
    </form>
  )
}
