import { useId, type ReactNode } from 'react'

/** A box to tick, with its question and what it means. */
export function CheckField({
  name,
  label,
  help,
  checked,
  disabled,
  onWrite,
}: {
  readonly name?: string | undefined
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly checked: boolean
  readonly disabled: boolean
  onWrite(checked: boolean): void
}): ReactNode {
  const controlId = useId()
  const helpId = useId()
  return (
    <div className="ap-check" data-field={name}>
      <input
        id={controlId}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={help ? helpId : undefined}
        onChange={(event) => onWrite(event.target.checked)}
      />
      <label htmlFor={controlId}>{label}</label>
      {help ? (
        <span id={helpId} className="ap-help">
          {help}
        </span>
      ) : null}
    </div>
  )
}
