import { useState, type FormEvent } from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/field.tsx'
import { makeBoard, type Answer } from './board-requests.ts'

/** Asks two things: the board's name, and whether to start empty or with the worked example. */
export function NewBoardDialog({
  onClose,
  onMade,
}: {
  readonly onClose: () => void
  /** Tells what the server said; gives whether the board is there. */
  readonly onMade: (answer: Answer<string>) => boolean
}) {
  const { locale, messages } = useLanguage()
  const { app, boards } = messages
  const words = boards.newBoard
  const [title, setTitle] = useState('')
  const [start, setStart] = useState<'empty' | 'example'>('empty')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const name = title.trim()
    if (name === '') return setMissing(true)
    setBusy(true)
    if (!onMade(await makeBoard({ title: name, locale, example: start === 'example' }, locale))) setBusy(false)
  }
  const choices = [
    { id: 'empty', label: words.empty, hint: words.emptyHint },
    { id: 'example', label: words.example, hint: words.exampleHint },
  ] as const
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={(event) => void onSubmit(event)}>
        <TextField
          label={words.name}
          value={title}
          onChange={(value) => {
            setTitle(value)
            setMissing(false)
          }}
          hint={words.placeholder}
          error={missing ? words.nameMissing : null}
          autoFocus
        />
        <fieldset className="mb-3">
          <legend className="mb-1 font-semibold">{words.start}</legend>
          {choices.map((choice) => (
            <label key={choice.id} className="flex min-h-(--hit) items-start gap-2 py-1">
              <input
                type="radio"
                name="start"
                className="mt-1 size-4 accent-current"
                checked={start === choice.id}
                onChange={() => setStart(choice.id)}
              />
              <span>
                {choice.label}
                <span className="block text-sm text-ink-2">{choice.hint}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button look="bare" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button look="solid" type="submit" disabled={busy}>
            {busy ? words.making : words.make}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
