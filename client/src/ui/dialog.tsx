import { X } from 'lucide-react'
import { useId, useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import { useMessages } from '#i18n/use-language.ts'
import { IconButton } from './button.tsx'
import { classNames } from './class-names.ts'

/**
 * A dialog in front of everything: focus stays inside, Escape and a click beside it close it, focus goes back after.
 *
 * Shape: rendered = open. The element with `data-autofocus` gets the focus, else the first that can have it.
 * Source: the platform's own `<dialog>`; WAI-ARIA APG, Dialog (Modal).
 */
export function Dialog({
  title,
  onClose,
  children,
  wide = false,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly wide?: boolean
}) {
  const { app } = useMessages()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // A layout effect, so that the dialog closes while it is still in the page and can give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => element?.close()
  }, [])
  const onPress = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose()
  }
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={onPress}
      className={classNames(
        'm-auto w-[min(92vw,var(--dialog))] max-h-[90dvh] overflow-auto rounded-panel bg-surface text-ink shadow-pop',
        'border border-line p-0 backdrop:bg-[#0006]',
        wide ? '[--dialog:46rem]' : '[--dialog:28rem]',
      )}
    >
      <div className="p-5">
        <header className="mb-3 flex items-start gap-3">
          <h2 id={titleId} className="mr-auto text-xl font-bold">
            {title}
          </h2>
          <IconButton label={app.close} icon={<X aria-hidden size={18} />} onClick={onClose} className="-mt-1 -mr-2" />
        </header>
        {children}
      </div>
    </dialog>
  )
}
