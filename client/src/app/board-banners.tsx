import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { sentAwaySentence } from '#features/share-state/describe-saved.ts'
import { useMessages } from '#i18n/use-language.ts'
import type { BoardSession } from '#sync/board-session.ts'
import { useSession, useSessionStatus } from '#sync/use-session.ts'
import { Button } from '#ui/button.tsx'
import { keepCopy } from './keep-copy.ts'

/** What stands above a board when something keeps it from being an ordinary one: it says why, and what one can do. */
export function BoardBanners() {
  const session = useSession()
  const { saved, deviceTrouble, writable } = useSessionStatus()
  const { together, app } = useMessages()
  const copy = <Button onClick={() => void keepCopy(session)}>{together.keepCopy}</Button>
  const reload = <Button onClick={() => window.location.reload()}>{app.reload}</Button>
  return (
    <>
      {!writable && <Banner sentence={together.readOnly}>{reload}</Banner>}
      {saved.kind === 'sent-away' && (
        <Banner sentence={sentAwaySentence(saved.reason, together)}>
          {copy}
          {saved.reason === 'client-too-old' || saved.reason === 'malformed' || saved.reason === 'text-frame' ? (
            reload
          ) : (
            <Button onClick={() => session.reconnect()}>{together.tryAgain}</Button>
          )}
          {refusedForGood.has(saved.reason) && (
            <Button onClick={() => void goOnWithServer(session)}>{together.goOnWithServer}</Button>
          )}
        </Banner>
      )}
      {deviceTrouble && <Banner sentence={together.deviceTrouble}>{copy}</Banner>}
    </>
  )
}

/** Sent again, these changes would be refused again. */
const refusedForGood: ReadonlySet<string> = new Set(['bad-shape', 'frame-too-big', 'over-limit', 'diverged'])

/** What was done here is kept as a file first; then the board is what the server has. */
async function goOnWithServer(session: BoardSession): Promise<void> {
  await keepCopy(session)
  await session.discardDeviceCopy()
  window.location.reload()
}

function Banner({ sentence, children }: { readonly sentence: string; readonly children: ReactNode }) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-warn-bg px-4 py-2">
      <TriangleAlert aria-hidden size={18} className="shrink-0" />
      <p className="min-w-0 flex-1 basis-60">{sentence}</p>
      <span className="flex flex-wrap gap-2">{children}</span>
    </div>
  )
}
