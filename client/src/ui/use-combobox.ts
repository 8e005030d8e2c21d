import { useEffect, useId, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react'

/** What a combobox offers for what was typed; its ids are unique within the list. */
export interface ComboboxOption {
  readonly id: string
}

/** Attributes for the three elements of a combobox, and what it is doing. */
export interface Combobox {
  readonly open: boolean
  readonly activeId: string | null
  readonly inputProps: ComponentProps<'input'>
  readonly listProps: ComponentProps<'ul'>
  optionProps(id: string): ComponentProps<'li'>
  close(): void
}

/**
 * The keyboard and the roles of an editable combobox with a list; how it looks is up to the caller.
 *
 * Source: WAI-ARIA APG, combobox with list autocomplete and manual selection. The focus stays in the input;
 * `aria-activedescendant` says which option the arrows stand on.
 */
export function useCombobox({
  options,
  label,
  alwaysOpen = false,
  onPick,
  onEscape,
}: {
  readonly options: readonly ComboboxOption[]
  /** Accessible name of the list. */
  readonly label: string
  /** For a list that is part of a dialog rather than a popup. */
  readonly alwaysOpen?: boolean
  onPick(id: string): void
  /** Called for an Escape that had no list to close; tells whether it was used. */
  onEscape?(): boolean
}): Combobox {
  const listId = useId()
  const list = useRef<HTMLUListElement>(null)
  const [wanted, setWanted] = useState(false)
  const [active, setActive] = useState<string | null>(null)
  const open = (alwaysOpen || wanted) && options.length > 0
  const index = options.findIndex((option) => option.id === active)
  const activeId = open ? (options[Math.max(index, alwaysOpen ? 0 : -1)]?.id ?? null) : null

  useEffect(() => {
    if (activeId !== null) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const close = (): void => {
    setWanted(false)
    setActive(null)
  }
  const pick = (id: string): void => {
    close()
    onPick(id)
  }
  const step = (by: number): void => {
    setWanted(true)
    if (options.length === 0) return
    const from = activeId === null ? (by > 0 ? -1 : 0) : options.findIndex((option) => option.id === activeId)
    setActive(options[(from + by + options.length) % options.length]?.id ?? null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter') {
      if (activeId === null) return
      event.preventDefault()
      pick(activeId)
    } else if (event.key === 'Escape') {
      if (open && !alwaysOpen) close()
      else if (!onEscape?.()) return
      event.stopPropagation()
      event.preventDefault()
    }
  }
  return {
    open,
    activeId,
    close,
    inputProps: {
      role: 'combobox',
      'aria-expanded': open,
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      'aria-activedescendant': activeId === null ? undefined : `${listId}-${activeId}`,
      autoComplete: 'off',
      spellCheck: false,
      onFocus: () => setWanted(true),
      onClick: () => setWanted(true),
      onInput: () => {
        setWanted(true)
        setActive(null)
      },
      onBlur: close,
      onKeyDown,
    },
    listProps: { id: listId, ref: list, role: 'listbox', 'aria-label': label },
    optionProps: (id) => ({
      id: `${listId}-${id}`,
      role: 'option',
      'aria-selected': id === activeId,
      // The focus stays in the input: a press must not take it away before the click counts.
      onPointerDown: (event) => event.preventDefault(),
      onPointerMove: () => {
        if (id !== activeId) setActive(id)
      },
      onClick: () => pick(id),
    }),
  }
}
