import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useMessages } from '#i18n/use-language.ts'
import { currentToasts, dismissToast, subscribeToasts, type Toast } from './toasts.ts'

const shownMs = 8_000

/** The toasts at the foot of the screen. They are read aloud by the live region, so they are not live themselves. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts)
  const { app } = useMessages()
  return (
    <section
      aria-label={app.toasts}
      className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex flex-col items-center gap-2 p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const { app } = useMessages()
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const held = toast.stays || pointed || focused
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismissToast(toast.id), shownMs)
    return () => clearTimeout(timer)
  }, [held, toast.id])
  const { action } = toast
  return (
    <div
      data-toast=""
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      className="toast-in pointer-events-auto flex max-w-[min(92vw,40rem)] items-center gap-3 rounded-panel bg-ink py-2 pr-2 pl-4 text-paper shadow-pop [--focus:0_0_0_2px_var(--ink),0_0_0_5px_var(--paper)]"
    >
      <p className="mr-auto">{toast.sentence}</p>
      {action !== null && (
        <button
          type="button"
          onClick={() => {
            dismissToast(toast.id)
            action.run()
          }}
          className="inline-flex min-h-[max(var(--hit),2rem)] shrink-0 items-center gap-2 rounded-card border border-current px-3 font-semibold"
        >
          {action.label}
          {action.keys !== undefined && (
            <kbd className="hidden font-sans text-xs font-normal opacity-80 sm:inline">{action.keys}</kbd>
          )}
        </button>
      )}
      <button
        type="button"
        aria-label={app.close}
        onClick={() => dismissToast(toast.id)}
        className="grid min-h-[max(var(--hit),2rem)] min-w-[max(var(--hit),2rem)] shrink-0 place-items-center rounded-card"
      >
        <X aria-hidden size={16} />
      </button>
    </div>
  )
}
