import { useEffect, useRef, useState, type ReactNode } from 'react'

/** One thing to tick. */
export interface CheckboxOption {
  readonly id: string
  readonly label: string
  readonly mark?: ReactNode
}

/** What the menu shows and changes. */
export interface CheckboxMenuProps {
  readonly label: string
  readonly options: readonly CheckboxOption[]
  readonly chosen: readonly string[]
  readonly buttonId?: string
  onChange(chosen: readonly string[]): void
}

/** A button with a list of boxes to tick; Escape and a click elsewhere close it. */
export function CheckboxMenu({ label, options, chosen, buttonId, onChange }: CheckboxMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true) setOpen(false)
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [isOpen])
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return (
    <div
      className="cal-menu"
      role="presentation"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button
        type="button"
        className="cal-button"
        ref={button}
        id={buttonId}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        {chosen.length > 0 && <span className="cal-menu-count">{chosen.length}</span>}
      </button>
      {isOpen && (
        <fieldset className="cal-menu-list">
          <legend className="cal-sr">{label}</legend>
          {options.map((option) => (
            <label key={option.id} className="cal-check">
              <input type="checkbox" checked={chosen.includes(option.id)} onChange={() => toggle(option.id)} />
              {option.mark}
              <span>{option.label}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
