import { useRef, type ReactNode } from 'react'
import { parsePlainDate, type PlainDate } from '@schakelbord/shared/calendar/plain-date'
import { draftKeys } from './text-field.tsx'
import { useDraft } from './use-draft.ts'

/**
 * The browser's own date (or month) control.
 *
 * A day picked with the pointer is written at once. While it is typed every keystroke is a date of its own (year 2, 20,
 * 202 …), so typing is written when the control is left.
 */
export function DateInput({
  id,
  type = 'date',
  value,
  min,
  disabled,
  label,
  describedBy,
  onWrite,
}: {
  readonly id?: string
  readonly type?: 'date' | 'month'
  readonly value: string | null
  readonly min?: string | undefined
  readonly disabled: boolean
  /** Only where no visible label points here. */
  readonly label?: string
  readonly describedBy?: string
  onWrite(value: string | null): void
}): ReactNode {
  const typing = useRef(false)
  const draft = useDraft(value ?? '', (text) => {
    const written = type === 'date' ? parsePlainDate(text) : /^\d{4}-\d{2}$/.test(text) ? text : null
    if (text === '' || written !== null) onWrite(written)
  })
  return (
    <input
      id={id}
      className="ap-input ap-input-date"
      type={type}
      value={draft.text}
      min={min}
      disabled={disabled}
      aria-label={label}
      aria-describedby={describedBy}
      onPointerDown={() => {
        typing.current = false
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Tab') typing.current = true
        draftKeys(event, draft, false)
      }}
      onChange={(event) => (typing.current ? draft.change(event.target.value) : draft.write(event.target.value))}
      onBlur={() => {
        typing.current = false
        draft.settle()
      }}
    />
  )
}

/** Hands a written date on as a plain date. */
export function asPlainDate(value: string | null): PlainDate | null {
  return parsePlainDate(value)
}
