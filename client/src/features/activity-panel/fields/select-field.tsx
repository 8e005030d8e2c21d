import { useId, type ReactNode } from 'react'
import { Field } from './field.tsx'

/** One choice of a list. */
export interface Choice {
  readonly id: string
  readonly label: string
}

/** A labelled choice from a short list; an id the list does not have stays visible as it is. */
export function SelectField({
  name,
  label,
  help,
  hint,
  value,
  choices,
  none,
  disabled,
  onWrite,
}: {
  readonly name?: string | undefined
  readonly label: string
  readonly help?: ReactNode
  readonly hint?: ReactNode
  readonly value: string | null
  readonly choices: readonly Choice[]
  /** What the empty choice says; absent: there is no empty choice. */
  readonly none?: string
  readonly disabled: boolean
  onWrite(value: string | null): void
}): ReactNode {
  const controlId = useId()
  const helpId = useId()
  return (
    <Field name={name} label={label} help={help} hint={hint} controlId={controlId} helpId={helpId}>
      <select
        id={controlId}
        className="ap-input ap-select"
        value={value ?? ''}
        disabled={disabled}
        aria-describedby={helpId}
        onChange={(event) => onWrite(event.target.value === '' ? null : event.target.value)}
      >
        <SelectOptions choices={choices} value={value} none={none} />
      </select>
    </Field>
  )
}

/** The options of a select, with a value the list does not know kept among them. */
export function SelectOptions({
  choices,
  value,
  none,
}: {
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly none?: string | undefined
}): ReactNode {
  const known = value === null || choices.some((choice) => choice.id === value)
  return (
    <>
      {none === undefined ? null : <option value="">{none}</option>}
      {known ? null : <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.label}
        </option>
      ))}
    </>
  )
}
