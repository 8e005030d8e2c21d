import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** How much a button asks for attention: ink on paper, outlined, bare, or dangerous. */
export type ButtonLook = 'solid' | 'outline' | 'bare' | 'danger'

const looks: Readonly<Record<ButtonLook, string>> = {
  solid: 'bg-ink text-paper hover:opacity-90',
  outline: 'border border-line-strong bg-surface hover:bg-sunken',
  bare: 'hover:bg-sunken',
  danger: 'border border-danger text-danger bg-surface hover:bg-sunken',
}

const shape =
  'inline-flex items-center justify-center gap-2 rounded-card font-semibold min-h-[max(var(--hit),2.25rem)] ' +
  'disabled:opacity-50 disabled:cursor-not-allowed aria-disabled:opacity-50 transition-colors duration-(--fast)'

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'title'>

/** A button with words. */
export function Button({
  look = 'outline',
  icon,
  className,
  children,
  ...native
}: Native & { readonly look?: ButtonLook; readonly icon?: ReactNode }) {
  return (
    <button type="button" {...native} className={classNames(shape, 'px-3 py-1', looks[look], className)}>
      {icon}
      {children}
    </button>
  )
}

/** A button that is an icon; its name is read aloud and shown while the pointer rests on it. */
export function IconButton({
  label,
  keys,
  icon,
  look = 'bare',
  className,
  ...native
}: Native & {
  readonly label: string
  /** The keys that do the same, for the hint. */
  readonly keys?: string
  readonly icon: ReactNode
  readonly look?: ButtonLook
}) {
  return (
    <button
      type="button"
      {...native}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      className={classNames(shape, 'min-w-[max(var(--hit),2.25rem)]', looks[look], className)}
    >
      {icon}
    </button>
  )
}
