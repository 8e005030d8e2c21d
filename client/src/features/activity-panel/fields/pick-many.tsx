import { ArrowUp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMessages } from '#i18n/use-language.ts'
import { matching, type PickerOption } from './matching.ts'
import { Picker } from './picker.tsx'

const SHOWN = 40

/** A long list of which several may be chosen: what is chosen as chips, the rest by typing. */
export function PickMany({
  name,
  legend,
  help,
  hint,
  placeholder,
  options,
  chosen,
  disabled,
  firstLabel,
  find,
  onAdd,
  onRemove,
  onFirst,
  create,
}: {
  readonly name?: string | undefined
  readonly legend: string
  readonly help?: ReactNode
  readonly hint?: ReactNode
  readonly placeholder: string
  readonly options: readonly PickerOption[]
  readonly chosen: readonly string[]
  readonly disabled: boolean
  /** What the first chip is called, where the first one counts. */
  readonly firstLabel?: string
  /** A search of its own, giving ids of options, the best first; absent: words in the labels. */
  find?(query: string): readonly string[]
  onAdd(id: string): void
  onRemove(id: string): void
  /** Puts one in front. */
  onFirst?(id: string): void
  readonly create?: { label(query: string): string; run(query: string): void }
}): ReactNode {
  const t = useMessages().panel
  const labels = new Map(options.map((option) => [option.id, option.label]))
  const rest = options.filter((option) => !chosen.includes(option.id))
  return (
    <fieldset className="ap-field ap-fieldset" data-field={name}>
      <legend className="ap-label">{legend}</legend>
      {chosen.length === 0 ? null : (
        <ul className="ap-chips">
          {chosen.map((id, index) => {
            const label = labels.get(id) ?? id
            return (
              <li key={id} className="ap-chip">
                {index === 0 && firstLabel ? <span className="ap-chip-mark">{firstLabel}</span> : null}
                <span>{label}</span>
                {index > 0 && onFirst ? (
                  <button
                    type="button"
                    className="ap-chip-button"
                    disabled={disabled}
                    aria-label={t.makeFirst(label)}
                    title={t.makeFirst(label)}
                    onClick={() => onFirst(id)}
                  >
                    <ArrowUp aria-hidden size={14} />
                  </button>
                ) : null}
                <button
                  type="button"
                  className="ap-chip-button"
                  disabled={disabled}
                  aria-label={t.removeNamed(label)}
                  title={t.removeNamed(label)}
                  onClick={() => onRemove(id)}
                >
                  <X aria-hidden size={14} />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <Picker
        label={t.addTo(legend)}
        placeholder={placeholder}
        disabled={disabled}
        suggest={(query) =>
          find === undefined || query === ''
            ? matching(rest, query, SHOWN)
            : find(query)
                .flatMap((id) => rest.filter((option) => option.id === id))
                .slice(0, SHOWN)
        }
        onPick={onAdd}
        {...(create ? { create } : {})}
      />
      <div className="ap-help">
        {help}
        {hint ? <span className="ap-hint">{hint}</span> : null}
      </div>
    </fieldset>
  )
}
