import { Plus, X } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useMessages } from '#i18n/use-language.ts'
import { draftKeys } from './text-field.tsx'
import { useDraft } from './use-draft.ts'
import { maxLength } from './text-limits.ts'

/** A list of short texts, a line each; an emptied line disappears. */
export function LineList({
  name,
  legend,
  help,
  hint,
  lines,
  disabled,
  onWrite,
}: {
  readonly name?: string | undefined
  readonly legend: string
  readonly help?: ReactNode
  readonly hint?: ReactNode
  readonly lines: readonly string[]
  readonly disabled: boolean
  onWrite(lines: readonly string[]): void
}): ReactNode {
  const t = useMessages().panel
  const newId = useId()
  const [fresh, setFresh] = useState('')
  const add = (): void => {
    const line = fresh.trim()
    if (line !== '') onWrite([...lines, line])
    setFresh('')
  }
  return (
    <fieldset className="ap-field ap-fieldset" data-field={name}>
      <legend className="ap-label">{legend}</legend>
      <div className="ap-help">
        {help}
        {hint ? <span className="ap-hint">{hint}</span> : null}
      </div>
      <ol className="ap-lines">
        {lines.map((line, index) => (
          // Lines have no id of their own; their place is what they are.
          <li key={index} className="ap-line">
            <Line
              value={line}
              label={t.lineOf(legend, index + 1)}
              disabled={disabled}
              onWrite={(text) =>
                onWrite(text.trim() === '' ? lines.filter((_, at) => at !== index) : lines.with(index, text.trim()))
              }
            />
            <button
              type="button"
              className="ap-icon-button"
              disabled={disabled}
              aria-label={t.removeNamed(line)}
              onClick={() => onWrite(lines.filter((_, at) => at !== index))}
            >
              <X aria-hidden size={16} />
            </button>
          </li>
        ))}
      </ol>
      <div className="ap-line">
        <input
          id={newId}
          className="ap-input"
          type="text"
          autoComplete="off"
          maxLength={maxLength.text}
          value={fresh}
          disabled={disabled}
          placeholder={t.addLine}
          aria-label={t.addTo(legend)}
          onChange={(event) => setFresh(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault()
              add()
            }
            if (event.key === 'Escape' && fresh !== '') {
              event.stopPropagation()
              setFresh('')
            }
          }}
        />
        <button type="button" className="ap-icon-button" disabled={disabled} aria-label={t.add} onClick={add}>
          <Plus aria-hidden size={16} />
        </button>
      </div>
    </fieldset>
  )
}

function Line({
  value,
  label,
  disabled,
  onWrite,
}: {
  readonly value: string
  readonly label: string
  readonly disabled: boolean
  onWrite(text: string): void
}): ReactNode {
  const draft = useDraft(value, onWrite)
  return (
    <input
      className="ap-input"
      type="text"
      autoComplete="off"
      maxLength={maxLength.text}
      value={draft.text}
      aria-label={label}
      disabled={disabled}
      onChange={(event) => draft.change(event.target.value)}
      onBlur={draft.settle}
      onKeyDown={(event) => draftKeys(event, draft, false)}
    />
  )
}
