import { useId, type ReactNode } from 'react'
import { useMessages } from '#i18n/use-language.ts'
import { Field } from './field.tsx'
import { parseWhole } from './parse-number.ts'
import { draftKeys } from './text-field.tsx'
import { TheirsNote } from './theirs-note.tsx'
import { useDraft } from './use-draft.ts'

/** A labelled whole number. What is no number is not written; what is unusual is, with a remark. */
export function NumberField({
  name,
  label,
  help,
  hint,
  value,
  min,
  max,
  disabled,
  onWrite,
}: {
  readonly name?: string | undefined
  readonly label: string
  readonly help?: ReactNode
  readonly hint?: ReactNode
  readonly value: number | null
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly disabled: boolean
  onWrite(value: number | null): void
}): ReactNode {
  const t = useMessages().panel
  const controlId = useId()
  const helpId = useId()
  const draft = useDraft(value === null ? '' : String(value), (text) => {
    if (text.trim() === '') onWrite(null)
    else {
      const number = parseWhole(text)
      if (number !== null) onWrite(number)
    }
  })
  const typed = draft.text.trim() === '' ? null : parseWhole(draft.text)
  const remark =
    typed === null
      ? draft.text.trim() === ''
        ? hint
        : t.notANumber
      : min !== undefined && typed < min
        ? t.usuallyAtLeast(min)
        : max !== undefined && typed > max
          ? t.usuallyAtMost(max)
          : null
  return (
    <Field name={name} label={label} help={help} hint={remark} controlId={controlId} helpId={helpId}>
      <input
        id={controlId}
        className="ap-input ap-input-short"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={draft.text}
        disabled={disabled}
        aria-describedby={helpId}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.settle}
        onKeyDown={(event) => draftKeys(event, draft, false)}
      />
      <TheirsNote theirs={draft.theirs} onTake={draft.takeTheirs} />
    </Field>
  )
}
