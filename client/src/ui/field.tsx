import { useId, type ReactNode } from 'react'

const control =
  'w-full min-h-[max(var(--hit),2.25rem)] rounded-card border border-line-strong bg-surface px-3 py-1 text-ink disabled:opacity-60'

/** A line of text with its label. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  error,
  autoFocus = false,
  maxLength = 200,
  autoComplete = 'off',
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly autoFocus?: boolean
  readonly maxLength?: number
  readonly autoComplete?: string
}) {
  const id = useId()
  const noteId = `${id}-note`
  const wrong = error !== undefined && error !== null
  return (
    <div className="mb-3">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={maxLength}
        autoComplete={autoComplete}
        data-autofocus={autoFocus ? '' : undefined}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong || hint !== undefined ? noteId : undefined}
        onChange={(event) => onChange(event.target.value)}
        className={control}
      />
      {wrong ? (
        <p id={noteId} className="mt-1 text-danger">
          {error}
        </p>
      ) : hint === undefined ? null : (
        <p id={noteId} className="mt-1 text-ink-2">
          {hint}
        </p>
      )}
    </div>
  )
}

/** A choice of a short list with its label. */
export function SelectField({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="mb-3">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)} className={control}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
