import { Download, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import type { CopyAside } from '#sync/copies-aside.ts'
import { useSession } from '#sync/use-session.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

const intlLocales = { nl: 'nl-NL', en: 'en-GB' } as const

/** The copies of this board that were put aside on this device: each as a file, and only after that to be let go of. */
export function AsideDialog({
  copies,
  onDownload,
  onChanged,
  onClose,
}: {
  readonly copies: readonly CopyAside[]
  /** Tells whether there is a file now. */
  readonly onDownload: (copy: CopyAside) => Promise<boolean>
  readonly onChanged: () => void
  readonly onClose: () => void
}) {
  const { copiesAside } = useSession()
  const { locale, messages } = useLanguage()
  const { aside } = messages.together
  const [downloaded, setDownloaded] = useState<ReadonlySet<number>>(new Set())
  const asked = copies.some(({ told }) => !told)
  useEffect(() => {
    if (asked) copiesAside.markTold(copies).then(onChanged, () => {})
  }, [asked, copies, copiesAside, onChanged])
  const download = async (copy: CopyAside) => {
    if (await onDownload(copy)) setDownloaded(new Set([...downloaded, copy.key]))
  }
  const forget = async ({ key }: CopyAside) => {
    await copiesAside.forget(key)
    onChanged()
  }
  return (
    <Dialog title={aside.title} onClose={onClose}>
      <p className="mb-3">{copies.length === 0 ? aside.none : aside.why}</p>
      {copies.length > 0 && (
        <ul aria-label={aside.title} className="rounded-panel border border-line">
          {copies.map((copy) => {
            const when = whenKept(copy.keptAt, intlLocales[locale])
            return (
              <li
                key={copy.key}
                className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-3 py-2 first:border-t-0"
              >
                <p className="tabular mr-auto font-semibold">{when}</p>
                <Button
                  look={downloaded.has(copy.key) ? 'outline' : 'solid'}
                  icon={<Download aria-hidden size={18} />}
                  aria-label={`${aside.download}: ${when}`}
                  onClick={() => void download(copy)}
                >
                  {aside.download}
                </Button>
                {downloaded.has(copy.key) && (
                  <Button
                    look="danger"
                    icon={<Trash2 aria-hidden size={18} />}
                    aria-label={`${aside.forget}: ${when}`}
                    onClick={() => void forget(copy)}
                  >
                    {aside.forget}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      <p role="status" className="mt-1 min-h-6 text-sm text-ink-2">
        {copies.some(({ key }) => downloaded.has(key)) ? aside.downloaded : ''}
      </p>
    </Dialog>
  )
}

function whenKept(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(Date.parse(instant))
}
