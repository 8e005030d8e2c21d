import { useId, useState, type ReactNode } from 'react'
import { useCombobox } from '#ui/use-combobox.ts'
import { useMessages } from '#i18n/use-language.ts'
import type { PickerOption } from './matching.ts'
import { maxLength } from './text-limits.ts'

const CREATE = '+create'

/** A field in which somebody types a few letters and picks, or makes what is not there yet. */
export function Picker({
  label,
  placeholder,
  disabled,
  labelHidden = true,
  hintFor,
  suggest,
  onPick,
  create,
}: {
  readonly label: string
  readonly placeholder: string
  readonly disabled: boolean
  readonly labelHidden?: boolean
  /** A remark on what is typed. */
  hintFor?(query: string): ReactNode
  suggest(query: string): readonly PickerOption[]
  onPick(id: string): void
  /** Absent: nothing new can be made here. */
  readonly create?: { label(query: string): string; run(query: string): void }
}): ReactNode {
  const t = useMessages().panel
  const controlId = useId()
  const hintId = useId()
  const [query, setQuery] = useState('')
  const typed = query.trim()
  const found = suggest(typed)
  const exact = found.some((option) => option.label.localeCompare(typed, undefined, { sensitivity: 'base' }) === 0)
  const options: readonly PickerOption[] =
    create && typed !== '' && !exact ? [...found, { id: CREATE, label: create.label(typed) }] : found
  const combobox = useCombobox({
    options,
    label,
    onPick: (id) => {
      setQuery('')
      if (id === CREATE) create?.run(typed)
      else onPick(id)
    },
    onEscape: () => {
      if (query === '') return false
      setQuery('')
      return true
    },
  })
  const hint = hintFor?.(typed)
  return (
    <div className="ap-picker">
      <label htmlFor={controlId} className={labelHidden ? 'ap-visually-hidden' : 'ap-label'}>
        {label}
      </label>
      <input
        {...combobox.inputProps}
        id={controlId}
        className="ap-input"
        type="text"
        placeholder={placeholder}
        maxLength={maxLength.line}
        value={query}
        disabled={disabled}
        aria-describedby={hintId}
        onChange={(event) => setQuery(event.target.value)}
      />
      {combobox.open ? (
        <ul {...combobox.listProps} className="ap-options">
          {options.map((option) => (
            <li
              key={option.id}
              {...combobox.optionProps(option.id)}
              className={option.id === CREATE ? 'ap-option ap-option-create' : 'ap-option'}
            >
              <span>{option.label}</span>
              {option.detail ? <span className="ap-option-detail">{option.detail}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <div id={hintId} className="ap-help" aria-live="polite">
        {hint}
        {combobox.open && typed !== '' ? <span className="ap-visually-hidden">{t.found(found.length)}</span> : null}
      </div>
    </div>
  )
}
