import { announce } from './announcer.ts'

/** What a toast offers to do. */
export interface ToastAction {
  readonly label: string
  readonly keys?: string
  readonly run: () => void
}

/** One message at the foot of the screen. */
export interface Toast {
  readonly id: number
  /** A new toast of the same slot takes the place of the old one. */
  readonly slot: string | null
  readonly sentence: string
  readonly action: ToastAction | null
  /** Stays until it is closed. */
  readonly stays: boolean
}

const maxToasts = 3
const listeners = new Set<() => void>()
let toasts: readonly Toast[] = []
let lastId = 0

/** Shows a sentence at the foot of the screen and reads it aloud. */
export function showToast(
  sentence: string,
  options: { readonly slot?: string; readonly action?: ToastAction; readonly stays?: boolean } = {},
): number {
  const { slot = null, action = null, stays = false } = options
  const id = ++lastId
  const others = slot === null ? toasts : toasts.filter((toast) => toast.slot !== slot)
  toasts = [...others, { id, slot, sentence, action, stays }].slice(-maxToasts)
  announce(sentence)
  tell()
  return id
}

/** Takes a toast away. */
export function dismissToast(id: number): void {
  const left = toasts.filter((toast) => toast.id !== id)
  if (left.length === toasts.length) return
  toasts = left
  tell()
}

/** The toasts on the screen, the newest last; the same list until it changes. */
export function currentToasts(): readonly Toast[] {
  return toasts
}

/** Tells when the toasts changed. */
export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}
