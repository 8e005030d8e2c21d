import { FolderOpen, Plus, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { useLanguage } from '#i18n/use-language.ts'
import { Button } from '#ui/button.tsx'
import { showToast } from '#ui/toasts.ts'
import { BoardRow } from './board-row.tsx'
import { currentBoards, refreshBoards, subscribeBoards } from './board-list.ts'
import type { BoardEntry } from './known-boards.ts'
import { binBoard, makeBoard, restoreBoard, type Answer, type FileProblem } from './board-requests.ts'
import { FileProblems } from './file-problems.tsx'
import { NewBoardDialog } from './new-board-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { useDroppedFile } from './use-dropped-file.ts'

type Open =
  | { readonly dialog: 'new' }
  | { readonly dialog: 'rename'; readonly board: BoardEntry }
  | { readonly dialog: 'problems'; readonly file: string; readonly problems: readonly FileProblem[] }

/** All boards: open, make, import, rename, throw away and put back. */
export function BoardsScreen({ bar }: { readonly bar: ReactNode }) {
  const { locale, messages } = useLanguage()
  const { app, boards: words } = messages
  const { boards, state } = useSyncExternalStore(subscribeBoards, currentBoards)
  const [open, setOpen] = useState<Open | null>(null)
  const [showBin, setShowBin] = useState(false)
  const [busy, setBusy] = useState(false)
  const [, navigate] = useLocation()
  const chooser = useRef<HTMLInputElement>(null)
  useEffect(() => {
    document.title = `${words.title} – ${app.name}`
  }, [words.title, app.name])
  useEffect(() => {
    void refreshBoards()
    const refresh = () => void refreshBoards()
    window.addEventListener('focus', refresh)
    window.addEventListener('online', refresh)
    return () => {
      window.removeEventListener('focus', refresh)
      window.removeEventListener('online', refresh)
    }
  }, [])

  const sayNo = useCallback(
    (answer: Answer<unknown>) => {
      if (answer.ok || answer.kind === 'problems') return
      showToast(words.failed(answer.kind === 'refused' ? answer.message : words.noConnection))
    },
    [words],
  )
  const openMade = (answer: Answer<string>): boolean => {
    if (answer.ok) navigate(`/b/${answer.value}/calendar`)
    else sayNo(answer)
    return answer.ok
  }
  const importFile = useCallback(
    async (file: File) => {
      const problems = await importBoardFile(file, locale, words.importDialog.notJson)
      if (problems.ok) navigate(`/b/${problems.value}/calendar`)
      else if (problems.kind === 'problems') {
        setOpen({ dialog: 'problems', file: file.name, problems: problems.problems })
      } else sayNo(problems)
    },
    [locale, navigate, sayNo, words.importDialog.notJson],
  )
  const dropping = useDroppedFile((file) => void importFile(file))

  const toBin = async (board: BoardEntry) => {
    const answer = await binBoard(board.id, locale)
    if (!answer.ok) return sayNo(answer)
    const action = { label: app.undo, run: () => void fromBin(board) }
    showToast(words.binned(board.title), { slot: 'command', action })
    await refreshBoards()
  }
  const fromBin = async (board: BoardEntry) => {
    const answer = await restoreBoard(board.id, locale)
    if (!answer.ok) return sayNo(answer)
    showToast(words.restored(board.title), { slot: 'command' })
    await refreshBoards()
  }
  const openExample = async () => {
    setBusy(true)
    openMade(await makeBoard({ title: words.exampleTitle, locale, example: true }, locale))
    setBusy(false)
  }

  const alive = boards?.filter((board) => !board.gone) ?? null
  const binned = boards?.filter((board) => board.gone) ?? []
  return (
    <>
      {bar}
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-3xl p-4 sm:p-6">
        <header className="mb-5 flex flex-wrap items-center gap-x-2 gap-y-3">
          <h1 className="mr-auto text-2xl font-bold">{words.title}</h1>
          <Button look="solid" icon={<Plus aria-hidden size={18} />} onClick={() => setOpen({ dialog: 'new' })}>
            {words.new}
          </Button>
          <Button icon={<FolderOpen aria-hidden size={18} />} onClick={() => chooser.current?.click()}>
            {words.import}
          </Button>
          <input
            ref={chooser}
            type="file"
            accept=".json,application/json"
            hidden
            aria-label={words.import}
            onChange={(event) => {
              const file = event.target.files?.[0]
              event.target.value = ''
              if (file !== undefined) void importFile(file)
            }}
          />
          <p className="basis-full text-ink-2">{words.intro}</p>
        </header>

        {state === 'stale' && (
          <p role="status" className="mb-4 flex flex-wrap items-center gap-3 rounded-panel bg-warn-bg px-4 py-2">
            <span className="mr-auto">{boards === null ? words.offlineEmpty : words.offline}</span>
            <Button onClick={() => void refreshBoards()}>{words.tryAgain}</Button>
          </p>
        )}

        {alive === null && state === 'loading' && <p className="text-ink-2">{app.loading}</p>}
        {alive !== null && alive.length === 0 && (
          <section className="rounded-panel border border-dashed border-line-strong bg-surface p-6 text-center">
            <h2 className="text-xl font-bold">{words.empty.title}</h2>
            <p className="mx-auto mt-2 max-w-md">{words.empty.text}</p>
            <p className="mt-4 flex flex-wrap justify-center gap-2">
              <Button look="solid" disabled={busy} onClick={() => void openExample()}>
                {words.example}
              </Button>
              <Button onClick={() => setOpen({ dialog: 'new' })}>{words.new}</Button>
            </p>
          </section>
        )}
        {alive !== null && alive.length > 0 && (
          <ul aria-label={words.list} className="overflow-hidden rounded-panel border border-line bg-surface">
            {alive.map((board) => (
              <BoardRow
                key={board.id}
                board={board}
                onRename={() => setOpen({ dialog: 'rename', board })}
                onBin={() => void toBin(board)}
              />
            ))}
          </ul>
        )}
        <p className="mt-3 text-ink-2 max-sm:hidden">{words.dropHint}</p>

        <section className="mt-8">
          <Button
            look="bare"
            icon={<Trash2 aria-hidden size={16} />}
            aria-expanded={showBin}
            onClick={() => setShowBin(!showBin)}
          >
            {words.bin}
            {binned.length > 0 && <span className="tabular text-ink-2">{binned.length}</span>}
          </Button>
          {showBin && (
            <div className="mt-2">
              <p className="mb-2 text-ink-2">{binned.length === 0 ? words.binEmpty : words.binHint}</p>
              {binned.length > 0 && (
                <ul aria-label={words.bin} className="rounded-panel border border-line bg-surface">
                  {binned.map((board) => (
                    <li
                      key={board.id}
                      className="flex items-center gap-3 border-t border-line px-4 py-2 first:border-t-0"
                    >
                      <span className="mr-auto truncate">{board.title || app.untitledBoard}</span>
                      <Button onClick={() => void fromBin(board)}>{words.restore}</Button>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )}
        </section>
      </main>
      {dropping && (
        <div className="pointer-events-none fixed inset-3 grid place-items-center rounded-panel border-4 border-dashed border-ink bg-surface/90 text-xl font-bold">
          {words.dropHere}
        </div>
      )}
      {open?.dialog === 'new' && <NewBoardDialog onClose={() => setOpen(null)} onMade={openMade} />}
      {open?.dialog === 'rename' && <RenameDialog board={open.board} onClose={() => setOpen(null)} onRefused={sayNo} />}
      {open?.dialog === 'problems' && (
        <FileProblems file={open.file} problems={open.problems} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

async function importBoardFile(file: File, locale: Locale, notJson: string): Promise<Answer<string>> {
  let content: unknown
  try {
    content = JSON.parse(await file.text())
  } catch {
    return { ok: false, kind: 'problems', problems: [{ path: '', message: notJson }] }
  }
  // A file always counts as a board file: without its format it would ask for an empty board.
  return makeBoard({ format: null, ...(typeof content === 'object' ? content : {}) }, locale)
}
