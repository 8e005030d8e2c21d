import { useId, useState, type ReactNode } from 'react'
import { useMessages } from '#i18n/use-language.ts'

/**
 * Choose from a list and add.
 *
 * The button is there for the keyboard: arrows through a closed select change its value at every step.
 */
export function AddSelect({
  label,
  disabled,
  onAdd,
  children,
}: {
  readonly label: string
  readonly disabled: boolean
  onAdd(id: string): void
  /** The options. */
  readonly children: ReactNode
}): ReactNode {
  const t = useMessages().panel
  const controlId = useId()
  const [chosen, setChosen] = useState('')
  return (
    <div className="ap-add-row">
      <label htmlFor={controlId} className="ap-visually-hidden">
        {label}
      </label>
      <select
        id={controlId}
        className="ap-input ap-select"
        value={chosen}
        disabled={disabled}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{label}</option>
        {children}
      </select>
      <button
        type="button"
        className="ap-button"
        disabled={disabled || chosen === ''}
        onClick={() => {
          setChosen('')
          onAdd(chosen)
        }}
      >
        {t.add}
      </button>
    </div>
  )
}
