import { useState, type FormEvent } from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/field.tsx'
import { refreshBoards } from './board-list.ts'
import type { BoardEntry } from './known-boards.ts'
import { renameBoard, type Answer } from './board-requests.ts'

/** Gives a board in the list another name. */
export function RenameDialog({
  board,
  onClose,
  onRefused,
}: {
  readonly board: BoardEntry
  readonly onClose: () => void
  readonly onRefused: (answer: Answer<unknown>) => void
}) {
  const { locale, messages } = useLanguage()
  const { app, boards } = messages
  const [title, setTitle] = useState(board.title)
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const name = title.trim()
    if (name === '') return
    const answer = await renameBoard(board.id, name, locale)
    if (!answer.ok) return onRefused(answer)
    onClose()
    await refreshBoards()
  }
  return (
    <Dialog title={boards.renameTitle} onClose={onClose}>
      <form onSubmit={(event) => void onSubmit(event)}>
        <TextField label={boards.newBoard.name} value={title} onChange={setTitle} autoFocus />
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button look="bare" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button look="solid" type="submit" disabled={title.trim() === ''}>
            {app.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
