import { Check } from 'lucide-react'
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { classNames } from './class-names.ts'

/** One choice of a menu; with `checked` it is one of several states, with `toggle` a state of its own. */
export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly keys?: string
  readonly checked?: boolean
  readonly toggle?: boolean
  /** Starts a new group with this name above it. */
  readonly group?: string
  readonly disabled?: boolean
  readonly onChoose: () => void
}

/**
 * A button that opens a menu below it.
 *
 * Source: WAI-ARIA APG, Menu Button: arrows, Home, End and first letters move, Escape and Tab close.
 */
export function MenuButton({
  label,
  children,
  items,
  className,
}: {
  readonly label: string
  readonly children: ReactNode
  readonly items: readonly MenuItem[]
  readonly className?: string
}) {
  const [open, setOpen] = useState<'first' | 'last' | null>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const menuId = useId()
  const close = (back: boolean) => {
    setOpen(null)
    if (back) trigger.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setOpen(event.key === 'ArrowDown' ? 'first' : 'last')
  }
  return (
    <>
      <button
        ref={trigger}
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        aria-controls={open === null ? undefined : menuId}
        onClick={() => setOpen(open === null ? 'first' : null)}
        onKeyDown={onKeyDown}
        className={className}
      >
        {children}
      </button>
      {open !== null && <Menu id={menuId} label={label} items={items} start={open} anchor={trigger} onClose={close} />}
    </>
  )
}

function Menu({
  id,
  label,
  items,
  start,
  anchor,
  onClose,
}: {
  readonly id: string
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly start: 'first' | 'last'
  readonly anchor: RefObject<HTMLElement | null>
  readonly onClose: (back: boolean) => void
}) {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = menu.current
    if (element === null || anchor.current === null) return
    element.showPopover()
    placeBelow(element, anchor.current)
    const choices = choicesIn(element)
    choices.at(start === 'first' ? 0 : -1)?.focus()
  }, [anchor, start])
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      const target = event.target instanceof Node ? event.target : null
      if (menu.current?.contains(target) === true || anchor.current?.contains(target) === true) return
      onClose(false)
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [anchor, onClose])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Tab') return onClose(false)
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      return onClose(true)
    }
    const choices = choicesIn(event.currentTarget)
    const next = nextChoice(choices, event.key)
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div
      ref={menu}
      id={id}
      role="menu"
      aria-label={label}
      popover="manual"
      onKeyDown={onKeyDown}
      className="fixed inset-auto m-0 min-w-56 max-w-[92vw] overflow-auto rounded-panel border border-line bg-surface p-1 text-ink shadow-pop"
    >
      {items.map((item) => (
        <div key={item.id} role="none">
          {item.group !== undefined && (
            <div role="none" className="px-3 pt-2 pb-1 text-xs font-semibold text-ink-2">
              {item.group}
            </div>
          )}
          <button
            type="button"
            role={roleOf(item)}
            aria-checked={item.checked}
            disabled={item.disabled}
            tabIndex={-1}
            onClick={() => {
              onClose(true)
              item.onChoose()
            }}
            className={classNames(
              'flex w-full min-h-[max(var(--hit),2rem)] items-center gap-2 rounded-card px-3 py-1 text-left hover:bg-sunken',
              'disabled:opacity-50',
            )}
          >
            <span className="grid w-5 shrink-0 place-items-center">
              {item.checked === true ? <Check aria-hidden size={16} /> : item.icon}
            </span>
            <span className="mr-auto">{item.label}</span>
            {item.keys !== undefined && <kbd className="ml-4 font-sans text-xs text-ink-2">{item.keys}</kbd>}
          </button>
        </div>
      ))}
    </div>
  )
}

function roleOf(item: MenuItem): 'menuitem' | 'menuitemradio' | 'menuitemcheckbox' {
  if (item.checked === undefined) return 'menuitem'
  return item.toggle === true ? 'menuitemcheckbox' : 'menuitemradio'
}

function choicesIn(menu: HTMLElement): HTMLButtonElement[] {
  return [...menu.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
}

function nextChoice(choices: readonly HTMLButtonElement[], key: string): HTMLButtonElement | undefined {
  const at = choices.findIndex((choice) => choice === document.activeElement)
  if (key === 'ArrowDown') return choices[(at + 1) % choices.length]
  if (key === 'ArrowUp') return choices.at(at <= 0 ? -1 : at - 1)
  if (key === 'Home') return choices[0]
  if (key === 'End') return choices.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const letter = key.toLocaleLowerCase()
  return [...choices.slice(at + 1), ...choices.slice(0, at + 1)].find((choice) =>
    (choice.textContent ?? '').trim().toLocaleLowerCase().startsWith(letter),
  )
}

function placeBelow(menu: HTMLElement, anchor: HTMLElement): void {
  const margin = 8
  const { left, right, bottom } = anchor.getBoundingClientRect()
  const { width } = menu.getBoundingClientRect()
  const wished = left + width + margin > window.innerWidth ? right - width : left
  menu.style.left = `${Math.max(margin, Math.min(wished, window.innerWidth - width - margin))}px`
  menu.style.top = `${bottom + 4}px`
  menu.style.maxHeight = `${Math.max(160, window.innerHeight - bottom - 2 * margin)}px`
}
