import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { Field } from './field.tsx'
import { TheirsNote } from './theirs-note.tsx'
import { useDraft } from './use-draft.ts'
import { maxLength } from './text-limits.ts'

/** Writes on Enter (one line) and puts back on Escape; an Escape that put something back closes nothing else. */
export function draftKeys(
  event: KeyboardEvent<HTMLElement>,
  draft: { settle(): void; takeTheirs(): boolean },
  multiline: boolean,
): void {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing && (!multiline || event.ctrlKey || event.metaKey)) {
    draft.settle()
    if (!multiline) event.preventDefault()
  }
  if (event.key === 'Escape' && draft.takeTheirs()) event.stopPropagation()
}

/** A labelled text of one or more lines, written when the field is left. */
export function TextField({
  name,
  label,
  help,
  hint,
  value,
  rows = 1,
  placeholder,
  disabled,
  live = true,
  onWrite,
}: {
  readonly name?: string | undefined
  readonly label: string
  readonly help?: ReactNode
  readonly hint?: ReactNode
  readonly value: string
  readonly rows?: number
  readonly placeholder?: string
  readonly disabled: boolean
  /** Also written in a pause of the typing; not for what is put in another form when it is written. */
  readonly live?: boolean
  onWrite(text: string, typing: string): void
}): ReactNode {
  const controlId = useId()
  const helpId = useId()
  const draft = useDraft(value, onWrite, live)
  const shared = {
    id: controlId,
    className: 'ap-input',
    maxLength: rows > 1 ? maxLength.text : maxLength.line,
    value: draft.text,
    placeholder,
    disabled,
    'aria-describedby': helpId,
    onBlur: draft.settle,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => draftKeys(event, draft, rows > 1),
  }
  return (
    <Field name={name} label={label} help={help} hint={hint} controlId={controlId} helpId={helpId}>
      {rows > 1 ? (
        <textarea {...shared} rows={rows} onChange={(event) => draft.change(event.target.value)} />
      ) : (
        <input {...shared} type="text" autoComplete="off" onChange={(event) => draft.change(event.target.value)} />
      )}
      <TheirsNote theirs={draft.theirs} onTake={draft.takeTheirs} />
    </Field>
  )
}
