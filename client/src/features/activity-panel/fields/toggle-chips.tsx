import type { ReactNode } from 'react'

/** One chip that can be on or off. */
export interface ToggleChip {
  readonly id: string
  readonly label: string
  /** Said on hover and to screen readers. */
  readonly description?: string
}

/** A short list of which several may be on; each is a box to tick that looks like a chip. */
export function ToggleChips({
  name,
  legend,
  help,
  hint,
  chips,
  chosen,
  disabled,
  onToggle,
}: {
  readonly name?: string | undefined
  readonly legend: string
  readonly help?: ReactNode
  readonly hint?: ReactNode
  readonly chips: readonly ToggleChip[]
  readonly chosen: readonly string[]
  readonly disabled: boolean
  onToggle(id: string, on: boolean): void
}): ReactNode {
  const known = new Set(chips.map((chip) => chip.id))
  const all = [...chips, ...chosen.filter((id) => !known.has(id)).map((id) => ({ id, label: id }))]
  return (
    <fieldset className="ap-field ap-fieldset" data-field={name}>
      <legend className="ap-label">{legend}</legend>
      <div className="ap-chips">
        {all.map((chip: ToggleChip) => (
          <label key={chip.id} className="ap-chip ap-chip-toggle" title={chip.description}>
            <input
              type="checkbox"
              className="ap-visually-hidden"
              checked={chosen.includes(chip.id)}
              disabled={disabled}
              onChange={(event) => onToggle(chip.id, event.target.checked)}
            />
            <span>{chip.label}</span>
          </label>
        ))}
      </div>
      <div className="ap-help">
        {help}
        {hint ? <span className="ap-hint">{hint}</span> : null}
      </div>
    </fieldset>
  )
}
