import { Download } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '#i18n/use-language.ts'
import { useSession, useSessionStatus } from '#sync/use-session.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { sentAwaySentence } from './describe-saved.ts'

/**
 * The way on after the server refused a change for good: first a file of what was done here, then the board as the others
 * see it. Nothing is let go of before the file was offered.
 */
export function RescueDialog({
  onDownload,
  onClose,
}: {
  /** Tells whether there is a file now. */
  readonly onDownload: () => Promise<boolean>
  readonly onClose: () => void
}) {
  const session = useSession()
  const { saved } = useSessionStatus()
  const { together, app } = useMessages()
  const { rescue } = together
  const [downloaded, setDownloaded] = useState(false)
  const download = async () => {
    if (await onDownload()) setDownloaded(true)
  }
  const goOn = async () => {
    if (!downloaded) return
    await session.discardDeviceCopy()
    window.location.reload()
  }
  return (
    <Dialog title={rescue.title} onClose={onClose}>
      <div className="flex flex-col gap-3">
        {saved.kind === 'sent-away' && <p>{sentAwaySentence(saved.reason, together)}</p>}
        <ol className="flex list-decimal flex-col gap-3 pl-5">
          <li>
            <p className="mb-2">{rescue.first}</p>
            <Button
              look={downloaded ? 'outline' : 'solid'}
              data-autofocus
              icon={<Download aria-hidden size={18} />}
              onClick={() => void download()}
            >
              {together.downloadChanges}
            </Button>
            <p role="status" className="mt-1 text-sm text-ink-2">
              {downloaded ? rescue.downloaded : ''}
            </p>
          </li>
          <li>
            <p id="rescue-second" className="mb-2">
              {rescue.second}
            </p>
            <Button
              look="danger"
              aria-disabled={!downloaded}
              aria-describedby="rescue-second"
              onClick={() => void goOn()}
            >
              {rescue.goOn}
            </Button>
          </li>
        </ol>
        <p>
          <Button look="bare" onClick={onClose}>
            {app.cancel}
          </Button>
        </p>
      </div>
    </Dialog>
  )
}
