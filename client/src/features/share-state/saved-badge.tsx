import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import { useSessionStatus } from '#sync/use-session.ts'
import { announce } from '#ui/announcer.ts'
import { classNames } from '#ui/class-names.ts'
import { describeSaved, type SavedLook } from './describe-saved.ts'

const icons: Readonly<Record<SavedLook, typeof Check>> = {
  saved: Check,
  busy: LoaderCircle,
  offline: CloudOff,
  trouble: TriangleAlert,
}

/** Where my changes are: on the server, on their way, or on this device only. Its words and its shape say the same. */
export function SavedBadge() {
  const { messages } = useLanguage()
  const { saved, deviceTrouble } = useSessionStatus()
  const { look, sentence, short, hint } = describeSaved(saved, deviceTrouble, messages.together)
  const Icon = icons[look]
  const before = useRef(look)
  useEffect(() => {
    // Read aloud: that the connection was lost, and that all is well again. Not every change on its way.
    const { current } = before
    if (look === 'busy' || look === current) return
    before.current = look
    if (look !== 'saved' || current === 'offline' || current === 'trouble') announce(sentence)
  }, [look, sentence])
  return (
    <p
      data-saved={saved.kind}
      title={hint}
      className={classNames(
        'flex min-h-8 items-center gap-1.5 rounded-pill px-2 text-sm whitespace-nowrap',
        look === 'trouble' && 'bg-warn-bg font-semibold',
        look === 'offline' && 'bg-sunken',
        look === 'saved' || look === 'busy' ? 'text-ink-2' : 'text-ink',
      )}
    >
      <Icon aria-hidden size={16} className={classNames('shrink-0', look === 'busy' && 'motion-safe:animate-spin')} />
      <span className="sr-only md:not-sr-only">{sentence}</span>
      {short !== '' && (
        <span aria-hidden className="tabular md:hidden">
          {short}
        </span>
      )}
    </p>
  )
}
